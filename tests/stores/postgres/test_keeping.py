from __future__ import annotations

import pytest

from qa.errors import IndexBusyError, StoreError
from qa.meetings import Correction
from qa.stores.postgres import Place, PostgresKeeping
from qa.stores.store import LastRun, Origin

MENDED = {"a.md": (Correction(1, "# Board", {"date": "2021-05-03"}),), "b.md": ()}


def test_before_the_first_run_there_is_nothing(place: Place) -> None:
    keeping = PostgresKeeping(place)
    assert (keeping.origin(), keeping.last_run(), keeping.corrections()) == (None, None, {})
    assert keeping.editions() == []


def test_what_is_kept_comes_back(empty: Place) -> None:
    keeping, run = PostgresKeeping(empty), LastRun(1.5, {"a.md": "It is binary."})
    keeping.set_origin(Origin("/reports"))
    keeping.set_last_run(run)
    keeping.set_corrections(MENDED)
    assert (keeping.origin(), keeping.last_run()) == (Origin("/reports"), run)
    assert keeping.corrections() == MENDED
    keeping.set_corrections({})
    assert keeping.corrections() == {}


def test_corrections_that_cannot_be_read_are_never_passed_over(empty: Place) -> None:
    keeping = PostgresKeeping(empty)
    keeping.set_corrections(MENDED)
    with empty.connected() as connection:
        connection.execute(f"UPDATE {empty.index}.corrections SET value = '[1]'".encode())
    with pytest.raises(StoreError, match=r"corrections in .* can't be read"):
        keeping.corrections()


def test_without_an_earlier_edition_nothing_is_restored(empty: Place) -> None:
    with pytest.raises(StoreError, match="No earlier index is kept"):
        PostgresKeeping(empty).restore()


def test_several_index_at_once_but_none_while_one_corrects(empty: Place) -> None:
    one, other = PostgresKeeping(empty), PostgresKeeping(empty)
    with one.held(shared=True, patience=0), other.held(shared=True, patience=0):
        pass
    with one.held(shared=False, patience=0):
        for shared in (True, False):
            with pytest.raises(IndexBusyError), other.held(shared=shared, patience=0):
                pass
    with other.held(shared=False, patience=0):
        pass
