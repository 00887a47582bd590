from __future__ import annotations

import pytest

from tests.meetings.reading import meeting_of, value


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        ("The next meeting is on 8 April 2024.", "2024-04-08", None),
        ("The next meeting will be held on 8 April at the home of Ada Quill.",
         "2024-04-08", "the home of Ada Quill"),
        ("## Next meeting\n\n8 April 2024 in Oslo, Norway.", "2024-04-08", "Oslo, Norway"),
        ("Next board meeting: 2 January.", "2025-01-02", None),
        ("## Date of next meeting\n\nMonday 8 April 2024, 7 pm.", "2024-04-08", None),
        ("The sixth Rootstock will be held in Oslo from 10 to 13 June 2025.", "2025-06-10", "Oslo"),
        ("The next meeting is on 8 April 2024. The 9th Fair will be held on 2 May 2024.",
         "2024-04-08", None),
        ("The second lift will be held up until 2 May 2024.", None, None),
        ("The next meeting is on 31 April.", None, None),
        ("The next meeting of 1 February 2024 was cancelled.", None, None),
        ("The next item was opened on 8 April 2024.", None, None),
    ],
)  # fmt: skip
def test_the_next_meeting(text: str, day: str | None, place: str | None) -> None:
    meeting = meeting_of(f"# Board of 4 March 2024\n\nFees rose.\n\n{text}\n")
    assert (value(meeting.next_day), value(meeting.next_place)) == (day, place)
