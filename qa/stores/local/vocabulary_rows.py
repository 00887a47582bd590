"""Counts the passages that each word stands in, its context included."""

from __future__ import annotations

import sqlite3
from collections import Counter

from qa.text import words

_COUNT = """
    INSERT INTO vocabulary VALUES (?, ?)
    ON CONFLICT (word) DO UPDATE SET passages = passages + excluded.passages
"""


def count(connection: sqlite3.Connection, report_id: str, by: int) -> None:
    """Add the words of the passages that the report has now, or take them off with -1."""
    query = "SELECT context, body FROM passages WHERE report_id = ?"
    found: Counter[str] = Counter()
    for context, body in connection.execute(query, (report_id,)):
        found.update(set(words(f"{context}\n{body}")))
    connection.executemany(_COUNT, ((word, by * times) for word, times in sorted(found.items())))


def select(connection: sqlite3.Connection) -> dict[str, int]:
    query = "SELECT word, passages FROM vocabulary WHERE passages > 0"
    return dict(connection.execute(query).fetchall())
