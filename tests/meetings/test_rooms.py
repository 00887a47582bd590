from __future__ import annotations

import pytest

from tests.meetings.reading import meeting_of, value


@pytest.mark.parametrize(
    ("text", "room"),
    [
        ("The board met on 3 May 2024 at the home of Ada Quill. Present were all.",
         "the home of Ada Quill"),
        ("Thursday, 3 May 2024 at 6PM via Zoom\n\nFees rose.", "Zoom"),
        ("Location: Online\n\nFees rose.", "Online"),
        ("Room: 14\n\nFees rose.", "14"),
        ("0900-1045 Morning Session (Room 7)\n\nFees rose.", "Room 7"),
        ("The talks opened at the Grand Hotel in Oslo.", "the Grand Hotel"),
        ("It was called to order by President Ada Church at once.", None),
    ],
)  # fmt: skip
def test_in_which_room(text: str, room: str | None) -> None:
    assert value(meeting_of(f"# Board\n\n{text}").room) == room
