from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qa.errors import ReportError
from qa.meetings import recorded, shown
from qa.reports import Metadata, read_file
from qa.types import Meeting, Person, Proceedings, Report, Span
from tests.meetings.reading import check_words, meeting_of, report_of, value

TEXT = """# Library Board, 12 March 2024, Torvik

The meeting was called to order at 7:02 pm. Paul Ferrand chaired it.

The meeting adjourned at 8:40 pm. The next meeting is on 8 April 2024.
"""


def test_a_report_has_the_record_of_its_meeting() -> None:
    report = report_of(TEXT, "library.md")
    (meeting,) = report.meetings
    assert meeting.span == Span(0, len(report.text))
    assert meeting.id == f"{report.id}-1"
    assert (value(meeting.body), value(meeting.place)) == ("Library Board", "Torvik")
    assert (report.date, report.event, report.place) == ("2024-03-12", "Library Board", "Torvik")
    assert len(report.proceedings) == 1
    check_words(report)


def test_a_catalogue_is_fuller_than_running_text() -> None:
    listed = Metadata(event="Ninth session (POW 9)", place="Oslo, Norway")
    report = report_of("# OSLO HIGHLIGHTS\n\nDelegates met.", "a.md", listed)
    assert (report.event, report.place) == ("Ninth session (POW 9)", "Oslo, Norway")
    place = report.meetings[0].place
    assert place is not None
    assert (place.how, place.span) == ("catalogue", None)


def test_a_label_is_trusted_before_a_catalogue() -> None:
    listed = Metadata(place="Oslo")
    assert value(meeting_of("# Board\n\nPlace: Torvik\n", "a.md", listed).place) == "Torvik"


def test_what_happened_is_read_for_each_meeting() -> None:
    def happened(report: Report, meeting: Meeting) -> tuple[tuple[Person, ...], Proceedings]:
        chair = Person("Paul Ferrand", "chair", Span(0, 1), Span(0, 1))
        return (chair,), Proceedings(people=(chair,))

    report = recorded(read_file(TEXT.encode(), "library.md"), happened)
    assert report.meetings[0].offices[0].name == "Paul Ferrand"
    assert report.proceedings[0].people == report.meetings[0].offices


def test_a_report_that_is_shown_again_is_the_same() -> None:
    report = report_of(TEXT)
    assert shown(report, report) == report


@given(st.text(max_size=400))
def test_any_words_have_a_record(words: str) -> None:
    try:
        report = report_of(f"# Board\n\n{words}", "a.md")
    except ReportError:
        return
    check_words(report)
    assert all(0 <= meeting.span.start <= meeting.span.end for meeting in report.meetings)
