"""A PostgreSQL server for all tests of a process, and an index of its own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest

from qa.stores.manifest import Manifest
from qa.stores.postgres import Place, PostgresStore
from tests.postgres import clear, running_server

_NUMBERS = count()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a database."""
    with running_server(tmp_path_factory.mktemp("postgres")) as address:
        yield address


@pytest.fixture(scope="session")
def _kept(server: str) -> Place:
    place = Place(server, "kept", connections=12)
    PostgresStore(place, Manifest("hash@64", "1"), write=True).close()
    return place


@pytest.fixture
def empty(_kept: Place) -> Iterator[Place]:
    """Where nothing was indexed, but the tables are there. To make them takes longest."""
    yield _kept
    clear(_kept)


@pytest.fixture
def place(server: str) -> Place:
    """Where nothing was indexed yet."""
    return Place(server, f"qa{next(_NUMBERS)}", connections=12)
