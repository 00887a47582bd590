from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reading.people import with_role
from qa.types import Span


def _told(question: str, text: str, words: str) -> str:
    start = text.index(words)
    return text[slice(*with_role(question, text, Span(start, start + len(words))))]


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        (
            "It was chaired by Carlos Acero, the President of Confecoop in Colombia.",
            "Carlos Acero",
            "Carlos Acero, the President of Confecoop in Colombia",
        ),
        ("Ruth Dreifuss (Switzerland) chaired.", "Ruth Dreifuss", "Ruth Dreifuss (Switzerland)"),
        (
            "Grégoire de Kalbermatten, CCD Deputy  Executive Secretary, spoke.",
            "Grégoire de Kalbermatten",
            "Grégoire de Kalbermatten, CCD Deputy  Executive Secretary",
        ),
        ("Ana Blom, who had opened the day, closed it.", "Ana Blom", "Ana Blom"),
        ("Ana Blom, Jo Ek and the Chair left.", "Ana Blom", "Ana Blom"),
        ("Ana Blom left.", "Ana Blom", "Ana Blom"),
        ("The Chair (Fiji) opened.", "Chair", "Chair"),
    ],
)
def test_a_person_comes_with_what_stands_behind_the_name(text: str, name: str, whole: str) -> None:
    assert _told("Who chaired it?", text, name) == whole


def test_only_a_question_for_a_person_asks_for_it() -> None:
    text = "It met in San José (Costa Rica)."
    assert _told("Where did it meet?", text, "San José") == "San José"


def test_a_role_alone_comes_with_the_name_before_it() -> None:
    text = (
        "In Cartagena Carlos Acero, President of Confecoop, chaired it; a friend, the mayor, sat."
    )
    whole = "Carlos Acero, President of Confecoop"
    assert _told("Who chaired it?", text, "President of Confecoop").endswith(whole)
    assert _told("Who sat?", text, "mayor") == "mayor"


@given(st.text(), st.data())
def test_the_span_only_grows(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    grown = with_role("Who?", text, Span(start, end))
    assert grown.start <= start
    assert end <= grown.end <= len(text)
