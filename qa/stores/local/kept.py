"""Lists the editions, makes an earlier one the newest again, or finds some to take vectors from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qa.errors import StoreError
from qa.stores.local.approximate import Made, read_made
from qa.stores.local.database import Database, write_meta
from qa.stores.local.editions import (
    Edition,
    folder_of,
    generation_of,
    newest,
    numbers,
    open_edition,
    read_manifest,
)
from qa.stores.manifest import Manifest


@dataclass(frozen=True, slots=True)
class Kept:
    """A complete edition. If it can't be read, `made_by` is None and `reports` is 0.

    `approximate` is its approximate dense index, if it is large enough for one. `searched` is how
    it is searched, in words, where that is something else.
    """

    name: str
    made_by: Manifest | None
    reports: int
    in_use: bool
    approximate: Made | None = None
    searched: str = ""


def list_editions(home: Path) -> list[Kept]:
    """The complete editions, the newest first."""
    return [_look(home, number) for number in numbers(home)]


def restore(home: Path) -> Kept:
    """Make the edition before the newest one the newest. Nobody may be writing.

    The two change places, so doing it again undoes it.

    Raises:
        StoreError: no edition is kept, or the one that is kept can't be read.
    """
    if len(found := numbers(home)) < 2:
        raise StoreError(
            f"No earlier index is kept in {home}.",
            "One is kept when another model, or another way of splitting, makes a new one.",
        )
    kept = open_edition(home, found[1])
    try:
        # Readers tell states apart by their generations, so this one has to be a new one.
        generation = max(kept.generation(), generation_of(home, found[0])) + 1
        with kept.database.writing() as connection:
            write_meta(connection, "generation", str(generation))
    finally:
        kept.database.close()
    folder_of(home, found[1]).rename(folder_of(home, found[0] + 1))
    return _look(home, found[0] + 1)


def donors(home: Path, edition: Edition) -> list[Database]:
    """If `edition` is being built, the databases of complete editions by the same model."""
    made_by = read_manifest(edition.database)
    found = []
    for number in () if edition.number else numbers(home):
        database = open_edition(home, number).database
        by = read_manifest(database)
        if by and made_by and by.embedder == made_by.embedder:
            found.append(database)
        else:
            database.close()
    return found


def _look(home: Path, number: int) -> Kept:
    name, in_use = folder_of(home, number).name, number == newest(home)
    database = open_edition(home, number).database
    try:
        with database.reading() as connection:
            reports = connection.execute("SELECT count(*) FROM reports").fetchone()[0]
            made = read_made(connection)
        return Kept(name, read_manifest(database), reports, in_use, made)
    except StoreError:
        return Kept(name, None, 0, in_use)
    finally:
        database.close()
