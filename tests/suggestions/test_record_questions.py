from __future__ import annotations

from dataclasses import replace

from qa.browsing import MeetingEntry
from qa.suggestions.record_questions import asked_of

BOARD = MeetingEntry(
    id="m", report_id="r", source="r.pdf", name="Board", day="2014-04-14", first_day="2014-04-14",
    last_day="2014-04-14", body="Board", session=None, place=None, offices=(),
)  # fmt: skip


def test_a_meeting_is_named_by_its_day_or_its_short_name() -> None:
    assert list(asked_of(BOARD))[:2] == [
        "What was decided at the meeting of 14 April 2014?",
        "Who was present at the meeting of 14 April 2014?",
    ]
    assert next(asked_of(replace(BOARD, session="COP 5"))) == "What was decided at COP 5?"


def test_a_meeting_that_a_question_cannot_name_has_none() -> None:
    assert list(asked_of(replace(BOARD, day="2014"))) == []
    assert list(asked_of(replace(BOARD, day=None, session="The ninth ordinary session"))) == []
