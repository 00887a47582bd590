from __future__ import annotations

from dataclasses import replace

from qa.answering.nearest import nearest_sentences, with_nearest
from qa.types import Answer
from tests.answering.society import Society, ask, forum, june, may
from tests.samples import evidence_of

EVIDENCE = [item for report in (june, may, forum) for item in evidence_of(report)]


def test_it_is_one_sentence_of_each_report_the_nearest_first() -> None:
    found = nearest_sentences("Which old tank was rejected?", Society(), EVIDENCE)
    assert found[0].quote == "The proposal to sell the old tank was rejected."
    assert len({one.report_id for one in found}) == len(found) <= 3


def test_what_shares_no_word_is_not_near() -> None:
    assert nearest_sentences("zebra crossings", Society(), EVIDENCE) == ()


def test_what_is_cited_is_not_named_again() -> None:
    question = "Which old tank was rejected?"
    first = nearest_sentences(question, Society(), EVIDENCE)[0]
    given = Answer(question=question, answer="tank", confidence=1.0, citations=(first,))
    given = replace(given, evidence=tuple(EVIDENCE))
    found = with_nearest(ask(question), Society(), given).nearest
    assert found
    assert first.quote not in {one.quote for one in found}


def test_a_hint_has_none() -> None:
    asked = ask("Which old tank was rejected?")
    refused = Answer(question="?", answer=None, confidence=0.0)
    hint = Answer(question="?", answer=None, confidence=0.0, kind="hint")
    assert with_nearest(asked, Society(), refused).nearest
    assert with_nearest(asked, Society(), hint) == hint
