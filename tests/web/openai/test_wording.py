from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qa import Answer, Citation, Item, Settings
from web.openai.wording import answer_in, put_in_words

SETTINGS = Settings(home=Path("home"), public_url="https://qa.example.org")
QUOTE = "The survey will cost\n12,400 *euros*."
CITATION = Citation(
    report_id="a", title="Board [3]", date="2023-03-14", source="a.md", section=None, page=None,
    start=5, end=5 + len(QUOTE), quote=QUOTE, answer="12,400 *euros*",
    answer_start=26, answer_end=40,
)  # fmt: skip
ONE = Answer(
    question="What?", answer="12,400 *euros*", confidence=0.9, level="sure", citations=(CITATION,)
)
ITEM = Item(
    answer="12,400 *euros*", report_id="a", meeting="Board", day="2023-03-14", label="cost",
    citations=(CITATION,),
)  # fmt: skip
KNOWN = Item(answer="Málaga", report_id="a", meeting="Board", day="2023-03-14", known="catalogue")
SENTENCE = replace(ONE, answer=QUOTE)
NOTHING = replace(
    ONE, answer=None, level="none", citations=(), nearest=(CITATION,), hint="Name the meeting."
)


@pytest.mark.parametrize("answer", [ONE, NOTHING], ids=["one", "nothing"])
def test_each_mark_is_the_quote_word_for_word(answer: Answer) -> None:
    told = put_in_words(answer, SETTINGS)
    (mark,) = told.marks
    assert told.text[mark.start : mark.end] == QUOTE
    assert mark.url == f"https://qa.example.org/#/reports/a/5-{5 + len(QUOTE)}"
    assert mark.title == "Board [3] · 2023-03-14"


def test_the_answer_stands_before_its_quotes() -> None:
    assert put_in_words(ONE, SETTINGS).text == (
        f"12,400 *euros*\n\n> {QUOTE} — [Board (3) · 2023-03-14]"
        f"(https://qa.example.org/#/reports/a/5-{5 + len(QUOTE)})"
    )


def test_a_whole_sentence_is_said_once() -> None:
    told = put_in_words(SENTENCE, SETTINGS)
    assert told.text.count(QUOTE) == 1
    assert told.text[told.marks[0].start : told.marks[0].end] == QUOTE


def test_what_is_not_certain_says_so() -> None:
    text = put_in_words(replace(ONE, level="unsure"), SETTINGS).text
    assert text.startswith("This may not answer your question:\n\n12,400")


def test_items_come_by_meeting_and_each_has_its_mark() -> None:
    listed = replace(ONE, kind="list", items=(ITEM, KNOWN), hint="Two are known.")
    told = put_in_words(listed, SETTINGS)
    assert told.text.startswith(
        "Two are known.\n\n**Board · 2023-03-14**\n- cost: 12,400 *euros* — ["
    )
    assert told.text.endswith("\n- Málaga")
    (mark,) = told.marks
    assert told.text[mark.start : mark.end] == ITEM.answer


def test_a_count_says_the_number_first() -> None:
    counted = replace(ONE, kind="count", answer="1 survey", items=(ITEM,))
    assert put_in_words(counted, SETTINGS).text.startswith("1 survey\n\n**Board")


def test_a_hint_and_the_reading_are_told() -> None:
    asked = replace(NOTHING, kind="ask_back", hint="Which?", items=(ITEM,), read_as="Which board?")
    assert put_in_words(asked, SETTINGS).text == "Which?\n- Board\n\nRead as: Which board?"


def test_an_answer_is_found_again_in_its_words() -> None:
    assert answer_in(put_in_words(ONE, SETTINGS).text) == ONE.answer
    assert answer_in(put_in_words(replace(ONE, level="unsure"), SETTINGS).text) == ONE.answer
    assert answer_in(put_in_words(SENTENCE, SETTINGS).text) == QUOTE
    assert answer_in(put_in_words(NOTHING, SETTINGS).text) is None
    assert answer_in("") is None
