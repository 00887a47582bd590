"""Checksums of what is stored, so that a damaged disk is noticed and no changed text is quoted.

A report's text has its own: its id is made from it. Indexes made before this table was there have
no sums of the rest; then these aren't compared. The triggers drop a sum when its row changes.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from qa.errors import StoreError
from qa.stores.coding import CURE
from qa.types import Passage

TABLES = """
CREATE TABLE IF NOT EXISTS sums (
    kind TEXT NOT NULL, key NOT NULL, sum BLOB NOT NULL, PRIMARY KEY (kind, key)
) WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS report_sum_removed AFTER DELETE ON reports BEGIN
    DELETE FROM sums WHERE kind = 'report' AND key = old.id;
END;
CREATE TRIGGER IF NOT EXISTS report_sum_changed AFTER UPDATE ON reports BEGIN
    DELETE FROM sums WHERE kind = 'report' AND key = old.id;
END;
CREATE TRIGGER IF NOT EXISTS passage_sum_removed AFTER DELETE ON passages BEGIN
    DELETE FROM sums WHERE kind = 'passage' AND key = old.id;
END;
CREATE TRIGGER IF NOT EXISTS meeting_sum_removed AFTER DELETE ON meetings BEGIN
    DELETE FROM sums WHERE kind = 'meeting' AND key = old.id;
END;
CREATE TRIGGER IF NOT EXISTS proceedings_sum_removed AFTER DELETE ON proceedings BEGIN
    DELETE FROM sums WHERE kind = 'proceedings' AND key = old.meeting_id;
END;
CREATE TRIGGER IF NOT EXISTS vector_sum_removed AFTER DELETE ON vectors BEGIN
    DELETE FROM sums WHERE kind = 'vector' AND key = old.number;
END;
"""


def sum_of(*values: object) -> bytes:
    """16 bytes that change when one of the values does."""
    return hashlib.sha256(repr(values).encode("utf-8", "surrogatepass")).digest()[:16]


def passage_sum(passage: Passage) -> bytes:
    p = passage
    place = (p.id, p.report_id, p.start, p.end, p.section, p.page)
    return sum_of(*place, p.context, p.topic, p.body, p.text)


def put(connection: sqlite3.Connection, kind: str, sums: Iterable[tuple[object, bytes]]) -> None:
    rows = ((kind, key, value) for key, value in sums)
    connection.executemany("INSERT OR REPLACE INTO sums VALUES (?, ?, ?)", rows)


def known(connection: sqlite3.Connection, kind: str, keys: Iterable[object]) -> dict[object, bytes]:
    """Those of `keys` that have a sum."""
    if not has_sums(connection):
        return {}
    query = "SELECT key, sum FROM sums WHERE kind = ? AND key IN (SELECT value FROM json_each(?))"
    return dict(connection.execute(query, (kind, json.dumps(list(keys)))).fetchall())


def has_sums(connection: sqlite3.Connection) -> bool:
    query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'sums'"
    return connection.execute(query).fetchone() is not None


def check(wanted: bytes | None, found: bytes, what: str) -> None:
    """
    Raises:
        StoreError: there is a sum, and it is another one.
    """
    if wanted is not None and wanted != found:
        raise StoreError(f"The index is damaged: {what} isn't what was stored.", CURE)


def file_sums(folder: Path, before: dict[str, str]) -> dict[str, str]:
    """SHA-256 of the files of a folder, by name; those in `before` never change."""
    paths = [path for path in sorted(folder.iterdir()) if _is_content(path)]
    return {path.name: before.get(path.name) or _digest(path) for path in paths}


def damaged_files(folder: Path, wanted: Mapping[str, str]) -> Iterator[str]:
    """Files that are gone or aren't what they were."""
    for name, digest in wanted.items():
        if _digest_if_there(folder / name) != digest:
            yield name


def _is_content(path: Path) -> bool:
    """A segment's file: the others are lists of these, or locks."""
    return (
        path.is_file() and not path.name.startswith(".") and path.suffix not in (".json", ".lock")
    )


def _digest_if_there(path: Path) -> str | None:
    try:
        return _digest(path)
    except FileNotFoundError:
        return None


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
