from __future__ import annotations

import pytest

from qa.answering.voters import asked_side, asked_voter, voters
from qa.types import Entry, Meeting, Proceedings, Report, Span, Votes
from tests.answering.society import Society

_TEXT = """Moved by Okafor, seconded by Ek, to lower Harbour Fee No. 12.
Ayes: Okafor, Ek
Noes: Blom
Abstain: Ito
"""
_REPORT = Report("r", "Minutes", _TEXT, "minutes.md")
_MEETING = Meeting("r-1", "r", "minutes.md", "Board", Span(0, len(_TEXT)))
_BY = {"Okafor": "aye", "Ek": "aye", "Blom": "no", "Ito": "abstained"}
_MOTION = Entry("motion", Span(0, len(_TEXT)), votes=Votes(2, 1, 1, _BY))


class _Library(Society):
    def report(self, report_id: str) -> Report:
        return _REPORT

    def proceedings(self, ids: object) -> dict[str, Proceedings]:
        return {}


@pytest.mark.parametrize(
    ("question", "side"),
    [
        ("Who voted for Harbour Fee No. 12?", "aye"),
        ("who voted against lowering it", "no"),
        ("Which members opposed the motion?", "no"),
        ("Who abstained?", "abstained"),
        ("how did they vote?", None),
        ("Was there a vote against it?", None),
    ],
)
def test_a_question_names_a_side(question: str, side: str | None) -> None:
    assert asked_side(question) == side


@pytest.mark.parametrize(
    ("side", "names"), [("aye", ["Okafor", "Ek"]), ("no", ["Blom"]), ("abstained", ["Ito"])]
)
def test_the_names_of_a_side_are_cited_in_the_vote(side: str, names: list[str]) -> None:
    items = voters(_Library(), _MEETING, _MOTION, side)
    assert [one.answer for one in items] == names
    for one in items:
        (cited,) = one.citations
        assert _TEXT[cited.start : cited.end] == cited.quote
        assert not cited.quote.startswith("Moved")


def test_how_a_person_voted() -> None:
    (found,) = voters(_Library(), _MEETING, _MOTION, None, "Ms Ito")
    assert (found.answer, found.label) == ("Abstain: Ito", "abstained")


def test_a_table_of_several_matters_is_cited_down_to_the_row() -> None:
    text = "| | Ash, Ivo | Elm |\n|---|---|---|\n| Quay | Y | N |\n| Crane | N | Y |\n"
    entry = Entry("motion", Span(0, len(text)), votes=Votes(by={"Ash, Ivo": "aye"}), matter="Quay")

    class Library(_Library):
        def report(self, report_id: str) -> Report:
            return Report("r", "Minutes", text, "minutes.md")

    (found,) = voters(Library(), _MEETING, entry, None, "Ivo Ash")
    assert found.citations[0].quote.endswith("| Quay | Y | N |")


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("How did Ms Ito vote on the fee?", "Ms Ito"),
        ("how did Councillor Blom vote", "Councillor Blom"),
        ("how did the board vote?", None),
        ("how did each councillor vote?", None),
        ("how did they vote?", None),
        ("who voted for it?", None),
    ],
)
def test_whose_vote_is_asked_for(question: str, who: str | None) -> None:
    assert asked_voter(question) == who
