from __future__ import annotations

import pytest

from qa.meetings.proceedings.actions import actions_of
from tests.meetings.proceedings.invented import blocks


def _actions(
    text: str, names: frozenset[str] = frozenset()
) -> list[tuple[str, str | None, str | None]]:
    read, found = blocks(text)
    return [
        (read.text[slice(*one.span)], one.owner, one.due)
        for one in actions_of(read.text, found, names)
    ]


@pytest.mark.parametrize(
    ("text", "owner", "due"),
    [
        ("ACTION: Una Falk to ask three firms by 20 May.", "Una Falk", "20 May"),
        ("- Action item for Una: land it", "Una", None),
        ("The Town Clerk was instructed to find eight spaces.", "Town Clerk", None),
        ("Una Falk took an action to call the firm.", "Una Falk", None),
    ],
)
def test_actions(text: str, owner: str, due: str | None) -> None:
    assert _actions(text) == [(text, owner, due)]


def test_a_list_of_actions() -> None:
    text = "# Club\n\n## Action items\n\n1. Una to ask by 3 March\n2. Paint the pier\n"
    assert [owner for _, owner, _ in _actions(text)] == ["Una", None]


def test_only_people_of_the_meeting_will_do_something() -> None:
    text = "Una will call the firm."
    assert _actions(text) == []
    assert _actions(text, frozenset({"Una"})) == [(text, "Una", None)]


def test_none_is_no_action() -> None:
    assert _actions("# Club\n\n## Actions\n\n- None\n") == []


def test_an_action_at_the_end_of_a_paragraph() -> None:
    text = "The fence fell. Action: Una, by 28 February.\n\nIt rained. Action: Una and Milo."
    assert _actions(text) == [
        ("Action: Una, by 28 February.", "Una", "28 February"),
        ("Action: Una and Milo.", "Una and Milo", None),
    ]
