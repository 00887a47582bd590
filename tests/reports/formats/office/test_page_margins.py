from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reports.formats.office.page_margins import Margins, add_margins, margins
from qa.reports.headings import Heading

LETTERHEAD = "Harbour committee, meeting of 4 March 2024"


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Harbour board – Page 1 of 7", "Harbour board"),
        ("Page 3 | Harbour board", "Harbour board"),
        ("Seite 2 von 9", ""),
        ("- 4 -", ""),
        ("Page of", ""),
        ("12", ""),
        ("…", ""),
        ("Room 4", "Room 4"),
        ("On our web page", "On our web page"),
        ("Page 2 of the plan shows the quay", "Page 2 of the plan shows the quay"),
        ("4/3/2024", "4/3/2024"),
    ],
)
def test_pages_are_not_counted(line: str, kept: str) -> None:
    assert margins([line], [], "").text == kept


def test_a_line_is_read_once() -> None:
    around = margins(["Board", "Board", "Fees  rise."], ["Board", "Draft"], "A\nFees rise.")
    assert around == Margins(("Board",), ("Draft",))


@pytest.mark.parametrize(
    ("text", "titled", "in_front"),
    [
        ("1. Slipway\n\nThe fee rises.", False, True),
        ("1. Slipway\n\nThe minutes of 5 February 2024 were approved.", False, True),
        ("Harbour board\n\nThe fee rises.", True, True),
        ("Harbour board\n\n5 May 2024\n\nThe fee rises.", True, False),
        ("Minutes of 5 May 2024\n\nThe fee rises.", False, False),
    ],
)
def test_a_dated_header_stands_before_a_text_that_names_no_meeting(
    text: str, titled: bool, in_front: bool
) -> None:
    read, _ = add_margins(text, [], Margins((LETTERHEAD,)), titled)
    assert read == (f"{LETTERHEAD}\n\n{text}" if in_front else f"{text}\n\n{LETTERHEAD}")


@pytest.mark.parametrize(
    ("text", "titled", "in_front"),
    [
        ("1. Slipway\n\nThe fee rises.", False, True),
        ("Harbour board\n\nThe fee rises.", True, False),
        ("Minutes\n\nHeld on 5 May 2024.", False, False),
    ],
)
def test_a_header_without_a_date_stands_behind_a_title_or_date(
    text: str, titled: bool, in_front: bool
) -> None:
    read, _ = add_margins(text, [], Margins(("Town council",)), titled)
    assert read.startswith("Town council") is in_front


@given(st.text("a1 .\n", max_size=40), st.lists(st.text("ab4 ", max_size=9)), st.booleans())
def test_headings_keep_their_places(text: str, header: list[str], titled: bool) -> None:
    words = "\n\n".join(("Fees", *text.split()))
    headings = [Heading(0, 1, "Fees")]
    around = margins(header, ["The end"], words)
    read, moved = add_margins(words, headings, around, titled)
    assert read[moved[0].start :].startswith(words)
    assert read.endswith("The end")
