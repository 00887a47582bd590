from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from qa.stores.local.database import Database, write_meta
from qa.stores.local.editions import Edition
from qa.stores.local.loaded import Loaded
from tests.stores.local.passages import make_database


@pytest.fixture
def edition(tmp_path: Path) -> Iterator[Edition]:
    database = make_database(tmp_path)
    yield Edition(1, database)
    database.close()


def _publish(database: Database, generation: int) -> None:
    with database.writing() as connection:
        write_meta(connection, "generation", str(generation))


def test_it_is_loaded_once_for_a_generation(edition: Edition) -> None:
    seen: list[int] = []
    loaded = Loaded(lambda edition: seen.append(edition.generation()))
    loaded.get(edition)
    loaded.get(edition)
    _publish(edition.database, 1)
    loaded.get(edition)
    assert seen == [0, 1]


def test_another_edition_is_loaded(edition: Edition) -> None:
    loaded = Loaded(lambda edition: edition.number)
    other = Edition(2, edition.database)
    assert [loaded.get(edition), loaded.get(other)] == [1, 2]


def test_others_use_the_one_before_until_the_new_one_is_there(edition: Edition) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def load(edition: Edition) -> int:
        if (generation := edition.generation()) == 1:
            begun.set()
            assert go_on.wait(30)
        return generation

    loaded = Loaded(load)
    loaded.get(edition)
    _publish(edition.database, 1)
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(loaded.get, edition)
        assert begun.wait(30)
        meanwhile = loaded.get(edition)
        go_on.set()
        assert (meanwhile, first.result(), loaded.get(edition)) == (0, 1, 1)


def test_an_error_leaves_it_to_the_next(edition: Edition) -> None:
    failing = iter([True, False])

    def load(edition: Edition) -> str:
        if next(failing):
            raise ValueError("no")
        return "there"

    loaded = Loaded(load)
    with pytest.raises(ValueError, match="no"):
        loaded.get(edition)
    assert loaded.get(edition) == "there"
