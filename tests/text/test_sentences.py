from __future__ import annotations

import pytest
from hypothesis import given

from qa.text.sentences import split_blocks, split_sentences
from qa.types import Span
from tests.samples import report_texts, texts


def _sentences(text: str) -> list[str]:
    return [text[slice(*span)] for span in split_sentences(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "H.E. Mr. Lund spoke for 3.5 hours on U.S. policy.",
        "Amb. Ito thanked Rev. Okoye and Messrs. Hill and Dale.",
        "The Sen. from Ohio objected.",
        "Fees rise by 4.5 per cent, i.e. 12 euros.",
        "Dr. Smith left at 5 p.m. on Monday.",
        "Messrs. Hill and Dale, and Ms.\nYellow came.",
    ],
)
def test_abbreviations_end_no_sentence(sentence: str) -> None:
    assert _sentences(f"{sentence} It went on.") == [sentence, "It went on."]


def test_an_abbreviation_at_the_end_of_a_paragraph_ends_it() -> None:
    assert _sentences("He wrote to the Hon.\n\nNext.") == ["He wrote to the Hon.", "Next."]


def test_a_blank_line_ends_a_sentence() -> None:
    assert _sentences("Present\n \t\nThe chair") == ["Present", "The chair"]


def test_a_line_break_alone_ends_no_sentence() -> None:
    assert _sentences("The chair opened\nthe meeting.") == ["The chair opened\nthe meeting."]


@pytest.mark.parametrize("mark", ["-", "*", "+", "•", "–", "12)"])
def test_each_list_item_is_its_own(mark: str) -> None:
    assert len(_sentences(f"Decided\n{mark} to pay\n  {mark} to leave")) == 3


def test_offsets_count_characters_beyond_the_basic_plane() -> None:
    assert _sentences("🚤 boats 🏴‍☠️ left. Été came.") == ["🚤 boats 🏴‍☠️ left.", "Été came."]


def test_numbered_items_are_paragraphs() -> None:
    assert len(split_blocks("Decided\n1. to pay\n2. to leave")) == 3


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\t\f\u2028"])
def test_nothing_has_no_sentence(text: str) -> None:
    assert split_sentences(text) == []


def _uncovered(text: str, spans: list[Span]) -> list[int]:
    covered = {offset for start, end in spans for offset in range(start, end)}
    return [i for i, sign in enumerate(text) if not sign.isspace() and i not in covered]


@given(texts | report_texts)
def test_sentences_are_ordered_and_disjoint(text: str) -> None:
    offsets = [offset for span in split_sentences(text) for offset in span]
    assert offsets == sorted(offsets)


@given(texts | report_texts)
def test_sentences_hold_every_sign(text: str) -> None:
    assert not _uncovered(text, split_sentences(text))


@given(texts | report_texts)
def test_sentences_have_no_white_space_around_them(text: str) -> None:
    assert all(sentence and sentence == sentence.strip() for sentence in _sentences(text))


@pytest.mark.parametrize("unit", ["Amb. ", "“", "```\n", "1. ", "(b) ", "a. ", "x"])
def test_a_long_text_without_ends_is_split_whole(unit: str) -> None:
    spans = split_sentences(unit * 100_000)
    assert not _uncovered(unit * 100_000, spans)


def test_a_long_paragraph_is_split_as_if_it_were_read_at_once() -> None:
    sentence = "The delegates agreed, after a long debate, that the fees rise."
    assert _sentences(f"{sentence} " * 2000) == [sentence] * 2000


@given(texts | report_texts)
def test_blocks_hold_the_sentences_in_order(text: str) -> None:
    assert [span for block in split_blocks(text) for span in block] == split_sentences(text)


def test_a_unit_ends_a_sentence_before_capitals_that_act() -> None:
    text = "KESTRIA proposed a limit of 61,000 t. SORVANE said no."
    parts = [text[slice(*span)] for span in split_sentences(text)]
    assert parts == [
        "KESTRIA proposed a limit of 61,000 t.",
        "SORVANE said no.",
    ]
