"""A database with passages, as the local store has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from qa.stores.local import rows
from qa.stores.local.database import Database
from qa.types import Passage
from tests.samples import make_report


def make_database(folder: Path) -> Database:
    database = Database(folder / "reports.db")
    with database.writing():
        database.create_tables()
    return database


def put_bodies(database: Database, bodies: Sequence[str], source: str = "a.txt") -> list[str]:
    """A report of these passages; their ids."""
    return put_vectors(database, np.ones((len(bodies), 1), np.float32), bodies, source)


def put_vectors(
    database: Database,
    vectors: np.ndarray,
    bodies: Sequence[str] | None = None,
    source: str = "a.txt",
) -> list[str]:
    texts = bodies or [f"passage {number} of {source}" for number in range(len(vectors))]
    report = make_report(f"{source}\n" + "\n".join(texts), source)
    start, passages = len(source) + 1, []
    for text in texts:
        passages.append(_passage(report.id, start, text))
        start += len(text) + 1
    with database.writing() as connection:
        rows.put_report(connection, report, passages, vectors, "f")
    return [passage.id for passage in passages]


def _passage(report_id: str, start: int, text: str) -> Passage:
    return Passage(
        id=f"{report_id}:{start}",
        report_id=report_id,
        start=start,
        end=start + len(text),
        text=text,
        section=None,
        page=None,
        context="",
        body=text,
    )


def numbers(database: Database) -> Mapping[str, int]:
    """By passage id."""
    with database.reading() as connection:
        return dict(connection.execute("SELECT id, number FROM passages").fetchall())
