"""Keeps an edition's lexical index, a Tantivy index that mirrors the passages of the database."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qa.errors import StoreError
from qa.stores.coding import CURE
from qa.stores.local import sums
from qa.stores.local.database import read_meta, write_meta
from qa.stores.stemming import analyzer

if TYPE_CHECKING:
    from tantivy import Index, IndexWriter, Schema, Searcher

FOLDER = "words"
CONTEXT, EVERYTHING, NUMBER = "context", "everything", "number"
_ANALYZER = "stems"
_SUMS = "words"  # in meta
_HEAP_BYTES = 64_000_000
_MOST_DELETED = 1 / 8  # of the passages: scores count the deleted ones until they are merged away
_ROWS = 1000
_CHANGED = """
    SELECT changed.number, context, body FROM changed LEFT JOIN passages USING (number)
    ORDER BY number
"""
_PENDING = """
    SELECT number, context, body FROM changed JOIN passages USING (number) ORDER BY number
"""
_ALL = "SELECT number, context, body FROM passages ORDER BY number"


def open_searcher(folder: Path, wanted: Mapping[str, str] | None = None) -> Searcher:
    """A searcher over what was committed last. Later commits don't change it.

    `wanted` are the sums of its files (see `file_sums_of`).

    Raises:
        StoreError: it isn't there, or is damaged.
    """
    from tantivy import Index

    _check(folder, wanted or {})
    with explained(folder, "read"):
        return Index.open(str(folder)).searcher()


def file_sums_of(connection: sqlite3.Connection) -> dict[str, str]:
    """The sums of the index's files, by name, as they were when it was settled."""
    sums_of: dict[str, str] = json.loads(read_meta(connection, _SUMS) or "{}")
    return sums_of


def keep_sums(connection: sqlite3.Connection, folder: Path) -> None:
    """Note what the files are now; those that were there before never change."""
    files = sums.file_sums(folder, file_sums_of(connection))
    write_meta(connection, _SUMS, json.dumps(files))


def _check(folder: Path, wanted: Mapping[str, str]) -> None:
    """Damage ends in a huge allocation, which ends the process: so Tantivy never sees it.

    Files that are gone, maybe just now, were merged into others.
    """
    for name in sums.damaged_files(folder, wanted):
        if (folder / name).exists():
            raise StoreError(f"The index is damaged: {folder / name} has changed.", CURE)


def pending_searcher(connection: sqlite3.Connection) -> Searcher | None:
    """A searcher in memory over the passages put since `mirror`, or None if there are none."""
    from tantivy import Index

    rows = connection.execute(_PENDING)
    if not (first := rows.fetchmany(_ROWS)):
        return None
    index = Index(schema())
    index.register_tokenizer(_ANALYZER, analyzer())
    _write(index, first, rows)
    return index.searcher()


def numbers_of(searcher: Searcher, hits: Sequence[tuple[Any, Any]]) -> list[int]:
    """The passages' numbers in the database."""
    found = searcher.fast_field_values(NUMBER, [address for _, address in hits])
    return [int(number) for number in found if number is not None]


def mirror(connection: sqlite3.Connection, folder: Path) -> None:
    """Bring the index up to what the database holds. It is durable when this returns.

    The table `changed` lists what to do. Doing it again, after a kill, changes nothing. An index
    that is gone or doesn't fit the database is made anew, as is one with much that was deleted.

    Raises:
        StoreError: it can't be written.
    """
    wanted = connection.execute("SELECT count(*) FROM passages").fetchone()[0]
    with explained(folder, "written"):
        index = _opened(folder, file_sums_of(connection))
        index.register_tokenizer(_ANALYZER, analyzer())
        changed = connection.execute(_CHANGED)
        if first := changed.fetchmany(_ROWS):
            _write(index, first, changed)
        if index.searcher().num_docs != wanted or _deleted(folder) > _MOST_DELETED * wanted:
            every = connection.execute(_ALL)
            _write(index, every.fetchmany(_ROWS), every, anew=True)


def _deleted(folder: Path) -> int:
    """Passages that were deleted and still stand in the files."""
    segments = json.loads((folder / "meta.json").read_text(encoding="utf-8")).get("segments", ())
    return sum((s.get("deletes") or {}).get("num_deleted_docs", 0) for s in segments)


def _opened(folder: Path, wanted: Mapping[str, str]) -> Index:
    from tantivy import Index

    try:
        _check(folder, wanted)
        with explained(folder, "read"):
            return Index.open(str(folder))
    except StoreError:
        return _make(folder)


def _make(folder: Path) -> Index:
    from tantivy import Index

    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return Index(schema(), path=str(folder))


def schema() -> Schema:
    from tantivy import SchemaBuilder

    builder = SchemaBuilder().add_unsigned_field(NUMBER, indexed=True, fast=True)
    for name in (CONTEXT, EVERYTHING):
        builder.add_text_field(name, tokenizer_name=_ANALYZER, index_option="position")
    return builder.build()


def _write(
    index: Index, first: Sequence[sqlite3.Row], rest: sqlite3.Cursor, *, anew: bool = False
) -> None:
    known = index.searcher().num_docs > 0 and not anew
    writer = index.writer(_HEAP_BYTES, 1)
    if anew:
        writer.delete_all_documents()
    some = first
    while some:
        _add(writer, some, known=known)
        some = rest.fetchmany(_ROWS)
    writer.commit()
    writer.wait_merging_threads()
    index.reload()


def _add(writer: IndexWriter, rows: Sequence[sqlite3.Row], *, known: bool) -> None:
    from tantivy import Document, Query

    fields = schema()
    for number, context, body in rows:
        if known:
            # `delete_documents_by_term` looks for a signed number, and finds none.
            writer.delete_documents_by_query(Query.term_query(fields, NUMBER, number))
        if body is not None:
            document = Document()
            document.add_unsigned(NUMBER, number)
            document.add_text(CONTEXT, context)
            document.add_text(EVERYTHING, f"{context}\n{body}")
            writer.add_document(document)


@contextmanager
def explained(folder: Path, done: str) -> Iterator[None]:
    """
    Raises:
        StoreError: for what Tantivy raises, and for its panics, which are no exceptions.
    """
    try:
        yield
    except BaseException as error:
        panic = type(error).__module__ == "pyo3_runtime"
        if not panic and not isinstance(error, ValueError | OSError):
            raise
        raise StoreError(
            f"The index {folder} can't be {done}: {error}.",
            "Free disk space; if it is damaged, run: qa index",
        ) from error
