from __future__ import annotations

from qa.meetings.splitting import days_of_parts, parts_of
from qa.reports import read_report
from qa.types import Report
from tests.meetings.reading import report_of, value

ROLLING = """# SIG Harbour meeting notes

## May 21, 2024

Attendees: Ivo Lindqvist

## May 14, 2024

Attendees: Grete Holm

### Fees

They rise.

## May 7, 2024

Attendees: Edda Voss
"""


def _read(text: str) -> Report:
    return read_report(text.encode(), "notes.md")


def test_a_heading_with_a_date_begins_a_meeting() -> None:
    report = report_of(ROLLING)
    days = [value(meeting.reported) for meeting in report.meetings]
    assert days == ["2024-05-21", "2024-05-14", "2024-05-07"]
    texts = [report.text[slice(*meeting.span)] for meeting in report.meetings]
    assert "".join(texts) == report.text[report.text.index("## May 21") :]
    assert "Fees" in texts[1]
    assert len({meeting.id for meeting in report.meetings}) == 3
    assert report.date == "2024-05-21"


def test_the_days_of_one_meeting_are_no_meetings() -> None:
    report = _read(
        "# Talks\n\n## Tuesday, 17 July 2018\n\nHi.\n\n## Wednesday, 18 July 2018\n\nBye."
    )
    assert parts_of(report) == []
    days = days_of_parts(report)
    assert days is not None
    assert [told.value for told in days] == ["2018-07-17", "2018-07-18"]


def test_a_heading_on_something_dated_begins_none() -> None:
    text = "# Board\n\n## Accounts of the harbour fund as of 3 May 2020\n\nA.\n\n## Budget\n\nB."
    assert parts_of(_read(text)) == []
    assert days_of_parts(_read(text)) is None


def test_few_dated_headings_among_others_begin_none() -> None:
    others = "".join(f"## Item {n}\n\nText.\n\n" for n in "abcde")
    text = f"# Board\n\n{others}## 3 May 2020\n\nA.\n\n## 9 May 2020\n\nB."
    assert parts_of(_read(text)) == []
