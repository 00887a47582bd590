from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reading.items import asks_for_all, items_around
from qa.types import Span

TEXT = """Agenda

* one thing
* another

## Present

* Ana Blom @ana (TSC)
* Сковорода Никита
* 3) Jo Ek

Nothing else.
"""


def _items(words: str) -> list[str]:
    start = TEXT.index(words)
    return [TEXT[slice(*span)] for span in items_around(TEXT, Span(start, start + len(words)))]


def test_the_list_around_a_span_is_found_whole() -> None:
    assert _items("Сковорода") == ["Ana Blom @ana (TSC)", "Сковорода Никита", "3) Jo Ek"]
    assert _items("Blom @ana (TSC)\n* Сково") == _items("Jo Ek")


@pytest.mark.parametrize("words", ["Nothing else", "another", "Agenda"])
def test_prose_and_two_items_are_no_list(words: str) -> None:
    assert _items(words) == []


@pytest.mark.parametrize(
    ("question", "wants"),
    [
        ("Who attended the TSC meeting on 3 May?", True),
        ("who was there", True),
        ("Who took part in the session?", True),
        ("Who chaired the session?", False),
        ("who was on the TC call", True),
        ("How many people attended?", False),
        ("Which countries supported it?", False),
    ],
)
def test_questions_for_everybody(question: str, wants: bool) -> None:
    assert asks_for_all(question) == wants


@given(st.text("*-1. \nab"), st.data())
def test_items_are_in_the_text_in_order(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    spans = items_around(text, Span(start, data.draw(st.integers(start, len(text)))))
    assert all(text[slice(*span)].strip() == text[slice(*span)] for span in spans)
    assert all(a.end < b.start for a, b in zip(spans, spans[1:], strict=False))
