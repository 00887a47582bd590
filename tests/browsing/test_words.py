from __future__ import annotations

from dataclasses import replace

from qa.browsing.words import words_at, words_of
from tests.records import span_of
from tests.samples import make_report


def test_words_are_verbatim_and_have_their_place() -> None:
    report = replace(make_report(), pages=(0, make_report().text.index("## Fees")))
    found = words_at(report, span_of(report, "seven to two"))
    assert report.text[found.start : found.end] == found.text == "seven to two"
    assert (found.section, found.page) == ("Fees", 2)


def test_each_span_is_there_once_in_the_order_of_the_text() -> None:
    report = make_report()
    spans = [span_of(report, words) for words in ("seven", "survey", "seven")]
    assert [words.text for words in words_of(report, spans).values()] == ["survey", "seven"]
    start, end = spans[1]
    assert next(iter(words_of(report, spans))) == f"{start}-{end}"
