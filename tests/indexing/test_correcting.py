from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa.assistant import Assistant
from qa.errors import CorrectionError, FolderError, IndexBusyError, NotFoundError, ReportError
from qa.indexing import correct, export_corrections
from qa.indexing.marking import mark
from qa.indexing.rebuilding import alone, rebuild
from qa.meetings import Correction
from qa.parts import last_corrections
from qa.reports.catalogue import read_catalogue
from qa.stores.local.checking import note_damage
from qa.types import Filter, Meeting, Told
from tests.embedders import HashEmbedder
from tests.records import assistant_of, told_rolling, told_whole
from tests.samples import MINUTES, assistant_over

if TYPE_CHECKING:
    from qa.types import Matrix


class Counting(HashEmbedder):
    """Keeps the texts that it was given."""

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def embed_passages(self, texts: Sequence[str]) -> Matrix:
        self.embedded += texts
        return super().embed_passages(texts)


@pytest.fixture
def embedder() -> Counting:
    return Counting()


@pytest.fixture
def assistant(tmp_path: Path, embedder: Counting) -> Iterator[Assistant]:
    with assistant_of(tmp_path / "home", [told_whole(), told_rolling()], embedder) as opened:
        embedder.embedded.clear()
        yield opened


def _id(assistant: Assistant, place: str) -> str:
    (meeting,) = assistant.store.meetings(Filter(place=place))
    return meeting.id


def test_a_record_is_corrected_and_searched_by_what_it_is_now(assistant: Assistant) -> None:
    found = correct(assistant, _id(assistant, "vessa"), {"place": "Bonn", "date": "2024-05-14"})
    assert found.place == Told("Bonn", "corrected")
    (meeting,) = assistant.store.meetings(Filter(place="bonn"))
    assert meeting == found
    assert assistant.store.meetings(Filter(place="vessa")) == []
    assert {e.date for e in assistant.search("survey", where=Filter(place="bonn"))} == {
        "2024-05-14"
    }


def test_a_corrected_report_is_found_by_meaning_as_well(assistant: Assistant) -> None:
    store, before = assistant.store, assistant.generation()
    vector = assistant.embedder.embed_question("survey")
    found = {hit.passage_id for hit in store.search_dense(vector, 100)}
    correct(assistant, _id(assistant, "vessa"), {"place": "Bonn"})
    assert {hit.passage_id for hit in store.search_dense(vector, 100)} == found
    assert assistant.generation() > before


def test_a_place_and_a_date_embed_nothing(assistant: Assistant, embedder: Counting) -> None:
    correct(assistant, _id(assistant, "vessa"), {"place": "Bonn", "date": "2024-05-14"})
    assert embedder.embedded == []
    (first, *_) = assistant.search("bonn")
    passages = assistant.store.search_lexical("bonn", 9)
    assert first.report_id == told_whole().id
    assert "14 May 2024" in assistant.store.passages([passages[0].passage_id])[0].context


def test_a_title_embeds_the_passages_of_its_report_alone(
    assistant: Assistant, embedder: Counting
) -> None:
    correct(assistant, _id(assistant, "vessa"), {"title": "Port council"})
    assert embedder.embedded
    assert all(text.startswith("Port council") for text in embedder.embedded)


def test_one_meeting_of_a_file_is_corrected(assistant: Assistant) -> None:
    correct(assistant, _id(assistant, "bergen"), {"date": "2022-02-02"})
    assert [m.day for m in assistant.store.meetings(Filter(body="quay"))] == [
        "2022-02-02",
        "2021-05-03",
    ]


def test_corrections_add_up_beside_the_index(assistant: Assistant) -> None:
    id_ = _id(assistant, "vessa")
    correct(assistant, id_, {"place": "Bonn"})
    correct(assistant, id_, {"date": "2024-05-14"})
    correct(assistant, id_, {"place": "Málaga"})
    line, values = told_whole().text.splitlines()[0], {"place": "Málaga", "date": "2024-05-14"}
    said = {"harbour.md": (Correction(1, line, values),)}
    assert last_corrections(assistant.settings) == said
    record = assistant.store.files()["harbour.md"]
    assert record.fingerprint == mark("f", said["harbour.md"])


def test_what_cannot_be_taken_changes_nothing(assistant: Assistant) -> None:
    with pytest.raises(CorrectionError):
        correct(assistant, _id(assistant, "vessa"), {"place": "Bonn", "date": "soon"})
    with pytest.raises(NotFoundError):
        correct(assistant, "nowhere", {"place": "Bonn"})
    assert last_corrections(assistant.settings) == {}
    assert assistant.store.meetings(Filter(place="bonn")) == []


def test_it_waits_for_no_long_run(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qa.indexing.correcting._PATIENCE", 0)
    with alone(assistant.settings.home, 0), pytest.raises(IndexBusyError):
        correct(assistant, _id(assistant, "vessa"), {"place": "Bonn"})


def test_corrections_become_a_catalogue(assistant: Assistant, tmp_path: Path) -> None:
    said = {"place": "Bonn, Germany", "date": "2024-05-14/2024-05-16", "body": "Council"}
    correct(assistant, _id(assistant, "vessa"), said)
    correct(assistant, _id(assistant, "bergen"), {"place": "Oslo"})
    exported = export_corrections(assistant, tmp_path / "catalogue.csv")
    assert (exported.rows, exported.left_out) == (1, ("quay.md",))
    row = read_catalogue(tmp_path / "catalogue.csv")["harbour.md"]
    assert (row.place, row.date, row.event, row.title) == (
        "Bonn, Germany",
        "2024-05-16",
        "Council",
        None,
    )
    with pytest.raises(FolderError):
        export_corrections(assistant, tmp_path / "catalogue.csv")


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "harbour.md").write_text(MINUTES, encoding="utf-8")
    (folder / "birds.txt").write_text("Herons nest on quay five.")
    return folder


@pytest.fixture
def over(tmp_path: Path, reports: Path) -> Iterator[Assistant]:
    """Over files, which can be read again."""
    with assistant_over(tmp_path / "of-files", reports) as opened:
        yield opened


def _harbour(assistant: Assistant) -> Meeting:
    (found,) = (m for m in assistant.store.meetings() if m.name != "Herons nest on quay five.")
    return found


def test_a_correction_is_taken_back(over: Assistant) -> None:
    before, files = _harbour(over), over.store.files()
    correct(over, before.id, {"place": "Bonn", "date": "2024-05-14"})
    found = correct(over, before.id, {"date": None})
    assert (found.day, found.place) == (before.day, Told("Bonn", "corrected"))
    assert correct(over, before.id, {"place": None}) == before == _harbour(over)
    assert (last_corrections(over.settings), over.store.files()) == ({}, files)


def test_one_field_is_corrected_while_another_is_taken_back(over: Assistant) -> None:
    before = _harbour(over)
    correct(over, before.id, {"place": "Bonn"})
    found = correct(over, before.id, {"place": None, "body": "Council"})
    assert (found.place, found.body) == (before.place, Told("Council", "corrected"))


def test_what_was_never_corrected_can_be_taken_back(over: Assistant) -> None:
    before = _harbour(over)
    assert correct(over, before.id, {"title": None}) == before
    with pytest.raises(CorrectionError):
        correct(over, before.id, {"chair": None})


def test_of_a_file_that_has_changed_the_next_run_takes_it_back(
    over: Assistant, reports: Path
) -> None:
    correct(over, (before := _harbour(over)).id, {"date": "2024-05-14"})
    (reports / "harbour.md").write_text(MINUTES + "\nHerons came.\n", encoding="utf-8")
    with pytest.raises(ReportError, match="isn't as it was indexed"):
        correct(over, before.id, {"date": None})
    rebuild(over.settings, embedder=HashEmbedder())
    assert _harbour(over).day == before.day


def test_corrections_stay_with_a_renamed_file(over: Assistant, reports: Path) -> None:
    correct(over, _harbour(over).id, {"place": "Bonn"})
    (reports / "harbour.md").rename(reports / "port.md")
    rebuild(over.settings, embedder=HashEmbedder())
    found = _harbour(over)
    assert (found.source, found.place) == ("port.md", Told("Bonn", "corrected"))
    assert rebuild(over.settings, embedder=HashEmbedder()).unchanged == 2
    assert list(last_corrections(over.settings)) == ["port.md"]


def test_corrections_stay_with_the_twin_of_a_file_that_goes(over: Assistant, reports: Path) -> None:
    correct(over, _harbour(over).id, {"place": "Bonn"})
    (reports / "twin.md").write_text(MINUTES, encoding="utf-8")
    rebuild(over.settings, embedder=HashEmbedder())
    (reports / "harbour.md").unlink()
    rebuild(over.settings, embedder=HashEmbedder())
    found = _harbour(over)
    assert (found.source, found.place) == ("twin.md", Told("Bonn", "corrected"))


def test_a_damaged_index_is_not_made_anew_by_a_correction(over: Assistant) -> None:
    note_damage(over.settings.home / "edition-000001")
    correct(over, _harbour(over).id, {"place": "Bonn"})
    assert not (over.settings.home / "building").exists()
