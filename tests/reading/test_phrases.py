from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reading.phrases import after_marks, whole_phrase, without_open_bracket
from qa.types import Span
from tests.samples import texts


def _whole(text: str, marked: str) -> str:
    start = text.index(marked)
    return text[slice(*whole_phrase(text, Span(start, start + len(marked))))]


@pytest.mark.parametrize(
    ("text", "marked", "whole"),
    [
        ("the UN (Ana Blom), Norway (Jo Ek), all", "Ana Blom), Norway (Jo Ek", "Ana Blom"),
        ("Ana Blom (Norway) spoke", "Ana Blom (Norway", "Ana Blom (Norway)"),
        ("Ana Blom (of Norway) spoke", "Ana Blom (of", "Ana Blom (of Norway)"),
        ("the Labour Office (ILO) paid US$85", "85", "US$85"),
        ("the Labour Office (ILO) paid US$85", ") paid", "paid"),
        ("the fee (which rose", "fee (which", "fee"),
        ("by 20%", "20", "20%"),
    ],
)
def test_neither_words_nor_brackets_are_cut(text: str, marked: str, whole: str) -> None:
    assert _whole(text, marked) == whole


@pytest.mark.parametrize(
    ("text", "marked", "whole"),
    [
        ("Chair: [Ana Blom](https://a.example/b)", "[Ana Blom", "Ana Blom"),
        ("Chair: [Ana Blom](https://a.example/b)", "Blom](https", "Blom"),
        ("Chair: [Ana Blom](https://a.example/b)", "https://a", "Ana Blom"),
        ("Chair: [Ana Blom](https://a.example/b)", "[Ana Blom](https://a.example/b)", "Ana Blom"),
        ("by [Ana](x) and [Jo](y).", "[Ana](x) and [Jo", "Ana"),
        ("We thank [Ana](x) and Jo.", "thank [Ana", "thank [Ana](x)"),
        ("We thank [Ana](x) and Jo.", "x) and Jo", "Jo"),
        ("See https://a.example/b?c=d.", "https://a", "https://a.example/b?c=d"),
    ],
)
def test_no_link_is_cut(text: str, marked: str, whole: str) -> None:
    assert _whole(text, marked) == whole


@pytest.mark.parametrize(
    ("text", "marked", "whole"),
    [
        ("Decided:\n- to pay", "- to pay", "to pay"),
        ("1. Ana Blom", "1. Ana Blom", "Ana Blom"),
        ("| Ana Blom | Chair |", "| Ana Blom |", "Ana Blom"),
        ("the fee is **18 euros**.", "**18 euros**", "18 euros"),
        ("the fee is **18** euros.", "**18** euros", "**18** euros"),
        ("# Fees", "# Fees", "Fees"),
        ("10:01:22 <ana> pay the fee", "10:01:22 <ana> pay the fee", "pay the fee"),
        ("Ana Blom and Jo Ek", "Ana Blom and", "Ana Blom"),
        ("Ana Blom and Jo Ek", "and Jo Ek", "Jo Ek"),
        ("to pay the fee", "pay the", "pay"),
        ("no. 3. May", "3. May", "3. May"),
        ("a -5 degree day", "-5 degree", "-5 degree"),
        ("—", "—", "—"),
    ],
)
def test_marks_and_conjunctions_at_the_ends_are_no_part_of_it(
    text: str, marked: str, whole: str
) -> None:
    assert _whole(text, marked) == whole


@given(text=texts, data=st.data())
def test_a_phrase_is_inside_of_the_text_and_shares_no_cut_word(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    whole = whole_phrase(text, Span(start, end))
    assert 0 <= whole.start <= whole.end <= len(text)


@pytest.mark.parametrize("piece", ["[", "](", "[a](", "(", "**", "| ", "https://", "and ", "-"])
def test_signs_without_end_take_no_time(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    whole_phrase(text, Span(0, len(text)))


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("- Buy rope (new) ", "Buy rope (new)"),
        ("12) **Buy rope**", "Buy rope"),
        ("1) buy rope 2) sell wax", "buy rope 2) sell wax"),
        ("15:01 <otti> hello there", "hello there"),
        ("---", "---"),
    ],
)
def test_a_whole_line_loses_its_mark_alone(line: str, bare: str) -> None:
    assert line[slice(*after_marks(line, Span(0, len(line))))] == bare


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Pat Ode (in the chair in the Rector's", "Pat Ode"),
        ("Pat Ode (Norway)", "Pat Ode (Norway)"),
        ("(in the chair", "(in the chair"),
        ("Pat Ode", "Pat Ode"),
    ],
)
def test_a_bracket_that_is_not_closed_is_left_out(words: str, left: str) -> None:
    span = without_open_bracket(f"so {words} said", Span(3, 3 + len(words)))
    assert f"so {words} said"[slice(*span)] == left
