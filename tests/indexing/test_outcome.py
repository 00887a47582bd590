from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qa.indexing.outcome import Renamed, find_renamed, make_plan, near_duplicates
from qa.reports.folder import Failure, Folder, ReportFile
from qa.stores.local import LocalStore, Manifest
from qa.stores.store import FileRecord
from tests.samples import MINUTES, make_report, put


def _file(source: str, fingerprint: str = "f") -> ReportFile:
    return ReportFile(source, Path(source), None, fingerprint)


def _folder(*files: ReportFile, failed: tuple[Failure, ...] = ()) -> Folder:
    return Folder(files, failed)


def test_a_plan_tells_what_differs() -> None:
    known = {name: FileRecord(name, "f") for name in ("same", "changed", "gone")}
    plan = make_plan(_folder(_file("same"), _file("changed", "g"), _file("new")), known)
    assert [file.source for file in plan.work] == ["changed", "new"]
    assert (plan.gone, plan.settled, plan.unchanged) == (["gone"], {"same"}, 1)


def test_what_cannot_be_looked_at_is_not_gone() -> None:
    known = {"sub/a.md": FileRecord("r", "f"), "b.md": FileRecord("s", "f")}
    assert make_plan(_folder(failed=(Failure("sub", "Denied"),)), known).gone == ["b.md"]


def test_a_report_that_loses_a_file_is_read_again_from_the_other() -> None:
    known = {"a": FileRecord("r", "f"), "b": FileRecord("r", "f")}
    plan = make_plan(_folder(_file("b")), known)
    assert ([file.source for file in plan.work], plan.unchanged) == (["b"], 1)


def test_files_are_renamed_in_pairs() -> None:
    known = {name: FileRecord("r", "f") for name in ("a", "b")}
    plan = make_plan(_folder(_file("c"), _file("d"), _file("e")), known)
    now = {name: FileRecord("r", "f") for name in ("c", "d", "e")}
    renamed = find_renamed(plan, ["c", "d", "e"], now)
    assert renamed == (Renamed("a", "c"), Renamed("b", "d"))


def test_another_report_under_a_new_name_is_no_renaming() -> None:
    plan = make_plan(_folder(_file("b")), {"a": FileRecord("r", "f")})
    assert find_renamed(plan, ["b"], {"b": FileRecord("s", "f")}) == ()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[LocalStore]:
    store = LocalStore(tmp_path, Manifest("hash", "test"), write=True)
    yield store
    store.close()


def test_near_duplicates_are_named_by_their_files(store: LocalStore) -> None:
    for source, text in {"b.md": MINUTES * 4 + "A correction.", "a.md": MINUTES * 4}.items():
        put(store, make_report(text, source))
    put(store, make_report("Herons nest on quay five.", "c.md"))
    assert near_duplicates(store) == (("a.md", "b.md"),)
    store.remove("b.md")
    assert near_duplicates(store) == ()
