from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa.errors import ReportError
from qa.indexing.indexer import Indexer
from qa.indexing.outcome import Outcome, Progress, near_duplicates
from qa.reports.folder import scan
from qa.stores.local import LocalStore, Manifest
from qa.stores.store import Origin, Store
from tests.embedders import HashEmbedder
from tests.paths import PROJECT
from tests.samples import LIMITS, index_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.types import Matrix

MANIFEST = Manifest(embedder="hash@64", splitter="1")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = LocalStore(tmp_path / "home", MANIFEST, write=True)
    yield store
    store.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two reports."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.md").write_text("Fees rise.")
    (folder / "b.md").write_text("Dues fall.")
    return folder


def _texts(store: Store) -> dict[str, str]:
    """What each file holds."""
    return {source: store.report(record.report_id).text for source, record in store.files().items()}


def _did(outcome: Outcome) -> dict[str, object]:
    """The parts of an outcome that aren't empty."""
    parts = {
        "added": outcome.added,
        "changed": outcome.changed,
        "removed": outcome.removed,
        "renamed": tuple((pair.old, pair.new) for pair in outcome.renamed),
        "unchanged": outcome.unchanged,
        "failed": tuple(failure.source for failure in outcome.failed),
    }
    return {name: part for name, part in parts.items() if part}


def test_new_files_are_added(store: Store, folder: Path) -> None:
    assert _did(index_folder(store, folder)) == {"added": ("a.md", "b.md")}
    assert _texts(store) == {"a.md": "Fees rise.", "b.md": "Dues fall."}


def test_what_was_indexed_can_be_searched(store: Store, folder: Path, tmp_path: Path) -> None:
    index_folder(store, folder)
    reader = LocalStore(tmp_path / "home", MANIFEST)
    try:
        (lexical,) = reader.search_lexical("fees", 5)
        dense = reader.search_dense(HashEmbedder().embed_question("fees rise"), 5)
        assert dense[0].passage_id == lexical.passage_id
    finally:
        reader.close()


def test_unchanged_files_are_not_read_again(store: Store, folder: Path) -> None:
    index_folder(store, folder)
    os.utime(folder / "a.md")
    assert _did(index_folder(store, folder)) == {"unchanged": 2}


def test_a_changed_file_replaces_its_text(store: Store, folder: Path) -> None:
    index_folder(store, folder)
    (folder / "a.md").write_text("Fees stay.")
    assert _did(index_folder(store, folder)) == {"changed": ("a.md",), "unchanged": 1}
    assert _texts(store)["a.md"] == "Fees stay."
    assert len(store.entries()) == 2


def test_a_removed_file_goes_with_its_report(store: Store, folder: Path) -> None:
    index_folder(store, folder)
    (folder / "a.md").unlink()
    assert _did(index_folder(store, folder)) == {"removed": ("a.md",), "unchanged": 1}
    assert [entry.source for entry in store.entries()] == ["b.md"]


def test_a_renamed_file_keeps_its_report(store: Store, folder: Path) -> None:
    index_folder(store, folder)
    before = store.files()["a.md"].report_id
    (folder / "a.md").rename(folder / "z.md")
    assert _did(index_folder(store, folder)) == {"renamed": (("a.md", "z.md"),), "unchanged": 1}
    assert before in {entry.id for entry in store.entries()}


def test_a_new_name_with_a_day_tells_the_day(store: Store, folder: Path) -> None:
    index_folder(store, folder)
    (folder / "a.md").rename(folder / "2023-03-14.md")
    outcome = index_folder(store, folder)
    assert _did(outcome) == {"renamed": (("a.md", "2023-03-14.md"),), "unchanged": 1}
    assert outcome.embedded == 0
    assert [entry.date for entry in store.entries()] == ["2023-03-14", None]


def test_the_same_words_of_two_days_are_two_reports(store: Store, folder: Path) -> None:
    for name in ("2024-03-04.md", "2024-04-08.md"):
        (folder / name).write_text("No quorum.")
    index_folder(store, folder)
    dated = [entry for entry in store.entries() if entry.date]
    assert [entry.date for entry in dated] == ["2024-04-08", "2024-03-04"]


def test_a_report_that_comes_later_tells_of_its_neighbours(store: Store, folder: Path) -> None:
    (folder / "pow8.md").write_text("# POW 7 HIGHLIGHTS\n\nOn Tuesday, the Panel on Wheels met.")
    index_folder(store, folder)
    assert store.meetings()[0].reported is None
    (folder / "pow7.md").write_text(
        "# Seventh session of the Panel on Wheels, 7-12 December 2009\n\nIt meets in Oslo, Norway."
    )
    index_folder(store, folder)
    told = {meeting.source: meeting for meeting in store.meetings()}["pow8.md"]
    assert told.reported is not None
    assert (told.reported.value, told.reported.how) == ("2009-12-08", "series")
    entry = next(entry for entry in store.entries() if entry.source == "pow8.md")
    assert (entry.date, entry.place) == ("2009-12-08", "Oslo, Norway")
    (folder / "pow7.md").unlink()
    index_folder(store, folder)
    report = store.report(told.report_id)
    assert (report.meetings[0].reported, report.date, report.place) == (None, None, None)


def test_neighbours_tell_of_a_report_that_only_a_broken_twin_holds(
    store: Store, folder: Path
) -> None:
    for name in ("pow8.md", "twin.md"):
        (folder / name).write_text("# POW 7 HIGHLIGHTS\n\nOn Tuesday, the Panel on Wheels met.")
    index_folder(store, folder)
    (folder / "pow8.md").unlink()
    (folder / "twin.md").write_bytes(b"\0")
    (folder / "pow7.md").write_text(
        "# Seventh session of the Panel on Wheels, 7-12 December 2009\n\nIt meets in Oslo, Norway."
    )
    assert _did(index_folder(store, folder))["failed"] == ("twin.md",)
    assert sorted(store.files()) == ["a.md", "b.md", "pow7.md", "twin.md"]
    assert "twin.md" in {entry.source for entry in store.entries()}


def test_two_files_of_one_text_are_one_report(store: Store, folder: Path) -> None:
    (folder / "c.md").write_text("Fees rise.")
    assert _did(index_folder(store, folder)) == {"added": ("a.md", "b.md", "c.md")}
    assert (len(store.entries()), len(store.files())) == (2, 3)


def test_a_later_twin_is_linked(store: Store, folder: Path) -> None:
    index_folder(store, folder)
    (folder / "c.md").write_text("Fees rise.")
    assert _did(index_folder(store, folder)) == {"added": ("c.md",), "unchanged": 2}
    assert store.files()["c.md"].report_id == store.files()["a.md"].report_id


@pytest.mark.parametrize(("removed", "left"), [("a.md", "c.md"), ("c.md", "a.md")])
def test_of_twins_the_one_left_names_the_report(
    store: Store, folder: Path, removed: str, left: str
) -> None:
    (folder / "c.md").write_text("Fees rise.")
    index_folder(store, folder)
    (folder / removed).unlink()
    assert _did(index_folder(store, folder)) == {"removed": (removed,), "unchanged": 2}
    assert sorted(entry.source for entry in store.entries()) == sorted([left, "b.md"])


def test_of_twins_one_may_change(store: Store, folder: Path) -> None:
    (folder / "c.md").write_text("Fees rise.")
    index_folder(store, folder)
    (folder / "a.md").write_text("Fees stay.")
    index_folder(store, folder)
    assert _texts(store) == {"a.md": "Fees stay.", "b.md": "Dues fall.", "c.md": "Fees rise."}
    assert sorted(entry.source for entry in store.entries()) == ["a.md", "b.md", "c.md"]


def test_files_may_swap_their_texts(store: Store, folder: Path) -> None:
    index_folder(store, folder)
    (folder / "a.md").write_text("Dues fall.")
    (folder / "b.md").write_text("Fees rise.")
    assert _did(index_folder(store, folder)) == {"changed": ("a.md", "b.md")}
    assert _texts(store) == {"a.md": "Dues fall.", "b.md": "Fees rise."}


def test_a_changed_row_of_the_catalogue_changes_the_report(store: Store, folder: Path) -> None:
    (folder / "catalogue.csv").write_text("file,event\na.md,Board\n")
    index_folder(store, folder)
    (folder / "catalogue.csv").write_text("file,event\na.md,Assembly\n")
    assert _did(index_folder(store, folder)) == {"changed": ("a.md",), "unchanged": 1}
    assert {entry.source: entry.event for entry in store.entries()}["a.md"] == "Assembly"


def test_a_changed_row_changes_what_is_found(store: Store, folder: Path) -> None:
    index_folder(store, folder)
    (folder / "catalogue.csv").write_text("file,event\na.md,Conference of rectors\n")
    index_folder(store, folder)
    assert len(store.search_lexical("rectors", 5)) == 1


def test_broken_files_are_listed_and_the_others_indexed(store: Store, folder: Path) -> None:
    (folder / "broken.md").write_bytes(b"\0")
    (folder / "empty.md").write_text("")
    (folder / "a.exe").write_text("MZ")
    outcome = index_folder(store, folder)
    assert _did(outcome) == {
        "added": ("a.md", "b.md"),
        "failed": ("a.exe", "broken.md", "empty.md"),
    }
    assert [failure.reason.split(".")[0] for failure in outcome.failed] == [
        "No reader for '",
        "The file is binary",
        "The file has no text",
    ]


def test_broken_files_are_tried_again(store: Store, folder: Path) -> None:
    (folder / "broken.md").write_bytes(b"\0")
    index_folder(store, folder)
    assert _did(index_folder(store, folder)) == {"unchanged": 2, "failed": ("broken.md",)}
    (folder / "broken.md").write_text("Mended.")
    assert _did(index_folder(store, folder)) == {"unchanged": 2, "added": ("broken.md",)}


def test_a_file_that_breaks_keeps_its_last_text(store: Store, folder: Path) -> None:
    index_folder(store, folder)
    (folder / "a.md").write_bytes(b"\0")
    assert _did(index_folder(store, folder)) == {"unchanged": 1, "failed": ("a.md",)}
    assert _texts(store)["a.md"] == "Fees rise."


def test_of_twins_one_may_break(store: Store, folder: Path) -> None:
    (folder / "c.md").write_text("Fees rise.")
    index_folder(store, folder)
    (folder / "a.md").write_bytes(b"\0")
    index_folder(store, folder)
    assert _texts(store) == {"a.md": "Fees rise.", "b.md": "Dues fall.", "c.md": "Fees rise."}


def test_a_file_that_grows_too_large_keeps_its_last_text(store: Store, folder: Path) -> None:
    index_folder(store, folder)
    (folder / "a.md").write_text("x" * 2_000_000)
    assert _did(index_folder(store, folder)) == {"unchanged": 1, "failed": ("a.md",)}
    assert _texts(store)["a.md"] == "Fees rise."


def test_a_file_that_goes_between_scan_and_reading_fails(store: Store, folder: Path) -> None:
    found = scan(folder, 1000)
    (folder / "a.md").unlink()
    indexer = Indexer(store, HashEmbedder(), lambda: LIMITS)
    outcome = indexer.index(found, Origin(str(folder)), lambda progress: None)
    assert _did(outcome) == {"added": ("b.md",), "failed": ("a.md",)}


def test_a_folder_that_became_empty_changes_nothing(store: Store, folder: Path) -> None:
    index_folder(store, folder)
    for path in folder.iterdir():
        path.unlink()
    with pytest.raises(ReportError, match=r"no reports; nothing was changed.*--home"):
        index_folder(store, folder)
    assert len(store.files()) == 2


def test_another_folder_replaces_the_one_before(store: Store, folder: Path, tmp_path: Path) -> None:
    index_folder(store, folder)
    other = tmp_path / "other"
    other.mkdir()
    (other / "c.md").write_text("Herons nest.")
    assert _did(index_folder(store, other)) == {"added": ("c.md",), "removed": ("a.md", "b.md")}
    assert store.origin() == Origin(str(other))


def test_progress_ends_with_all_that_was_to_be_done(store: Store, folder: Path) -> None:
    told: list[Progress] = []
    indexer = Indexer(store, HashEmbedder(), lambda: LIMITS)
    indexer.index(scan(folder, 1000), Origin(str(folder)), told.append)
    assert told[-1] == Progress(2, 2)
    assert [progress.done for progress in told] == sorted({progress.done for progress in told})


def test_many_reports_are_stored_with_their_own_vectors(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(150):
        (folder / f"{number}.md").write_text(f"Delegate number{number} spoke. " * (number % 30 + 1))
    index_folder(store, folder)
    for source in ("0.md", "77.md", "149.md"):
        (passage, *_) = store.passages(
            [h.passage_id for h in store.search_lexical(f"number{source[:-3]}", 1)]
        )
        vector = HashEmbedder().embed_question(passage.embedded_text)
        assert store.search_dense(vector, 1)[0].score == pytest.approx(1, abs=1e-5)


class _Counting(HashEmbedder):
    """Remembers what it embedded."""

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def embed_passages(self, texts: Sequence[str]) -> Matrix:
        self.embedded += texts
        return super().embed_passages(texts)


@pytest.fixture
def counting() -> _Counting:
    return _Counting()


def _index(store: Store, folder: Path, embedder: HashEmbedder) -> Outcome:
    indexer = Indexer(store, embedder, lambda: LIMITS)
    return indexer.index(scan(folder, 1_000_000), Origin(str(folder)), lambda progress: None)


def _long_report(folder: Path, *more: str) -> Path:
    path = folder / "long.md"
    parts = [f"## Item {n}\n\n" + f"Delegate {n} spoke on item {n}. " * 12 for n in range(8)]
    path.write_text("\n\n".join(["# Assembly", *parts, *more]))
    return path


def test_of_a_changed_report_only_what_changed_is_embedded(
    store: Store, folder: Path, counting: _Counting
) -> None:
    _long_report(folder)
    first = _index(store, folder, counting)
    assert (first.embedded, first.reused) == (len(counting.embedded), 0)
    counting.embedded.clear()
    _long_report(folder, "## Last\n\n" + "Herons were counted on the last quay. " * 12)
    outcome = _index(store, folder, counting)
    assert counting.embedded
    assert all("Herons" in text for text in counting.embedded)
    assert outcome.embedded == len(counting.embedded)
    assert outcome.reused > 2 * outcome.embedded


def test_a_renamed_report_is_not_embedded_again(
    store: Store, folder: Path, counting: _Counting
) -> None:
    path = _long_report(folder)
    before = _index(store, folder, counting).embedded - 2
    counting.embedded.clear()
    path.rename(folder / "assembly.md")
    outcome = _index(store, folder, counting)
    assert (counting.embedded, outcome.embedded, outcome.reused) == ([], 0, before)


def test_a_split_of_another_kind_embeds_only_what_is_new(
    store: Store, folder: Path, counting: _Counting, tmp_path: Path
) -> None:
    _index(store, folder, counting)
    counting.embedded.clear()
    other = LocalStore(tmp_path / "home", Manifest(MANIFEST.embedder, "2"), write=True)
    outcome = _index(other, folder, counting)
    other.close()
    assert (counting.embedded, outcome.reused) == ([], 2)


def test_reused_vectors_are_those_of_their_texts(store: Store, folder: Path) -> None:
    _long_report(folder)
    index_folder(store, folder)
    _long_report(folder, "## Last\n\nHerons were counted.")
    index_folder(store, folder)
    hits = store.search_lexical("delegate item herons", 50)
    passages = store.passages([hit.passage_id for hit in hits])
    assert len(passages) > 8
    for passage in passages:
        vector = HashEmbedder().embed_question(passage.embedded_text)
        assert store.search_dense(vector, 1)[0].score == pytest.approx(1, abs=1e-5)


def test_near_duplicates_are_told_and_stay(store: Store, folder: Path) -> None:
    path = _long_report(folder)
    (folder / "reissue.md").write_text(path.read_text() + "\n\nCorrected.")
    outcome = index_folder(store, folder)
    assert outcome.near_duplicates == (("long.md", "reissue.md"),)
    assert index_folder(store, folder).near_duplicates == ()
    assert near_duplicates(store) == outcome.near_duplicates
    assert len(store.entries()) == 4


def test_what_failed_is_remembered_until_it_is_mended(store: Store, folder: Path) -> None:
    (folder / "broken.md").write_bytes(b"\0")
    index_folder(store, folder)
    run = store.last_run()
    assert run
    assert list(run.failed) == ["broken.md"]
    (folder / "broken.md").write_text("Mended.")
    index_folder(store, folder)
    mended = store.last_run()
    assert mended
    assert (mended.failed, mended.began >= run.began) == ({}, True)


def test_what_was_taken_out_may_leave_the_folder_empty(store: Store, folder: Path) -> None:
    index_folder(store, folder)
    for path in folder.iterdir():
        path.unlink()
    indexer, found = Indexer(store, HashEmbedder(), lambda: LIMITS), scan(folder, 1000)
    with pytest.raises(ReportError, match="nothing was changed"):
        indexer.index(found, Origin("f"), lambda progress: None, taken_out={"a.md"})
    outcome = indexer.index(found, Origin("f"), lambda progress: None, taken_out={"a.md", "b.md"})
    assert (outcome.removed, store.entries()) == (("a.md", "b.md"), [])


class _Killed(HashEmbedder):
    """Fails when it gets to a certain text."""

    def embed_passages(self, texts: Sequence[str]) -> Matrix:
        if any("Herons" in text for text in texts):
            raise KeyboardInterrupt
        return super().embed_passages(texts)


def test_what_was_told_as_done_survives_an_interruption(store: Store, tmp_path: Path) -> None:
    folder = _large_folder(tmp_path)
    told: list[Progress] = []
    indexer = Indexer(store, _Killed(), lambda: LIMITS)
    with pytest.raises(KeyboardInterrupt):
        indexer.index(scan(folder, 1_000_000), Origin(str(folder)), told.append)
    assert sorted(store.files()) == [f"{number}.md" for number in range(told[-1].done)]
    outcome = index_folder(store, folder)
    assert outcome.unchanged == told[-1].done > 0


_INDEX = """
import os, signal, sys
from pathlib import Path
from qa.reports.folder import scan
from qa.indexing.indexer import Indexer
from qa.stores.local import LocalStore, Manifest
from qa.stores.store import Origin
from tests.embedders import HashEmbedder
from tests.samples import LIMITS

home, folder = map(Path, sys.argv[1:])
store = LocalStore(home, Manifest(embedder="hash@64", splitter="1"), write=True)

def told(progress):
    print(progress.done, flush=True)
    if progress.done >= 3:
        os.kill(os.getpid(), signal.SIGKILL)

Indexer(store, HashEmbedder(), lambda: LIMITS).index(
    scan(folder, 1_000_000), Origin(str(folder)), told
)
"""


def test_what_was_told_as_done_survives_a_kill(tmp_path: Path) -> None:
    folder, home = _large_folder(tmp_path), tmp_path / "home"
    killed = subprocess.run(
        [sys.executable, "-c", _INDEX, str(home), str(folder)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    store = LocalStore(home, MANIFEST, write=True)
    try:
        assert len(store.files()) == int(killed.stdout.split()[-1]) == 3
        assert index_folder(store, folder).unchanged == 3
    finally:
        store.close()


def _large_folder(tmp_path: Path) -> Path:
    """Six reports, each of which is embedded and stored by itself."""
    folder = tmp_path / "large"
    folder.mkdir()
    for number in range(6):
        word = "Herons" if number == 4 else "Delegates"
        (folder / f"{number}.md").write_text(f"{word} met on quay {number} again. " * 2800)
    return folder
