from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import CorrectionError
from qa.meetings import FIELDS, Correction, checked, corrected, corrected_report
from qa.types import Meeting, Told
from tests.records import told, told_daily, told_rolling, told_summary, told_whole, untold

(WHOLE,), (DAILY,), (SUMMARY,) = (
    made().meetings for made in (told_whole, told_daily, told_summary)
)
SECOND = Correction(2, "## 7 June 2021", {"date": "2020-01-02"})


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("date", " 2024-05-14 ", "2024-05-14"),
        ("date", "2024-02-29/2024-03-01", "2024-02-29/2024-03-01"),
        ("place", "Málaga,\n Spain", "Málaga, Spain"),
        ("title", "Board\0 meeting", "Board meeting"),
        ("body", "The e\u0301lite", "The \u00e9lite"),
    ],
)
def test_a_value_is_kept_on_one_line(field: str, value: str, kept: str) -> None:
    assert checked(field, value) == kept


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", "14 May 2024"),
        ("date", "2024-13-01"),
        ("date", "2023-02-29"),
        ("date", "20240514"),
        ("date", "2024-05"),
        ("date", "2024-05-14/2024-05-13"),
        ("date", "2024-05-14/2024-05-15/2024-05-16"),
        ("date", ""),
        ("place", " \n"),
        ("title", "x" * 301),
        ("chair", "Ada Berg"),
    ],
)
def test_what_is_no_value_is_refused(field: str, value: str) -> None:
    with pytest.raises(CorrectionError):
        checked(field, value)


@given(field=st.sampled_from(FIELDS), value=st.text())
def test_what_is_taken_is_taken_again(field: str, value: str) -> None:
    try:
        kept = checked(field, value)
    except CorrectionError:
        return
    assert checked(field, kept) == kept


def test_each_field_is_told_as_corrected() -> None:
    values = {"date": "2020-01-02", "place": "Bonn", "title": "New", "body": "Council"}
    found = corrected(WHOLE, values)
    assert (found.day, found.name) == ("2020-01-02", "New")
    assert found.place == Told("Bonn", "corrected")
    assert found.title == Told("New", "corrected")
    assert found.body == Told("Council", "corrected")
    assert corrected(found, values) == found


def test_what_is_not_corrected_stays() -> None:
    assert corrected(WHOLE, {}) == WHOLE
    assert corrected(WHOLE, {"place": "Bonn"}) == replace(WHOLE, place=Told("Bonn", "corrected"))


@pytest.mark.parametrize("meeting", [DAILY, SUMMARY, WHOLE], ids=["daily", "summary", "whole"])
def test_the_day_is_the_corrected_one(meeting: Meeting) -> None:
    assert corrected(meeting, {"date": "2021-05-07"}).day == "2021-05-07"
    found = corrected(meeting, {"date": "2021-05-02/2021-05-09"})
    assert [part and part.value for part in (found.first_day, found.last_day)] == [
        "2021-05-02",
        "2021-05-09",
    ]


def test_a_day_of_a_daily_report_leaves_the_days_of_the_meeting() -> None:
    assert corrected(DAILY, {"date": "2021-05-07"}).last_day == DAILY.last_day


def test_the_name_follows_the_body_that_it_has() -> None:
    meeting = replace(WHOLE, name="Harbour board, third meeting", body=told("Harbour board"))
    assert corrected(meeting, {"body": "Port council"}).name == "Port council, third meeting"


def test_the_only_meeting_of_a_report_corrects_the_report() -> None:
    values = {"date": "2020-01-02", "place": "Bonn", "title": "New", "body": "Council"}
    found = corrected_report(told_whole(), {"harbour.md": [Correction(1, "", values)]})
    assert (found.date, found.place) == ("2020-01-02", "Bonn")
    assert (found.title, found.event) == ("New", "Council (third meeting)")


def test_one_of_several_meetings_leaves_the_others() -> None:
    found = corrected_report(told_rolling(), {"quay.md": [SECOND]})
    assert [meeting.day for meeting in found.meetings] == ["2021-05-03", "2020-01-02"]


def test_of_several_meetings_the_latest_is_shown() -> None:
    found = corrected_report(told_rolling(), {"quay.md": [SECOND]})
    assert (found.date, found.place) == ("2021-05-03", "Pier House")


@pytest.mark.parametrize(
    ("values", "event"),
    [({"body": "Council"}, "Council (third meeting)"), ({"place": "Bonn"}, "Board 3")],
)
def test_a_body_is_shown_even_where_a_catalogue_has_an_event(
    values: dict[str, str], event: str
) -> None:
    report = replace(told_whole(), event="Board 3")
    assert corrected_report(report, {"harbour.md": [Correction(1, "", values)]}).event == event


def test_corrections_of_other_files_and_of_no_meeting_change_nothing() -> None:
    said = [Correction(1, "", {"place": "Bonn"})]
    for report in (told_whole(), untold()):
        assert corrected_report(report, {"other.md": said}) == report
    assert corrected_report(untold(), {"untold.md": said}) == untold()


def test_a_meeting_is_found_again_under_one_that_was_written_above_it() -> None:
    report = told_rolling()
    first, second = report.meetings
    swapped = replace(report, meetings=(second, replace(first, id="later")))
    found = corrected_report(swapped, {"quay.md": [SECOND]})
    assert [meeting.day for meeting in found.meetings] == ["2020-01-02", "2021-05-03"]


def test_a_meeting_that_is_gone_is_corrected_nowhere() -> None:
    report = told_rolling()
    gone = replace(SECOND, line="## 9 June 2021")
    assert corrected_report(report, {"quay.md": [gone]}) == report


def test_of_meetings_that_begin_alike_the_number_counts() -> None:
    report = told_rolling()
    twice = replace(report, meetings=(report.meetings[1], report.meetings[1]))
    found = corrected_report(twice, {"quay.md": [SECOND]})
    assert [meeting.day for meeting in found.meetings] == ["2021-06-07", "2020-01-02"]
    third = replace(SECOND, number=3)
    assert corrected_report(twice, {"quay.md": [third]}) == twice
