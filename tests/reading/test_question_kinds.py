from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reading.question_kinds import fits, kind_of, narrowed


@pytest.mark.parametrize(
    ("question", "words", "fit"),
    [
        ("Who chaired it?", "Ruth Dreifuss (Switzerland)", 1),
        ("Who chaired it?", "Carlos Acero, the President of Confecoop in Colombia", 1),
        ("Who chaired it?", "He", 0),
        ("Who chaired it?", "noted the obstacles", 0),
        ("which country asked", "SAUDI ARABIA, SOUTH AFRICA and SENEGAL", 1),
        ("How many came?", "27", 1),
        ("How many came?", "nearly two  hundred", 1),
        ("How many came?", "the draft", 0),
        ("How many drafts were there?", "237/WG.1/L.29", 0),
        ("How many drafts were there?", "Three, in 237/WG.1/L.29", 1),
        ("How many drafts were there?", "draft rule 42 on voting", 0),
        ("How many rules were there?", "42 rules", 1),
        ("How much did COP-3 promise?", "COP-3", 0),
        ("How much per tonne?", "to be set in 2007", 0),
        ("How much per tonne?", "2,007 euros", 1),
        ("How many came?", "2000 people", 1),
        ("How many came?", "in 2000", 0),
        ("How many signed?", "38 Parties by 3 May 1999", 1),
        ("How many signed?", "3 May 1999", 0),
        ("How long will it last?", "until 2012", 1),
        ("which three developing countries take part", "three", 0),
        ("What haddock quota was adopted?", "18,500 tonnes", 1),
        ("Which percentage of it did they want?", "percentage", 0),
        ("What did the share owners want?", "to vote", 0.5),
        ("When did it end, and who spoke?", "15 May", 1),
        ("When did it end?", "Bonn", 0),
        ("On what date did it end?", "at 5 p.m., not 17:30", 0),
        ("On what date did it end?", "at 5 p.m. on 3 May", 1),
        ("In which year did it end?", "1887", 1),
        ("When did it end?", "at 5 p.m.", 1),
        ("Who was chairing it?", "the SBI", 0),
        ("Who was the chair of it?", "SAUDI ARABIA", 0),
        ("chair of the board", "Raúl ESTRADA (Argentina)", 1),
        ("Who asked the Chair to stop?", "SAUDI ARABIA", 1),
        ("Who presided?", "山田太郎", 1),
        ("Where did it meet when it began?", "Montreal, Canada", 1),
        ("Where did it meet?", "at the end", 0),
        ("Who chaired it? Ana Blom. And when did she speak?", "15 May", 1),
        ("What right did they want when it comes to fees?", "to object", 0.5),
        ("What did they want?", "anything", 0.5),
    ],
)
def test_the_kind_of_words_asked_for(question: str, words: str, fit: float) -> None:
    assert fits(question, words) == fit


@given(st.text(), st.text())
def test_any_words_are_judged(question: str, words: str) -> None:
    assert (fits(question, words) == 0.5) == (kind_of(question) is None)


@pytest.mark.parametrize(
    ("question", "words", "core"),
    [
        ("Who said so?", "the UK would regard the reduction of 5% as right", "the UK"),
        ("Who said so?", "Ana de la Cruz (Chile)", "Ana de la Cruz (Chile)"),
        ("Who said so?", "The delegate of Southmark", "The delegate of Southmark"),
        ("Who said so?", "The harbour masters", "The harbour masters"),
        ("When is it?", "20-25 October in Bonn, and that funding was secured", "20-25 October"),
        ("When is it?", "by 21 February 2011, views on the composition", "by 21 February 2011"),
        ("When is it?", "in the second half of the year", "in the second half of the year"),
        (
            "What did they say?",
            "the UK would regard it as right",
            "the UK would regard it as right",
        ),
    ],
)
def test_a_long_answer_is_cut_to_what_was_asked_for(question: str, words: str, core: str) -> None:
    assert words[slice(*narrowed(question, words))] == core


@given(st.text(), st.text(min_size=1))
def test_what_is_left_is_a_part(question: str, words: str) -> None:
    start, end = narrowed(question, words)
    assert 0 <= start < end <= len(words)
