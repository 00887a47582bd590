from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import ReportError
from qa.reports.formats.document import Metadata
from qa.reports.formats.markup.front_matter import front_matter


def test_front_matter_is_what_the_file_says_of_itself() -> None:
    front = front_matter("---\ntitle: Board\ndate: 14 March 2023\nplace: Quay 3\n---\n# Fees\n")
    assert front.said == Metadata("Board", "2023-03-14", place="Quay 3")
    assert (front.rest, front.text) == ("", "# Fees")


def test_what_is_not_used_is_named() -> None:
    front = front_matter("---\nchair: Ivo\ntags: [a, {b: c}]\ntitle: [d]\n---\nText.")
    assert front.rest.split() == ["Ivo", "a", "c", "d"]
    assert front.said == Metadata()


@pytest.mark.parametrize("value", ["yes", "0x1f", "012", "1:30", "1e3", "!!int x", "2024-02-30"])
def test_values_are_words(value: str) -> None:
    assert front_matter(f"---\ntitle: {value}\n---\n").said.title == value.removeprefix("!!int ")


@pytest.mark.parametrize("value", ["", "~", "null", "''", "[a]", "{a: b}", "0x" + "f" * 6000])
def test_what_is_no_title_is_none(value: str) -> None:
    assert front_matter(f"---\ntitle: {value}\n---\nText.").said == Metadata()


@pytest.mark.parametrize(
    "text", ["", "Text.", "---\nno end", "---\n---\nText.", "---\nwords\n---\n"]
)
def test_a_text_without_any_is_its_own(text: str) -> None:
    assert front_matter(text) == (Metadata(), "", text)


@pytest.mark.parametrize(
    "front", ["title: a: b", "? [a]\n: b", "a: *b", "a: &a [*a]", "- " * 4_000, "? " * 4_000]
)
def test_what_is_odd_is_refused(front: str) -> None:
    with pytest.raises(ReportError, match="isn't YAML"):
        front_matter(f"---\n{front}\n---\nText.")


def test_references_are_followed_once() -> None:
    merges = [f"a{n}: &a{n} {{<<: [{'*a0, ' * 9} *a{n - 1}], k: v}}\n" for n in range(1, 99)]
    front = front_matter(f"---\na0: &a0 {{x: y}}\n{''.join(merges)}---\nText.")
    assert front.text == "Text."


@given(st.text())
def test_any_words_are_read_or_refused(words: str) -> None:
    with suppress(ReportError):
        assert front_matter(f"---\n{words}\n---\nText.").text.endswith("Text.")


def test_an_abstract_is_the_first_paragraph() -> None:
    front = front_matter("---\ntitle: Board\nabstract: >\n  The board\n  met.\n---\n# Fees\n\nSix.")
    assert front.text == "The board met.\n\n# Fees\n\nSix."
    assert front.rest == ""


def test_an_abstract_stands_below_the_only_title() -> None:
    front = front_matter("---\nsummary: The board met.\n---\n# Board\n\nIt agreed.")
    assert front.text == "# Board\n\nThe board met.\n\nIt agreed."


def test_an_abstract_that_the_body_has_is_not_repeated() -> None:
    front = front_matter("---\ndescription: The board\n---\nThe  board met.")
    assert (front.text, front.rest) == ("The  board met.", "")


def test_a_second_abstract_is_left_out_by_name() -> None:
    front = front_matter("---\nabstract: The board met.\nsummary: Fees rose.\n---\nText.")
    assert (front.text, front.rest) == ("The board met.\n\nText.", "Fees rose.")
