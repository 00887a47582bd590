from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reports.formats.blocks import LINE, Blocks, one_line
from qa.reports.headings import Heading


def test_blocks_are_parted_by_blank_lines_and_items_by_lines() -> None:
    blocks = Blocks()
    blocks.add("Fees", level=2)
    blocks.add("They  rise:\n")
    blocks.add_item("one", "-")
    blocks.add_item("two", "-")
    blocks.add("End.")
    text, headings = blocks.text_and_headings()
    assert text == "Fees\n\nThey rise:\n- one\n- two\n\nEnd."
    assert headings == [Heading(0, 2, "Fees")]


def test_empty_blocks_are_none() -> None:
    blocks = Blocks()
    blocks.add(" \n", level=1)
    blocks.add_item("\t", "-")
    assert blocks.text_and_headings() == ("", [])


def test_a_line_stays_one_but_in_headings() -> None:
    blocks = Blocks()
    blocks.add(f"Board{LINE}Third meeting", level=1)
    blocks.add(f" Quay 3{LINE}{LINE} Zeeport")
    assert blocks.text() == "Board Third meeting\n\nQuay 3\nZeeport"


def test_the_deepest_heading_has_level_six() -> None:
    blocks = Blocks()
    blocks.add("Deep", level=9)
    assert blocks.text_and_headings()[1] == [Heading(0, 6, "Deep")]


@given(st.lists(st.tuples(st.text(), st.integers(0, 6))))
def test_headings_stand_where_they_say(parts: list[tuple[str, int]]) -> None:
    blocks = Blocks()
    starts = []
    for words, level in parts:
        if one_line(words) and level:
            starts.append(blocks.next_start)
        blocks.add(words, level)
    text, headings = blocks.text_and_headings()
    assert [heading.start for heading in headings] == starts
    for start, _, title in headings:
        assert text[start:].split("\n", 1)[0] == title


@given(st.text(st.characters()))
def test_a_text_can_be_stored(words: str) -> None:
    text = one_line(words)
    assert text.encode().decode() == text
    assert not {"\0", "\r", "\n"} & set(text)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("a\u200bb", "ab"),
        ("co\xadoperate", "cooperate"),
        ("a\ud800b", "ab"),
        (" a\f\tb\xa0c ", "a b c"),
    ],
)
def test_what_is_invisible_goes(words: str, line: str) -> None:
    assert one_line(words) == line
