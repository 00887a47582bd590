from __future__ import annotations

from contextlib import closing

import pytest

from qa.errors import IndexMismatchError, IndexMissingError
from qa.stores.manifest import Manifest
from qa.stores.postgres import Place, PostgresStore
from qa.stores.postgres.following import Following

OLD, NEW = Manifest("hash@64", "1"), Manifest("hash@64", "2")


def test_what_is_not_to_be_built_is_opened_or_refused(place: Place) -> None:
    with pytest.raises(IndexMissingError):
        Following(place, OLD, write=True, build=False)
    with closing(PostgresStore(place, OLD, write=True)) as store:
        store.publish()
    Following(place, OLD, write=True, build=False).close()
    with pytest.raises(IndexMismatchError):
        Following(place, NEW, write=True, build=False)


def test_a_thread_that_reads_stays_where_it_is(place: Place) -> None:
    with closing(PostgresStore(place, OLD, write=True)) as store:
        store.publish()
    with closing(Following(place, OLD, write=False, build=True)) as following:
        with following.reading() as (first, _, _):
            for manifest in (NEW, OLD):
                with closing(PostgresStore(place, manifest, write=True)) as store:
                    store.publish()
            with following.reading() as (second, _, _):
                assert second is first
        with following.reading() as (third, _, _):
            assert third.number == 3
