from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reports.dating import Dated, date_meeting
from qa.reports.formats.document import Document, Metadata
from qa.types import Section


def _dated(text: str, source: str = "minutes.md", **document: object) -> Dated | None:
    """What is known, without where it stands."""
    dated = date_meeting(Document(text=text, **document), source, None)  # type: ignore[arg-type]
    return dated and dated._replace(span=None)


@pytest.mark.parametrize(
    ("text", "date", "how"),
    [
        ("# Board\n\nMeeting date: 14 May 2024\n\nFees rise.", "2024-05-14", "label"),
        ("Board\n\n**Date:** May 14, 2024", "2024-05-14", "label"),
        ("Board\n\n- Date and time: 2024-05-14, 7 p.m.", "2024-05-14", "label"),
        ("Board\n\nDate:\n14 May 2024", "2024-05-14", "label"),
        ("| Date | 14 May 2024 |", "2024-05-14", "label"),
        ("# Board, 14 May 2024\n\nFees rise.", "2024-05-14", "title"),
        ("Board\n\nTuesday 05/07/2024, Springfield", "2024-05-07", "first lines"),
        ("Board\n\nThe board met on 14 May 2024 in the hall. " + "It was long. " * 10,
         "2024-05-14", "first sentences"),
        ("Minutes of the board, June 2021\n\nFees rise.", "2021-06", "month"),
    ],
)  # fmt: skip
def test_how_a_day_is_known(text: str, date: str, how: str) -> None:
    assert _dated(text) == Dated(date, how)


@pytest.mark.parametrize(
    "line",
    [
        "Approved: 11 June 2024",
        "Approved on Tuesday, 11 June 2024",
        "Next meeting: 11 June 2024",
        "The next regular board meeting will be on 11 June 2024.",
        "Previous meeting 11 June 2024",
        "Published 11 June 2024",
        "Last updated: 2024-06-11",
        "Posted on 11 June 2024",
        "Minutes of 11 June 2024 were approved.",
        "The 11 June 2024 minutes were read.",
    ],
)
def test_the_day_of_something_else_is_not_the_meetings(line: str) -> None:
    assert _dated(f"# Board\n\n{line}\n\nFees rise.") is None
    found = _dated(f"# Board\n\n{line}\n\nTown hall, 14 May 2024\n\nFees rise.")
    assert found == Dated("2024-05-14", "first lines")


def test_a_label_is_trusted_before_a_title_and_a_title_before_the_rest() -> None:
    text = "# Board of 2 May 1999\n\nDate: 3 May 1999\n\nFees rise."
    said, source = Metadata(date="1999-05-04"), "1999-05-05.md"
    assert _dated(text, source, said=said, made="1999-05-06") == Dated("1999-05-03", "label")
    text = text.replace("Date: 3 May 1999\n", "")
    assert _dated(text, source, said=said, made="1999-05-06") == Dated("1999-05-02", "title")
    text = "# Board\n\nFees rise."
    assert _dated(text, source, said=said, made="1999-05-06") == Dated("1999-05-04", "front matter")
    assert _dated(text, source, made="1999-05-06") == Dated("1999-05-05", "file name")
    assert _dated(text, "a.md", made="1999-05-06") == Dated("1999-05-06", "made")
    assert _dated(text, "a.md") is None


def test_the_catalogue_comes_before_lines_and_after_the_name() -> None:
    document = Document(text="# Board\n\n2 May 1999\n\nFees rise.")
    assert date_meeting(document, "a.md", "1999-05-03") == Dated("1999-05-03", "catalogue")
    assert date_meeting(document, "1999-05-04.md", "1999-05-03") == Dated("1999-05-04", "file name")


def test_the_first_heading_with_a_day_counts() -> None:
    text = "# Notes\n\n" + "Line.\n\n" * 12 + "## Monday, 13 November 2017\n\nFees rise."
    sections = (Section(0, 1, "Notes"), Section(90, 2, "Notes > Monday, 13 November 2017"))
    assert _dated(text, sections=sections) == Dated("2017-11-13", "heading")


@given(st.text(), st.text(max_size=30))
def test_any_text_is_dated_or_not(text: str, source: str) -> None:
    found = _dated(text, source)
    assert found is None or found.date[:4].isdigit()
