from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from qa.types import Passage, Report, Section, Span

REPORT = Report(
    id="1",
    title="Minutes",
    text="Opening. # Fees. They rise.",
    source="a.md",
    sections=(Section(9, 1, "Fees"), Section(17, 2, "Fees › Vote")),
)


@pytest.mark.parametrize(
    ("offset", "title"), [(0, None), (8, None), (9, "Fees"), (16, "Fees"), (17, "Fees › Vote")]
)
def test_a_section_begins_with_its_heading(offset: int, title: str | None) -> None:
    assert REPORT.section_at(offset) == title


@pytest.mark.parametrize(("offset", "page"), [(0, 1), (4, 1), (5, 3), (9, 3), (99, 3)])
def test_a_page_goes_on_to_the_next_one(offset: int, page: int) -> None:
    report = replace(REPORT, pages=(0, 5, 5))
    assert report.page_at(offset) == page


def test_a_text_without_pages_has_none() -> None:
    assert REPORT.page_at(3) is None


def test_the_last_section_has_no_end() -> None:
    assert REPORT.section_at(10_000) == "Fees › Vote"


def test_a_report_without_headings_has_no_section() -> None:
    assert Report("1", "Minutes", "Text.", "a.md").section_at(2) is None


def test_a_span_slices() -> None:
    assert REPORT.text[slice(*Span(0, 8))] == "Opening."


@pytest.mark.parametrize(
    ("topic", "embedded"), [("Board, May", "Board, May\nFees rise."), ("", "Fees rise.")]
)
def test_what_is_embedded_is_topic_and_body(topic: str, embedded: str) -> None:
    passage = Passage("1:0-4", "1", 0, 4, "text", topic=topic, body="Fees rise.")
    assert passage.embedded_text == embedded


def test_data_is_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        REPORT.title = "Other"  # type: ignore[misc]
