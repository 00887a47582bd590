"""PostgresStore keeps the Store contract, and what only it promises."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from qa.stores.manifest import Manifest
from qa.stores.postgres import Place, PostgresStore
from qa.stores.store import Store
from qa.types import Report
from tests.contracts import MakeStore, StoreContract
from tests.filter_contract import FilterContract
from tests.records import collection
from tests.samples import put

MANIFEST = Manifest(embedder="hash@64", splitter="1")


@pytest.fixture
def make_store(empty: Place) -> Iterator[MakeStore]:
    opened = []

    def make(*, write: bool = False) -> PostgresStore:
        opened.append(PostgresStore(empty, MANIFEST, write=write))
        return opened[-1]

    yield make
    for store in opened:
        store.close()


@pytest.fixture(scope="module")
def told_once(postgres: str) -> Iterator[tuple[Store, dict[str, Report]]]:
    place, reports = Place(postgres, "told"), collection()
    writer = PostgresStore(place, MANIFEST, write=True)
    for report in reports.values():
        put(writer, report)
    writer.publish()
    writer.close()
    store = PostgresStore(place, MANIFEST)
    yield store, reports
    store.close()


class TestPostgresStore(StoreContract, FilterContract):
    @pytest.fixture
    def told(self, told_once: tuple[Store, dict[str, Report]]) -> tuple[Store, dict[str, Report]]:
        """Made once: these tests only read."""
        return told_once
