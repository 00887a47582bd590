from __future__ import annotations

from qa.answering.passages import scored, sentence_item, sentences
from qa.answering.relevance import wanted
from qa.reading import check_citation
from tests.answering.society import Society, at, may
from tests.samples import evidence_of

FOUND = [*sentences(evidence_of(may) * 2)]


def test_each_sentence_comes_once_with_its_place_in_the_report() -> None:
    assert len({one.span for one in FOUND}) == len(FOUND)
    assert [may.text[slice(*one.span)] for one in FOUND] == [one.text for one in FOUND]


def test_the_best_says_most_of_what_is_asked() -> None:
    on = wanted("second quote", [one.text for one in FOUND])
    share, best = scored(FOUND, on)[0]
    assert (share, best.text) == (1.0, "She asked for a second quote.")


def test_it_is_cited_whole_and_answers_where_it_is_told() -> None:
    one = next(one for one in FOUND if "second quote" in one.text)
    words = at(may, "second quote")
    cited = one.citation(Society(), words)
    check_citation(cited, may.text)
    assert (cited.quote, cited.answer) == (one.text, "second quote")
    assert one.citation(Society()).answer == one.text


def test_an_item_names_its_meeting() -> None:
    item = sentence_item(Society(), FOUND[-1].citation(Society()), "end")
    assert (item.meeting_id, item.day, item.label) == ("may", "2023-05-09", "end")
    unknown = sentence_item(Society([]), FOUND[-1].citation(Society([])))
    assert (unknown.meeting, unknown.meeting_id, unknown.day) == (may.title, None, may.date)
