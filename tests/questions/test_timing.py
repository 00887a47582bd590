from __future__ import annotations

from qa.questions.timing import days_of, fits
from tests.questions.invented import COPPER_4, COPPER_5, meeting


def test_a_daily_report_is_of_its_day_alone() -> None:
    assert days_of(COPPER_4[1]) == ("1998-03-03", "1998-03-03")


def test_a_summary_is_of_all_the_days_of_its_meeting() -> None:
    summary = meeting("S", "1998-03-02", "1998-03-06", reported="1998-03-09")
    assert days_of(summary) == ("1998-03-02", "1998-03-06")


def test_less_than_a_day_is_a_stretch() -> None:
    assert days_of(meeting("M", "1999-04")) == ("1999-04-01", "1999-04-30")
    assert days_of(meeting("Y", reported="1999")) == ("1999-01-01", "1999-12-31")
    assert days_of(meeting("Undated")) == ("", "")


def test_a_month_of_any_year() -> None:
    assert fits(COPPER_5, "03")
    assert not fits(COPPER_5, "04")
    assert fits(COPPER_4[0], "03-02")
