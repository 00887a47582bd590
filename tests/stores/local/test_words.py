from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from qa.errors import StoreError
from qa.stores.local import file_rows, words
from qa.stores.local.database import Database
from tests.stores.local.passages import make_database, numbers, put_bodies


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = make_database(tmp_path)
    yield database
    database.close()


def _mirror(database: Database, *, forget: bool = True) -> None:
    with database.reading() as connection:
        words.mirror(connection, _folder(database))
    if forget:
        with database.writing() as connection:
            connection.execute("DELETE FROM changed")


def _folder(database: Database) -> Path:
    return database.path.parent / words.FOLDER


def _found(database: Database, stem: str) -> set[int]:
    from tantivy import Query

    searcher = words.open_searcher(_folder(database))
    query = Query.term_query(words.schema(), words.EVERYTHING, stem)
    return set(words.numbers_of(searcher, searcher.search(query, 50).hits))


def _numbers(database: Database, ids: Sequence[str]) -> set[int]:
    return {numbers(database)[id_] for id_ in ids}


def test_what_was_added_is_there(database: Database) -> None:
    ids = put_bodies(database, ["herons nest", "mooring fees", "a heron"])
    _mirror(database)
    assert _found(database, "heron") == _numbers(database, [ids[0], ids[2]])


def test_what_was_removed_is_gone(database: Database) -> None:
    put_bodies(database, ["herons nest"])
    kept = put_bodies(database, ["herons fly"], "b.txt")
    _mirror(database)
    with database.writing() as connection:
        file_rows.remove(connection, "a.txt")
    _mirror(database)
    assert _found(database, "heron") == _numbers(database, kept)


def test_what_is_removed_or_changed_leaves_the_rest_as_it_was_written(database: Database) -> None:
    put_bodies(database, [f"fee {number}" for number in range(20)])
    put_bodies(database, ["herons nest"], "b.txt")
    _mirror(database)
    (written,) = _folder(database).glob("*.store")
    ids = put_bodies(database, ["herons fly"], "b.txt")
    _mirror(database)
    assert (written.exists(), _found(database, "heron")) == (True, _numbers(database, ids))
    with database.writing() as connection:
        file_rows.remove(connection, "b.txt")
    _mirror(database)
    assert (written.exists(), _found(database, "heron")) == (True, set())


def test_where_much_was_deleted_it_is_made_anew(database: Database) -> None:
    """So that the scores don't count what is gone."""
    put_bodies(database, ["fees", "dredging"])
    put_bodies(database, ["herons nest"], "b.txt")
    _mirror(database)
    with database.writing() as connection:
        file_rows.remove(connection, "b.txt")
    _mirror(database)
    meta = json.loads((_folder(database) / "meta.json").read_text())
    assert [(s["max_doc"], s["deletes"]) for s in meta["segments"]] == [(2, None)]


def test_doing_it_again_changes_nothing(database: Database) -> None:
    """As after a kill between the two commits."""
    ids = put_bodies(database, ["herons nest"])
    _mirror(database, forget=False)
    _mirror(database, forget=False)
    assert words.open_searcher(_folder(database)).num_docs == 1
    assert _found(database, "heron") == _numbers(database, ids)


def test_an_index_that_is_gone_is_made_anew(database: Database) -> None:
    ids = put_bodies(database, ["herons nest", "fees"])
    _mirror(database)
    shutil.rmtree(_folder(database))
    _mirror(database)
    assert _found(database, "heron") == _numbers(database, ids[:1])


def test_an_index_that_lacks_passages_is_made_anew(database: Database) -> None:
    put_bodies(database, ["herons nest"])
    with database.writing() as connection:
        connection.execute("DELETE FROM changed")
    _mirror(database)
    assert len(_found(database, "heron")) == 1


def test_a_damaged_index_is_made_anew(database: Database) -> None:
    put_bodies(database, ["herons nest"])
    _mirror(database)
    (_folder(database) / "meta.json").write_text("{")
    _mirror(database)
    assert len(_found(database, "heron")) == 1


@pytest.mark.parametrize("suffix", [".term", ".pos", ".idx", ".fast", ".store", ".fieldnorm"])
def test_a_changed_file_is_never_given_to_the_library(database: Database, suffix: str) -> None:
    """Tantivy ends the process at some of them, in allocations that are larger than any memory."""
    put_bodies(database, ["herons nest"])
    _mirror(database)
    folder = _folder(database)
    with database.writing() as connection:
        words.keep_sums(connection, folder)
        wanted = words.file_sums_of(connection)
    (path,) = folder.glob(f"*{suffix}")
    path.write_bytes(b"\xff" + path.read_bytes()[1:])
    with pytest.raises(StoreError, match=r"damaged: .*has changed\. Run: qa index"):
        words.open_searcher(folder, wanted)
    _mirror(database)
    assert len(_found(database, "heron")) == 1


def test_files_that_were_merged_away_are_not_missed(database: Database) -> None:
    put_bodies(database, ["herons nest"])
    _mirror(database)
    assert words.open_searcher(_folder(database), {"merged.idx": "0" * 64}).num_docs == 1


def test_a_searcher_stays_as_it_was(database: Database) -> None:
    put_bodies(database, ["herons nest"])
    _mirror(database)
    searcher = words.open_searcher(_folder(database))
    put_bodies(database, ["fees"], "b.txt")
    _mirror(database)
    assert (searcher.num_docs, words.open_searcher(_folder(database)).num_docs) == (1, 2)


@pytest.mark.parametrize("damage", [None, "{", "\0" * 100])
def test_an_index_that_cannot_be_read_is_named(tmp_path: Path, damage: str | None) -> None:
    folder = tmp_path / words.FOLDER
    if damage:
        folder.mkdir()
        (folder / "meta.json").write_text(damage)
    with pytest.raises(StoreError, match="words can't be read"):
        words.open_searcher(folder)
