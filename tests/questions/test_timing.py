from __future__ import annotations

from qa.questions.index import MeetingIndex
from qa.questions.timing import days_of, fits
from tests.questions.invented import COPPER_4, COPPER_5, meeting


def _named(first: str, last: str) -> list[str]:
    meetings = [*COPPER_4, COPPER_5, meeting("Undated"), meeting("Month", "1999-04")]
    return [meetings[at].id for at in sorted(days_of(MeetingIndex(meetings), first, last))]


def test_a_daily_report_is_of_its_day_alone() -> None:
    assert days_of(MeetingIndex(COPPER_4), "1998-03-03", "1998-03-03") == {1}
    assert days_of(MeetingIndex(COPPER_4), "1998-03-05", "1998-03-05") == frozenset()


def test_a_summary_is_of_all_the_days_of_its_meeting() -> None:
    summary = meeting("S", "1998-03-02", "1998-03-06", reported="1998-03-09")
    assert days_of(MeetingIndex([summary]), "1998-03-05", "1998-03-05") == {0}


def test_a_year_has_the_meetings_in_it() -> None:
    assert _named("1999-01-01", "1999-12-31") == [COPPER_5.id, "Month 1999-04"]
    assert _named("1999-04-30", "1999-04-30") == ["Month 1999-04"]


def test_a_month_of_any_year() -> None:
    assert fits(COPPER_5, "03")
    assert not fits(COPPER_5, "04")
    assert fits(COPPER_4[0], "03-02")
