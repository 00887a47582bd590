from __future__ import annotations

from dataclasses import replace

import pytest

from qa.answering import speakers
from qa.answering.speakers import said_by, said_with
from qa.types import Proceedings, Statement
from tests.answering.society import MEETINGS, PROCEEDINGS, Society, at, june


@pytest.mark.parametrize(
    ("person", "texts"),
    [
        ("Finch", ["Ms Finch said", "She asked", "Ada Finch reported"]),
        ("Ada Finch", ["Ms Finch said", "She asked", "Ada Finch reported"]),
        ("Norway", ["NORWAY, supported", "NORWAY said"]),
        ("the vice-chair", ["Tomas Reyl opposed"]),
        ("Zed", []),
    ],
)
def test_a_person_says_all_of_it_under_any_name(person: str, texts: list[str]) -> None:
    found = [one.text for one in said_by(person, Society(), MEETINGS)]
    assert len(found) == len(texts)
    assert all(text.startswith(begins) for text, begins in zip(found, texts, strict=True))


def test_who_chaired_is_the_chair(monkeypatch: pytest.MonkeyPatch) -> None:
    span = at(june, "The proposal to sell the old tank was rejected.")
    spoken = tuple(Statement(name, span) for name in ("Mr Reyl", "Vice-chair Reyl"))
    known = {**PROCEEDINGS, "june": Proceedings(statements=spoken)}
    library = Society()
    monkeypatch.setattr(library, "proceedings", lambda ids: {one: known[one] for one in ids})
    (said,) = said_by("the chair", library, MEETINGS)
    assert said.meeting.id == "june"
    assert speakers.Said is type(said)


def test_a_stance_is_of_anybody() -> None:
    found = said_with("opposes", Society(), MEETINGS)
    assert [one.statement.speaker for one in found] == ["PERU", "Tomas Reyl"]


def test_an_item_is_labelled_with_the_speaker_as_written() -> None:
    said = said_by("Norway", Society(), MEETINGS)[0]
    assert said.as_item().label == "NORWAY"
    assert "Levies" in replace(said).about
