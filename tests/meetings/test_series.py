from __future__ import annotations

from dataclasses import replace

from qa.meetings import infer_series, retold, with_series
from qa.types import Meeting, Report
from tests.meetings.reading import meeting_of, report_of, value

DAILY = "# POW 7 HIGHLIGHTS\n\n{}, delegates to the Panel on Wheels met in groups."
TEXTS = (
    "# Seventh session of the Panel on Wheels, 7-12 December 2009\n\nThe session (POW 7) begins "
    "today in Oslo, Norway.",
    DAILY.format("On Monday"),
    "# OSLO HIGHLIGHTS\n\nThroughout the day, delegates met in groups.",
    DAILY.format("On Thursday"),
    "# Summary of the seventh session of the Panel on Wheels, 7-12 December 2009\n\nThe session "
    "was held in Oslo, Norway, from 7-12 December 2009.",
    "# Eighth session of the Panel on Wheels, 3-5 May 2010\n\nThe session will meet from 3-5 May "
    "2010 in Bern, Switzerland.",
    DAILY.replace("7", "8").format("On Monday"),
)


def _series() -> list[Report]:
    return [report_of(text, f"pow{n}.md") for n, text in enumerate(TEXTS, start=98)]


def _told(reports: list[Report]) -> list[Meeting]:
    return [report.meetings[0] for report in with_series(reports, [])]


def test_a_bulletin_takes_its_day_from_those_beside_it() -> None:
    meetings = _told(_series())
    assert [value(meeting.reported) for meeting in meetings] == [
        None, "2009-12-07", "2009-12-08", "2009-12-10", None, None, "2010-05-03",
    ]  # fmt: skip
    inferred = meetings[1].reported
    assert inferred is not None
    assert (inferred.how, inferred.span) == ("series", None)
    assert inferred.why is not None
    assert "Monday" in inferred.why


def test_a_bulletin_takes_place_and_session_from_those_beside_it() -> None:
    meetings = _told(_series())
    assert [value(meeting.place) for meeting in meetings[:4]] == [
        "Oslo, Norway", "Oslo, Norway", "Oslo", "Oslo, Norway",
    ]  # fmt: skip
    assert value(meetings[2].session) == "POW 7"
    assert value(meetings[6].place) == "Bern, Switzerland"
    assert (value(meetings[1].first_day), value(meetings[1].last_day)) == (
        "2009-12-07",
        "2009-12-12",
    )


def test_what_the_report_shows_follows_its_record() -> None:
    report = with_series(_series(), [])[2]
    assert (report.date, report.place) == ("2009-12-08", "Oslo")
    assert report.event is not None
    assert "POW 7" in report.event


def test_the_order_in_which_reports_come_makes_no_difference() -> None:
    reports = _series()
    whole = _told(reports)
    told = with_series(reports[:3], [])
    others = [meeting for report in told for meeting in report.meetings]
    later = [report.meetings[0] for report in with_series(reports[3:], others)]
    again = {meeting.id: meeting for meeting in (*others, *later)}
    again.update(infer_series(list(again.values())))
    assert list(again.values()) == whole


def test_what_is_inferred_goes_with_its_reason() -> None:
    told = _told(_series())
    alone = infer_series([told[1]])
    assert alone[told[1].id].reported is None
    assert alone[told[1].id].place is None


def test_nothing_changes_twice() -> None:
    assert infer_series(_told(_series())) == {}


def test_a_correction_stays() -> None:
    meeting = meeting_of(TEXTS[1], "pow99.md")
    told = replace(meeting, reported=replace(meeting.title, value="2009-12-09", how="corrected"))  # type: ignore[type-var]
    reports = _series()
    reports[1] = replace(reports[1], meetings=(replace(told, id=reports[1].meetings[0].id),))
    assert value(_told(reports)[1].reported) == "2009-12-09"


def test_a_report_is_retold_only_if_it_changed() -> None:
    report = _series()[0]
    assert retold(report, {}) is report


def test_a_body_that_a_whole_folder_names_is_that_of_the_others() -> None:
    texts = [f"# Quill Board of {n} May 2024\n\nIt met." for n in range(1, 9)]
    reports = [report_of(text, f"{n}-b.md") for n, text in enumerate(texts)]
    reports.append(report_of("# Fees rise\n\nPeople like boats.", "2024-06-01.md"))
    (changed,) = infer_series([report.meetings[0] for report in reports]).values()
    assert changed.body is not None
    assert (changed.body.value, changed.body.how) == ("Quill Board", "series")


def test_numbered_minutes_of_several_meetings_tell_nothing_of_each_other() -> None:
    texts = (
        "# Wheel WG Minutes\n\n## Tuesday, 17 July 2018\n\nA.\n\n## Wednesday, 18 July 2018\n\nB.",
        "# Wheel WG Minutes - WTF103 Oslo\n\nNo bashing.",
        "# Wheel WG Minutes - WTF104 Bern\n\n## Monday\n\nNo bashing.",
        "# Wheel WG Minutes\n\nNo bashing.",
    )
    reports = [report_of(text, f"wtf{n}.md") for n, text in enumerate(texts, start=102)]
    assert infer_series([report.meetings[0] for report in reports]) == {}
