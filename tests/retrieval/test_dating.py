from __future__ import annotations

import pytest

from qa.retrieval.dating import as_of
from qa.types import Report, ReportEntry
from tests.records import told_rolling, told_whole


def _entry(report: Report) -> ReportEntry:
    return ReportEntry(
        id=report.id,
        title=report.title,
        source=report.source,
        date="2024-01-01",
        event=None,
        place="Somewhere",
        url=None,
        characters=len(report.text),
        passages=1,
    )


@pytest.mark.parametrize(
    ("words", "day", "place"),
    [
        ("The pier was opened", "2021-05-03", "Pier House"),
        ("She asked for fees", "2021-06-07", "ØSTRE HALL, Bergen"),
        ("Quay notes", None, None),
    ],
)
def test_of_several_meetings_the_one_that_holds_the_passage_counts(
    words: str, day: str | None, place: str | None
) -> None:
    report = told_rolling()
    found = as_of(_entry(report), report.meetings, report.text.index(words))
    assert (found.date, found.place) == (day, place)


def test_a_report_of_one_meeting_stays_as_it_is() -> None:
    report = told_whole()
    assert as_of(_entry(report), report.meetings, 0) == _entry(report)
    assert as_of(_entry(report), (), 0) == _entry(report)
