"""Indexes in a database: one that is empty, or one of which nothing is there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest

from qa.stores.manifest import Manifest
from qa.stores.postgres import Place, PostgresStore
from tests.postgres import clear

_NUMBERS = count()


@pytest.fixture(scope="session")
def _kept(postgres: str) -> Place:
    place = Place(postgres, "kept", connections=12)
    PostgresStore(place, Manifest("hash@64", "1"), write=True).close()
    return place


@pytest.fixture
def empty(_kept: Place) -> Iterator[Place]:
    """Where nothing was indexed, but the tables are there. To make them takes longest."""
    yield _kept
    clear(_kept)


@pytest.fixture
def place(postgres: str) -> Place:
    """Where nothing was indexed yet."""
    return Place(postgres, f"qa{next(_NUMBERS)}", connections=12)
