from __future__ import annotations

from qa.questions.named import Named, covered, label_of
from qa.types import Meeting, Span
from tests.questions.invented import COPPER_4, HERRING, INDEX, MEETINGS, ORCHARD_JULY, ORCHARD_MAY


def _label(*meetings: Meeting) -> str:
    return label_of(
        INDEX, frozenset(MEETINGS.index(one) for one in meetings), "the Orchard talks, ICT"
    )


def test_meetings_are_called_by_what_they_share() -> None:
    assert _label(HERRING) == "HFC-12"
    assert _label(*COPPER_4) == "ICT 4"
    assert _label(ORCHARD_MAY, ORCHARD_JULY) == "Orchard Committee"
    assert _label(HERRING, ORCHARD_MAY) == "the Orchard talks, ICT"


def test_words_are_taken_once() -> None:
    one = Named("title", frozenset(), Span(3, 9), "x")
    assert covered(Span(8, 12), [one])
    assert not covered(Span(9, 12), [one])
