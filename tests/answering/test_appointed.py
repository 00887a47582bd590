from __future__ import annotations

from dataclasses import replace

import pytest

from qa.answering.appointed import appointed, asks_appointed
from qa.answering.lists import listed
from qa.types import Asked, Report, Span
from tests.answering.society import MAY_MEETING, Society, ask, of
from tests.samples import make_report

ELECTED = """# Reed Union, annual meeting

## Elections

The members elected its bureau. The vice-presidents elected were: Olga Brandt (Latvia), Piet
de Lorne (Belgium), and Sami Aalto (Finland). Ines Marlow was elected as Treasurer.
Ada Finch and Tomas Reyl were elected as vice-chairs of the Reed Union. Kai Holm and
Lea Vogt were elected as vice-chairs of the Dredging Fund.

## Levies

Members set up a contact group on levies, co-chaired by Hanna Vik (Norway) and Luis Prado (Peru).
"""
BOARD = """# Board meeting

New officers were elected. A motion was made to assign these positions:

President - Olga Brandt Vice Pres. - Sami Aalto Treasurer - Ines Marlow At Large - Ada Finch

Fire Adviser Kai Holm thanked the Secretary, Lea Vogt.
"""


class _Union(Society):
    """The May meeting, but told by another report."""

    def __init__(self, text: str) -> None:
        self.text = replace(make_report(text, "may.md"), id=MAY_MEETING.report_id)
        super().__init__([replace(MAY_MEETING, span=Span(0, len(text)))])

    def report(self, report_id: str) -> Report:
        return self.text


def _asked(text: str) -> Asked:
    return ask(text, "list", aspect="offices", filter=of(MAY_MEETING))


@pytest.mark.parametrize(
    ("question", "text", "names"),
    [
        (
            "which vice-presidents were elected?",
            ELECTED,
            ["Olga Brandt", "Piet\nde Lorne", "Sami Aalto"],
        ),
        ("who became vice-chairs of the Reed Union?", ELECTED, ["Ada Finch", "Tomas Reyl"]),
        ("who chaired the contact groups?", ELECTED, ["Hanna Vik", "Luis Prado"]),
        (
            "who got elected as officers?",
            BOARD,
            ["Olga Brandt", "Sami Aalto", "Ines Marlow", "Ada Finch"],
        ),
        ("who were elected as secretaries?", ELECTED, []),
    ],
)
def test_all_names_of_the_sentences_that_say_so(question: str, text: str, names: list[str]) -> None:
    found = appointed(_asked(question), _Union(text))
    assert [one.answer for one in found] == names


def test_no_meeting_is_named_so_that_it_is_read() -> None:
    asked = ask("who were elected as officers?", "list", aspect="offices")
    assert appointed(asked, _Union(BOARD)) == []


def test_offices_in_a_record_are_no_election() -> None:
    assert asks_appointed(_asked("who got elected as officers?"))
    assert not asks_appointed(_asked("who are the officers?"))


def test_such_names_are_not_told_as_sure() -> None:
    found = listed(_asked("Who were elected as vice-presidents?"), _Union(ELECTED), None)
    assert len(found.items) > 1
    assert (found.level, "may be of others" in (found.hint or "")) == ("unsure", True)
