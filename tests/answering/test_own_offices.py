from __future__ import annotations

import pytest

from qa.answering.own_offices import own_office
from qa.types import Answer, Asked, Filter, Meeting, Person, Report, Span
from tests.answering.society import Society

_TEXT = "Public orator: Dr Hester Vane\n"
_HELD = Person("Dr Hester Vane", "public orator", Span(15, 29), Span(0, 29))
_MEETING = Meeting("r-1", "r", "a.md", "Senate", Span(0, len(_TEXT)), offices=(_HELD,))


class _Library(Society):
    def report(self, report_id: str) -> Report:
        return Report("r", "Senate", _TEXT, "a.md")

    def meetings(self, where: Filter | None = None) -> tuple[Meeting, ...]:
        return (_MEETING,)


def _told(question: str, read: str | None = None) -> str | None:
    answer = Answer(question=question, answer=read, confidence=0.0)
    found = own_office(Asked(text=question, kind="fact"), _Library(), answer)
    return found.answer if found else None


@pytest.mark.parametrize("question", ["who is the public orator?", "Who was orator of the senate?"])
def test_an_office_as_the_record_calls_it(question: str) -> None:
    assert _told(question) == "Dr Hester Vane"


def test_what_the_reader_found_stays() -> None:
    assert _told("who is the public orator?", "Hester Vane") is None


@pytest.mark.parametrize("question", ["who is the treasurer?", "who is the bursar?", "who spoke?"])
def test_other_offices(question: str) -> None:
    assert _told(question) is None
