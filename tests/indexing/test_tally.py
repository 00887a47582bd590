from __future__ import annotations

from pathlib import Path

from qa.indexing.outcome import Renamed
from qa.indexing.putting import Putting
from qa.indexing.tally import Tally
from qa.reports import Failure
from qa.stores import Store
from tests.embedders import HashEmbedder
from tests.indexing.parts import plan_of, ready, store_at


def _indexed(store: Store, folder: Path, files: dict[str, str]) -> None:
    Putting(store, HashEmbedder(), Tally()).put(ready(store, plan_of(folder, files, store)))


def test_what_is_new_changed_and_failed_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "r"
    with store_at(tmp_path / "home") as store:
        _indexed(store, folder, {"a.md": "Fees rise.", "b.md": "Dues fall."})
        plan = plan_of(folder, {"b.md": "Dues rise.", "c.md": "Lamps.", "d.pdf": "Ropes."}, store)
        Putting(store, HashEmbedder(), Tally()).put(ready(store, plan))
        tally = Tally(failed=[Failure("d.pdf", "It is torn.")], embedded=2, reused=1)
        outcome = tally.outcome("r", plan, store)
    assert (outcome.added, outcome.changed, outcome.unchanged) == (("c.md",), ("b.md",), 1)
    assert outcome.failed == (Failure("d.pdf", "It is torn."),)
    assert (outcome.embedded, outcome.reused) == (2, 1)


def test_a_file_with_another_name_is_neither_new_nor_gone(tmp_path: Path) -> None:
    folder = tmp_path / "r"
    with store_at(tmp_path / "home") as store:
        _indexed(store, folder, {"a.md": "Fees rise."})
        (folder / "a.md").unlink()
        plan = plan_of(folder, {"b.md": "Fees rise."}, store)
        Putting(store, HashEmbedder(), Tally()).put(ready(store, plan))
        outcome = Tally().outcome("r", plan, store)
    assert outcome.renamed == (Renamed("a.md", "b.md"),)
    assert (outcome.added, outcome.removed) == ((), ())


def test_what_was_attached_and_no_longer_is_has_to_go(tmp_path: Path) -> None:
    folder = tmp_path / "r"
    with store_at(tmp_path / "home") as store:
        _indexed(store, folder, {"mail.eml": "Subject: Fees\n\nFees rise."})
        plan = plan_of(folder, {"mail.eml": "Subject: Fees\n\nFees fall."}, store)
    known = {**plan.known, "mail.eml/annex.md": plan.known["mail.eml"]}
    with_annex = plan.__class__(known, plan.work, plan.gone, plan.settled, plan.unchanged)
    assert Tally(tried={"mail.eml"}).detached(with_annex) == ["mail.eml/annex.md"]
    failed = Tally(tried={"mail.eml"}, failed=[Failure("mail.eml", "It is torn.")])
    assert failed.detached(with_annex) == []


def test_warnings_of_what_was_read_now_are_kept(tmp_path: Path) -> None:
    with store_at(tmp_path / "home") as store:
        plan = plan_of(tmp_path / "r", {"a.md": "Fees rise."}, store)
        tally = Tally(warned=[Failure("a.md", "A page is blank.")])
        assert tally.warnings(plan, store) == {"a.md": "A page is blank."}
