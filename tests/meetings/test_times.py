from __future__ import annotations

import pytest

from tests.meetings.reading import check_words, meeting_of, report_of, value

LINE = "# Board of 3 May 2024\n\n"


@pytest.mark.parametrize(
    ("text", "began", "ended"),
    [
        ("The meeting was called to order at 7:02 pm. Fees rose. It adjourned at 8:40 p.m.",
         "7:02 pm", "8:40 p.m."),
        ("Ms Voss opened the meeting at 19.30 and closed it. The meeting ended at 21.10.",
         None, "21.10"),
        ("The board met on 3 May 2024 from 9.30 to 11.50 in the hall.", "9.30", "11.50"),
        ("Time: 6:00 PM - 7:30 PM\n\nFees rose.", "6:00 PM", "7:30 PM"),
        ("Thursday, 3 May 2024 at 6PM via Zoom\n\nFees rose.", "6PM", None),
        ("The shop opens at 9:00 am. Fees rose.", None, None),
        ("In 1999 the board met in 2004.", None, None),
    ],
)  # fmt: skip
def test_how_long_it_was(text: str, began: str | None, ended: str | None) -> None:
    meeting = meeting_of(LINE + text)
    assert (value(meeting.time), value(meeting.ended)) == (began, ended)


def test_the_hours_are_words_of_the_report() -> None:
    check_words(report_of(LINE + "It was called to order at 7:02 pm and adjourned at 8:40 pm."))
