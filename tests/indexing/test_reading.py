from __future__ import annotations

from pathlib import Path

from qa.indexing.putting import Putting
from qa.indexing.reading import Ready, Twin
from qa.indexing.tally import Tally
from qa.meetings import Correction
from qa.reports import Failure
from tests.embedders import HashEmbedder
from tests.indexing.parts import plan_of, reading, ready, store_at
from tests.samples import MINUTES


def test_a_file_becomes_a_report_with_its_passages_and_fingerprint(tmp_path: Path) -> None:
    with store_at(tmp_path / "home") as store:
        plan = plan_of(tmp_path / "r", {"a.md": MINUTES}, store)
        (found,) = reading(store).of_plan(plan)
        assert isinstance(found, Ready)
        assert found.report.title == "Harbour board, third meeting"
        assert all(found.report.text[p.start : p.end] == p.text for p in found.passages)
        assert found.fingerprint == plan.work[0].fingerprint


def test_a_bad_file_is_named_and_the_next_one_read(tmp_path: Path) -> None:
    with store_at(tmp_path / "home") as store:
        plan = plan_of(tmp_path / "r", {"a.pdf": "no PDF", "b.md": "Fees rise."}, store)
        bad, good = reading(store).of_plan(plan)
        assert isinstance(bad, Failure)
        assert bad.source == "a.pdf"
        assert isinstance(good, Ready)


def test_the_second_file_of_one_report_is_a_twin(tmp_path: Path) -> None:
    with store_at(tmp_path / "home") as store:
        plan = plan_of(tmp_path / "r", {"a.md": MINUTES, "b.md": MINUTES}, store)
        first, second = reading(store).of_plan(plan)
        assert isinstance(first, Ready)
        assert second == Twin("b.md", first.report.id, plan.work[1].fingerprint)


def test_what_is_indexed_can_be_read_again(tmp_path: Path) -> None:
    with store_at(tmp_path / "home") as store:
        plan = plan_of(tmp_path / "r", {"a.md": MINUTES}, store)
        before = ready(store, plan)
        Putting(store, HashEmbedder(), Tally()).put(before)
        assert [*reading(store).of_file(plan.work[0])] == before


def test_a_correction_is_part_of_the_report(tmp_path: Path) -> None:
    with store_at(tmp_path / "home") as store:
        plan = plan_of(tmp_path / "r", {"a.md": MINUTES}, store)
        correction = Correction(1, "# Harbour board, third meeting", {"place": "Wexcombe"})
        (corrected,) = reading(store, {"a.md": [correction]}).of_plan(plan)
        assert isinstance(corrected, Ready)
        place = corrected.report.meetings[0].place
        assert place is not None
        assert (place.value, place.how) == ("Wexcombe", "corrected")
