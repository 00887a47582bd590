from __future__ import annotations

from dataclasses import replace

from qa.answering.counts import counted, coverage, meetings_list
from qa.types import Filter
from tests.answering.society import (
    DAY_MEETING,
    FORUM_MEETING,
    JUNE_MEETING,
    MAY_MEETING,
    MEETINGS,
    Society,
    ask,
    of,
)


def test_daily_reports_of_a_session_are_one_meeting() -> None:
    asked = ask("How many sessions were there in 2022?", "count", aspect="meetings")
    asked = replace(asked, filter=Filter("2022-01-01", "2022-12-31"))
    found = counted(asked, Society(), None)
    assert found.answer == "1 session"
    assert [c.report_id for c in found.items[0].citations] == [
        FORUM_MEETING.report_id,
        DAY_MEETING.report_id,
    ]
    assert found.hint == "Told in 2 reports."


def test_reports_are_counted_one_by_one() -> None:
    asked = ask("How many reports are there?", "count", aspect="meetings")
    assert counted(asked, Society(), None).answer == "4 reports"


def test_none_is_no_sure_answer_and_says_what_is_known() -> None:
    asked = ask("How many were in Oslo?", "count", aspect="meetings", filter=Filter(place="Oslo"))
    found = counted(asked, Society(), None)
    assert found.answer is None
    assert found.hint is not None
    assert "2 of 4 reports name their place" in found.hint


def test_meetings_that_somebody_led_are_listed() -> None:
    asked = ask("Which meetings did Reyl chair?", "list", aspect="meetings", person="Reyl")
    found = meetings_list(asked, Society())
    assert [item.meeting_id for item in found.items] == ["june"]


def test_a_matter_that_names_no_meeting_counts_none() -> None:
    asked = ask("How many zebra meetings were there?", "count", aspect="meetings", matter="zebra")
    assert counted(asked, Society(), None).answer is None


def test_other_things_are_counted_where_no_report_tells_their_number() -> None:
    asked = ask("How many motions?", "count", aspect="motions", filter=of(MAY_MEETING))
    found = counted(asked, Society(refuse_below=2), None)
    assert found.kind == "count"
    assert found.answer == "1 listed in the report"


def test_what_is_told_as_a_number_is_read() -> None:
    asked = ask("How many participants attended the third forum?", "count")
    assert "320 participants" in (counted(asked, Society(), None).answer or "")


def test_coverage_names_what_all_records_lack() -> None:
    assert coverage(Filter(first_day="2022-01-01"), MEETINGS) is None
    assert coverage(Filter(place="Lund"), [MAY_MEETING, JUNE_MEETING]) == (
        "1 of 2 reports name their place."
    )
