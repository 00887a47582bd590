from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from qa.indexing.marking import carried, mark, marked
from qa.indexing.outcome import make_plan
from qa.meetings import Correction
from qa.reports import Folder, scan
from qa.stores import FileRecord
from qa.stores.local import LocalStore, Manifest
from tests.samples import make_report, put

BONN = Correction(1, "", {"place": "Bonn"})


def test_only_what_was_corrected_is_marked(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(name)
    found = scan(tmp_path, 1000)
    now = marked(found, {"b.md": [BONN]})
    assert now.files[0] == found.files[0]
    assert now.files[1].fingerprint != found.files[1].fingerprint


def test_a_mark_takes_the_place_of_the_one_before() -> None:
    first = mark("f", [BONN])
    second = mark(first, [BONN, Correction(2, "", {"date": "2020-01-02"})])
    assert len({"f", first, second}) == 3
    assert mark(second, [BONN]) == first
    assert mark(second, []) == "f"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[LocalStore]:
    """The minutes, in a file that is new."""
    with closing(LocalStore(tmp_path, Manifest("hash", "test"), write=True)) as store:
        put(store, make_report(source="new.md"))
        yield store


def _gone(report_id: str) -> dict[str, FileRecord]:
    return {"old.md": FileRecord(report_id, "f")}


def test_corrections_go_with_the_words_of_their_file(store: LocalStore) -> None:
    plan = make_plan(Folder((), ()), _gone(make_report().id))
    said = {"old.md": [BONN], "other.md": [BONN]}
    assert carried(said, plan, store) == {"new.md": [BONN], "other.md": [BONN]}


def test_corrections_stay_where_no_file_has_the_words(store: LocalStore) -> None:
    said = {"old.md": [BONN]}
    assert carried(said, make_plan(Folder((), ()), _gone("other")), store) == said
    there = {**said, "new.md": [Correction(1, "", {"place": "Oslo"})]}
    assert carried(there, make_plan(Folder((), ()), _gone(make_report().id)), store) == there
