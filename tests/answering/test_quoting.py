from __future__ import annotations

from dataclasses import replace

from qa.answering.quoting import (
    quote,
    quote_around,
    quote_title,
    quote_whole,
    sentence_around,
)
from qa.reading import check_citation
from qa.types import Span
from tests.answering.society import MAY_MEETING, at, may


def test_a_quote_names_its_place() -> None:
    cited = quote(may, at(may, "second quote"))
    check_citation(cited, may.text)
    assert (cited.section, cited.source, cited.date) == ("Water", may.source, may.date)


def test_an_item_answers_without_its_mark() -> None:
    cited = quote_whole(may, at(may, "- ACTION: Tomas Reyl to obtain two quotes by 1 June."))
    check_citation(cited, may.text)
    assert cited.quote.startswith("- ACTION")
    assert cited.answer.startswith("ACTION")


def test_words_are_quoted_with_their_sentence() -> None:
    cited = quote_around(may, at(may, "Old Mill"))
    check_citation(cited, may.text)
    assert cited.quote == "The next meeting is on 13 June 2023 in the Old Mill."


def test_words_over_two_sentences_are_quoted_with_both() -> None:
    text = "It is. It was so! It will be."
    start, end = text.index("is."), text.index("was") + 3
    assert text[slice(*sentence_around(text, Span(start, end)))] == "It is. It was so!"


def test_white_space_is_in_no_sentence() -> None:
    assert sentence_around("One.\n\nTwo.", Span(4, 5)) == (4, 5)


def test_a_long_text_is_not_read_through() -> None:
    text = "Words go on. " * 5000
    start = text.index("Words", 30_000)
    assert text[slice(*sentence_around(text, Span(start, start + 5)))] == "Words go on."


def test_a_meeting_is_quoted_at_its_title_or_its_first_line() -> None:
    title = quote_title(may, MAY_MEETING)
    check_citation(title, may.text)
    assert title.answer == "Pellbrook Allotment Society, committee meeting"
    assert quote_title(may, replace(MAY_MEETING, title=None)).answer == title.answer
    inside = replace(MAY_MEETING, title=None, span=Span(at(may, "Rents").start, len(may.text)))
    assert quote_title(may, inside).answer == "Rents"
