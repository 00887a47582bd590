from __future__ import annotations

from qa.meetings.proceedings.office_patterns import is_plain


def test_offices_of_the_meeting_itself() -> None:
    assert is_plain("chair")
    assert is_plain("vice-chair")
    assert is_plain("chair of the board")
    assert is_plain("vice-chair, in the chair")


def test_offices_of_others() -> None:
    assert not is_plain("")
    assert not is_plain("chair of the lake committee")
    assert not is_plain("director of schools")
