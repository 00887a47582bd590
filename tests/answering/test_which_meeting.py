from __future__ import annotations

from qa.answering.which_meeting import ask_back
from tests.answering.society import Society, ask


def test_the_newest_meetings_are_there_to_choose_from() -> None:
    found = ask_back(ask("Who chaired?", "ask_back"), Society())
    assert (found.answer, found.kind, found.hint) == (
        None,
        "ask_back",
        "Which meeting do you mean?",
    )
    assert [item.meeting_id for item in found.items] == ["june", "may", "forum"]


def test_what_the_question_lacks_is_said() -> None:
    assert ask_back(ask("?", "ask_back", hint="Which year?"), Society()).hint == "Which year?"
