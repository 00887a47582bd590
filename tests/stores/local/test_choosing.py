from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from qa.stores.local import LocalStore, Manifest
from qa.stores.local.choosing import Records
from qa.types import Filter
from tests.records import collection
from tests.samples import put


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(LocalStore(tmp_path, Manifest("hash@64", "1"), write=True)) as store:
        for report in collection().values():
            put(store, report)
    with closing(sqlite3.connect(tmp_path / "building" / "reports.db")) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def test_a_filter_is_chosen_once(connection: sqlite3.Connection) -> None:
    records, where = Records(connection), Filter(place="bergen")
    first = records.passages(connection, where)
    assert len(first)
    assert records.passages(connection, Filter(place="bergen")) is first


def test_many_filters_take_no_more_room_than_some(connection: sqlite3.Connection) -> None:
    records = Records(connection)
    for number in range(200):
        records.passages(connection, Filter(place=f"hall {number}"))
    assert len(records._chosen) <= 64


def test_without_a_filter_all_are_there(connection: sqlite3.Connection) -> None:
    every = Records(connection)
    assert every.meetings(None) == every.meetings(Filter())
    assert len(every.meetings(None)) == len(every.names) == 6


def test_reports_are_chosen_in_the_same_order(connection: sqlite3.Connection) -> None:
    records = Records(connection)
    every = records.meetings(None)
    ids = tuple(sorted({meeting.report_id for meeting in every}))
    assert records.meetings(Filter(reports=(*ids, *ids, "none"))) == every
