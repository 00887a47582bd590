"""Opens and publishes editions of the index: numbered folders by one model and one splitter each.

An edition by other parts is built in `building`, beside the one in use. A rename makes it the
newest. The one before it is kept (see kept.py). A build that was cut off is taken up again.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from qa.errors import IndexMismatchError, IndexMissingError, StoreError
from qa.stores.coding import CURE
from qa.stores.local import approximate, approximate_training, checking, rows, sums, words
from qa.stores.local.approximate import Made
from qa.stores.local.database import FAULTS, Database, read_meta, write_meta
from qa.stores.local.holds import is_held
from qa.stores.manifest import Manifest

_NAME = re.compile(r"edition-(\d{6})")
_FILE = "reports.db"
_BUILDING = "building"


@dataclass(frozen=True, slots=True)
class Edition:
    """`number` is 0 while the edition is being built."""

    number: int
    database: Database

    @property
    def folder(self) -> Path:
        return self.database.path.parent

    def generation(self) -> int:
        with self.database.reading() as connection:
            value = read_meta(connection, "generation") or "0"
        if not str(value).isdecimal():
            raise StoreError(f"The index is damaged: generation '{value}'.", CURE)
        return int(value)


def newest(home: Path) -> int:
    """The number of the newest complete edition, 0 if there is none."""
    return max(numbers(home), default=0)


def numbers(home: Path) -> list[int]:
    """The numbers of the complete editions, the newest first."""
    try:
        names = [path.name for path in home.iterdir()]
    except FileNotFoundError:
        return []
    return sorted((int(m[1]) for name in names if (m := _NAME.fullmatch(name))), reverse=True)


def open_newest(home: Path, manifest: Manifest) -> Edition:
    """
    Raises:
        IndexMissingError: nothing was indexed yet.
        IndexMismatchError: the index was made by other parts than `manifest` names, or its file
            is corrupted.
    """
    number = newest(home)
    if not number:
        raise IndexMissingError(f"There is no index in {home}.", "Run: qa index FOLDER")
    edition = open_edition(home, number)
    edition.database.hold()
    made_by = read_manifest(edition.database)
    if made_by != manifest:
        edition.database.close()
        what = f"was made by {made_by}, not by {manifest}" if made_by else "can't be read"
        raise IndexMismatchError(
            f"The index in {home} {what}.",
            "Run: qa index (it builds a new index beside this one and swaps them at the end).",
        )
    return edition


def open_writable(home: Path, manifest: Manifest) -> Edition:
    """The newest edition if `manifest` made it and it is sound, else one to be built."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        edition = open_newest(home, manifest)
    except (IndexMissingError, IndexMismatchError, StoreError):
        return _building(home, manifest)
    if not checking.is_due(edition.folder):
        return edition
    if _is_sound(edition):
        checking.note_sound(edition.folder)
        return edition
    edition.database.close()
    return _building(home, manifest)


def damaged_words(edition: Edition) -> list[str]:
    """Files of the lexical index that aren't what they were."""
    with edition.database.reading() as connection:
        wanted = words.file_sums_of(connection)
    return list(sums.damaged_files(edition.folder / words.FOLDER, wanted))


def _is_sound(edition: Edition) -> bool:
    """Whether its texts and vectors are; a lexical index that isn't is cleared away, to be made."""
    try:
        edition.database.add_sums()
        with edition.database.reading() as connection:
            damaged = rows.find_damage(connection)
        if not damaged and damaged_words(edition):
            shutil.rmtree(edition.folder / words.FOLDER, ignore_errors=True)
    except (StoreError, ValueError, TypeError):
        return False
    return not damaged


def publish(edition: Edition, home: Path) -> Edition:
    """Make what was done searchable. An edition that was being built becomes the newest."""
    number = newest(home)
    before = edition.generation() if edition.number else generation_of(home, number)
    known, new = _renewed(edition)
    _settle(edition, before + 1, new)
    if new:
        approximate.clear_old(edition.folder, known, new)
    if edition.number:
        return edition
    edition.database.close()
    (home / _BUILDING).rename(folder_of(home, number + 1))
    for old in numbers(home):
        if old < number and not is_held(folder_of(home, old)):
            shutil.rmtree(folder_of(home, old), ignore_errors=True)
    return open_edition(home, number + 1)


def open_edition(home: Path, number: int) -> Edition:
    """Open an edition, whatever made it. Its file may be damaged."""
    return Edition(number, Database(folder_of(home, number) / _FILE))


def read_manifest(database: Database) -> Manifest | None:
    """None if the database can't be read."""
    try:
        connection = database.connection()
        values = {key: read_meta(connection, key) for key in ("embedder", "splitter", "format")}
    except FAULTS:
        return None
    return Manifest(**{key: value or "" for key, value in values.items()})


def settle(edition: Edition) -> None:
    """Make what was done searchable, with the approximate index that there is."""
    _settle(edition, edition.generation() + 1, None)


def _settle(edition: Edition, generation: int, new: Made | None) -> None:
    """Bring the lexical index up to date, and only then set the generation."""
    with edition.database.reading() as connection:
        words.mirror(connection, edition.folder / words.FOLDER)
    with edition.database.writing() as connection:
        connection.execute("DELETE FROM changed")
        write_meta(connection, "generation", str(generation))
        words.keep_sums(connection, edition.folder / words.FOLDER)
        if new:
            approximate.record(connection, new)


def _renewed(edition: Edition) -> tuple[Made | None, Made | None]:
    """The approximate index in use, and a new one if that is due."""
    with edition.database.reading() as connection:
        old = approximate.read_made(connection)
        due = approximate.is_due(connection, edition.folder)
        return old, approximate_training.make(connection, edition.folder) if due else None


def _building(home: Path, manifest: Manifest) -> Edition:
    folder = home / _BUILDING
    if folder.exists():
        begun = Edition(0, Database(folder / _FILE))
        if read_manifest(begun.database) == manifest and _is_sound(begun):
            return begun
        begun.database.close()
        shutil.rmtree(folder)
    folder.mkdir()
    database = Database(folder / _FILE)
    with database.writing() as connection:
        database.create_tables()
        words.mirror(connection, folder / words.FOLDER)
        for key in ("embedder", "splitter", "format"):
            write_meta(connection, key, getattr(manifest, key))
    return Edition(0, database)


def generation_of(home: Path, number: int) -> int:
    """0 if there is no such edition, or it is corrupted."""
    if not number:
        return 0
    edition = open_edition(home, number)
    try:
        return edition.generation()
    except StoreError:
        return 0  # corrupted: the number of the edition tells the new one from it
    finally:
        edition.database.close()


def folder_of(home: Path, number: int) -> Path:
    return home / f"edition-{number:06d}"
