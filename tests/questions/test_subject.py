from __future__ import annotations

import pytest

from qa.questions.filters import resolve
from qa.questions.subject import is_of_a_meeting
from tests.questions.invented import INDEX


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("where was ICT 5 held?", True),
        ("when did the orchard committee meet in May 2021?", True),
        ("when was the meeting?", True),
        ("how long did the Lisbon conference last?", True),
        ("when was the Lisbon Accord adopted?", False),
        ("where was the Beekeepers Summit in May 2021?", False),
        ("when is lunch?", False),
        ("where was ICT 99 held?", False),
    ],
)
def test_only_a_meeting_has_a_record(text: str, right: bool) -> None:
    assert is_of_a_meeting(text, resolve(text, INDEX), INDEX) is right
