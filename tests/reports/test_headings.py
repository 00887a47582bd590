from __future__ import annotations

import re

import pytest
from hypothesis import given

from qa.reports.headings import (
    Heading,
    is_heading,
    marked_sections,
    nested_sections,
    plain_sections,
    strip_links,
    without_title,
)
from qa.types import Section
from tests.samples import report_texts


def _sections(text: str) -> tuple[Section, ...]:
    """Of a text whose headings are its lines that begin with #."""
    lines = re.finditer(r"^(#+) (.+)$", text, re.MULTILINE)
    return nested_sections(text, [Heading(m.start(), len(m[1]), m[2]) for m in lines])


def _titles(text: str) -> list[str]:
    return [section.title for section in _sections(text)]


def _plain(text: str) -> list[str]:
    return [section.title for section in plain_sections(text)]


def test_a_title_is_the_path_of_headings() -> None:
    text = "# Board\n\n## Fees\n\n### Vote\n\n## Other\n"
    assert _titles(text) == ["Board", "Board › Fees", "Board › Fees › Vote", "Board › Other"]


def test_a_section_starts_at_its_line() -> None:
    text = "Opening.\n\n## Fees\n\nThey rise."
    assert [section.start for section in _sections(text)] == [text.index("##")]


def test_a_heading_may_run_into_its_paragraph() -> None:
    text = "Opening.\n\nAGENDA ITEM 7(b)  FUNDS: Brazil said no."
    (section,) = _sections(text)
    assert (section.title, section.start) == ("AGENDA ITEM 7(b) FUNDS", text.index("AGENDA"))


def test_a_paragraph_with_a_heading_in_it_is_no_heading_line() -> None:
    text = "AGENDA ITEM 7: Brazil said no."
    assert not is_heading(_sections(text), 0)


def test_a_heading_line_is_one() -> None:
    sections = _sections("Opening.\n\n# Fees\n")
    assert [is_heading(sections, offset) for offset in (0, 10, 11)] == [False, True, False]


@pytest.mark.parametrize("line", ["CLOSING REMARKS", "  CLOSING REMARKS:", "ÉTAT DES LIEUX 2023"])
def test_lines_in_capitals_are_headings_of_plain_text(line: str) -> None:
    assert _plain(f"Opening.\n\n{line}\n\nText.") == [line.strip(" :")]


@pytest.mark.parametrize(
    "line", ["Closing Remarks", "IT", "WE MET.", "2023", "NO, WE MET IN GENEVa"]
)
def test_other_lines_are_not(line: str) -> None:
    assert _plain(f"Opening.\n\n{line}\n\nText.") == []


def test_a_long_title_is_cut_between_words() -> None:
    (title,) = _titles("# " + "word " * 100)
    assert len(title) <= 162
    assert title.endswith("word …")


@pytest.mark.parametrize(
    ("text", "stripped"),
    [
        ("See [the paper](https://example.org/a).", "See the paper."),
        ("![chart](c.png) shows", "chart shows"),
        ("at <https://example.org> today", "at  today"),
        ("[1] and (2)", "[1] and (2)"),
        ("a < b > c", "a < b > c"),
    ],
)
def test_links_are_their_words(text: str, stripped: str) -> None:
    assert strip_links(text) == stripped


@pytest.mark.parametrize("piece", ["[", "![", "[](", "[a](b", "<http://", "<", "#", "A:", "("])
def test_unclosed_signs_are_kept_however_many(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    assert strip_links(text) == text


@given(report_texts)
def test_sections_are_in_order_and_inside_the_text(text: str) -> None:
    for sections in (_sections(text), plain_sections(text)):
        starts = [section.start for section in sections]
        assert starts == sorted(starts)
        assert all(0 <= start < len(text) for start in starts)


@given(report_texts)
def test_titles_are_one_line(text: str) -> None:
    for section in (*_sections(text), *plain_sections(text)):
        assert section.title == " ".join(section.title.split())


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("# Board 3\n\n## Fees\n\n### Boats\n", ["", "Fees", "Fees › Boats"]),
        ("# Board 3\n\n# Fees\n", ["Board 3", "Fees"]),
        ("# Fees\n\n## Boats\n", ["Fees", "Fees › Boats"]),
    ],
)
def test_the_title_above_all_headings_is_left_out_of_their_paths(
    text: str, paths: list[str]
) -> None:
    sections = without_title(_sections(text), "Board 3")
    assert [section.title for section in sections] == paths


def test_marked_headings_are_sections() -> None:
    text = "Board\n\nFees\n\nThey rise.\n\nITEM 3: It closed."
    sections = marked_sections(text, [Heading(0, 1, "Board"), Heading(7, 2, "Fees")])
    assert [section.title for section in sections] == [
        "Board",
        "Board › Fees",
        "Board › Fees › ITEM 3",
    ]


def test_without_marks_lines_in_capitals_are_headings() -> None:
    text = "FEES\n\nThey rise."
    assert marked_sections(text, []) == plain_sections(text) != ()


@pytest.mark.parametrize(
    "text",
    [
        "A" + "(i)" * 60 + "x",  # may be read as a letter or as a number
        "ABCD" + " " * 100_000 + "x",
        "A B " * 100_000,
        "\n\nAB C:" * 30_000,
        "<http://" * 100_000,
        "[(" * 100_000,
        "\n \t" * 100_000,
    ],
)
def test_a_long_hostile_text_comes_through(text: str) -> None:
    assert all(0 <= section.start < len(text) for section in plain_sections(text))
    assert len(strip_links(text)) <= len(text)
