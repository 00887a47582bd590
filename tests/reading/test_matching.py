from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reading.matching import dated, lacking, names, quotations, quoted, repeated


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Who chaired SB 42 in Bonn?", ["SB", "Bonn?", "42"]),
        ("Which harbour was dredged?", []),
        ("who spoke in 2011", ["2011"]),
        ("", []),
    ],
)
def test_names_are_capitals_and_numbers(question: str, found: list[str]) -> None:
    assert names(question) == found


@pytest.mark.parametrize(
    ("question", "date", "fits"),
    [
        ("Who chaired in June 2013?", "2013-06-04", 1.0),
        ("Who chaired in June 2013?", "2013-06", 1.0),
        ("Who chaired in June 2013?", "2012-06-04", 0.0),
        ("Who chaired in June 2013?", "2013-11-19", 0.0),
        ("Who chaired in 2013?", "2013", 1.0),
        ("Who chaired in June?", "2013", 0.5),
        ("Who chaired in June 2013?", None, 0.5),
        ("Who chaired?", "2013-06-04", 0.5),
        ("What may be done?", "2013-06-04", 0.5),
        ("Between May and June 2013?", "2013-05-01", 1.0),
    ],
)
def test_the_date_of_the_question(question: str, date: str | None, fits: float) -> None:
    assert dated(question, date) == fits


@given(question=st.text())
def test_a_date_agrees_or_not_or_is_not_known(question: str) -> None:
    assert dated(question, "2013-06-04") in (0, 0.5, 1)


def test_what_lacks_is_the_rarest_word_that_is_not_said() -> None:
    weights = {"coal": 2.0, "board": 0.5}
    assert lacking(weights, {"board"}) == 1
    assert lacking(weights, {"coal"}) == 0.25
    assert lacking(weights, {"coal", "board"}) == 0
    assert lacking({}, set()) == 0


@pytest.mark.parametrize(
    ("words", "share"), [("the share of members", 1), ("share of fees", 0.5), ("12 %", 0), ("", 1)]
)
def test_words_of_the_question_are_told_from_others(words: str, share: float) -> None:
    assert repeated(words, {"share", "member"}) == share


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("Who spoke of fees?", 1.0),
        ('Who called it "a small  Lifeline"?', 1.0),
        ("Who called it 'a small lifeline'?", 1.0),
        ("Who called it «a lifeline»?", 0.0),
        ("Who called “a small lifeline” an “empty concept”?", 0.5),
        ("Which of Ana's fees weren't the board's?", 1.0),
        ('Who said "?!"?', 1.0),
        ('Who said "life"?', 0.0),
    ],
)
def test_what_stands_in_quotation_marks_is_looked_for_as_it_is(question: str, share: float) -> None:
    said = "TUVALU called it a small\nlifeline."
    assert quoted(quotations(question), "Board", said) == share


def test_what_was_quoted_before_is_not_looked_for_again() -> None:
    assert quotations('Who called it "a lifeline"? And who chaired "the board"?') == ["the board"]


@given(st.text("ab \"'“”‘’«»„?"))
def test_any_quotation_is_found_in_itself(question: str) -> None:
    assert quoted(quotations(question), question) == 1.0
    assert not quotations(question) or quoted(quotations(question), "c") == 0.0
