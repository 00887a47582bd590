from __future__ import annotations

import pytest

from qa.questions.titles import at_name, find_titles, singular
from tests.questions.invented import INDEX


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Who chaired the employment session?", "Ninth Coastal Encounters"),
        ("when is the next orchard committee meeting", "Orchard Committee"),
        ("summarise the town hall meeting on dredging", "Town hall meeting on dredging"),
        ("what did the board approve?", "Harbour Board"),
        ("what did the harbour board decide about dredging?", "Harbour Board"),
        ("the session on jobs", "Ninth Coastal Encounters"),
    ],
)
def test_a_meeting_goes_by_words_of_its_title(text: str, label: str) -> None:
    assert [one.label for one in find_titles(text, INDEX)] == [label]


@pytest.mark.parametrize(
    "text",
    [
        "was the copper working group approved?",
        "who chaired the contact group?",
        "summarise the meeting",
        "what did the plenary decide?",
        "the orchard harvest",
        "who sits on the pigeon committee?",
    ],
)
def test_another_thing_names_no_meeting(text: str) -> None:
    assert list(find_titles(text, INDEX)) == []


def test_a_rare_name_behind_at() -> None:
    assert [one.label for one in at_name("what was said at Dredging?", INDEX)] == [
        "Town hall meeting on dredging"
    ]


def test_many_meetings_are_called_as_one_is() -> None:
    assert singular("boards") == "board"
    assert singular("class") == "class"


def test_whom_a_call_to_order_names_is_no_meeting() -> None:
    assert list(find_titles("which meetings did the harbour call to order?", INDEX)) == []
