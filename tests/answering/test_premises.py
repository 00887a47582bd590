from __future__ import annotations

from dataclasses import replace

from qa.answering.premises import kept
from qa.answering.quoting import quote
from qa.types import Answer
from tests.answering.society import Society, ask, at, forum
from tests.samples import evidence_of


def _read(line: str, words: str, confidence: float = 0.6) -> Answer:
    cited = quote(forum, at(forum, line), at(forum, words, line))
    evidence = tuple(evidence_of(forum))
    found = Answer(question="?", answer=words, confidence=confidence, level="sure")
    return replace(found, citations=(cited,), evidence=evidence)


GAUGES = _read("The Forum decided to build twelve river gauges", "twelve")


def test_words_on_the_matter_are_kept() -> None:
    asked = ask("How many river gauges did the Forum decide to build?")
    assert kept(asked, Society(), GAUGES) == GAUGES


def test_what_nobody_says_has_happened_is_refused() -> None:
    assert kept(ask("How many river gauges won a race?"), Society(), GAUGES).answer is None
    asked = ask("Why was the building of the river gauges cancelled?")
    assert kept(asked, Society(), GAUGES).answer is None


def test_a_guess_on_something_else_is_refused() -> None:
    asked = ask("How many zebras crossed the bridge?")
    refused = kept(asked, Society(), GAUGES)
    assert (refused.answer, refused.level) == (None, "none")
    assert refused.evidence == GAUGES.evidence


def test_a_doubtful_one_is_unsure_unless_the_reader_is_sure() -> None:
    asked = ask("How many gauges were painted and polished?")
    assert kept(asked, Society(), GAUGES).level == "unsure"
    sure = replace(GAUGES, confidence=0.95)
    assert kept(asked, Society(), sure) == sure


def test_a_refusal_stays() -> None:
    refused = Answer(question="?", answer=None, confidence=0.1)
    assert kept(ask("Who won?"), Society(), refused) == refused


def test_why_something_failed_that_came_about_is_refused() -> None:
    adopted = _read("The Forum adopted the river levy", "a long debate in plenary", 0.95)
    assert kept(ask("Why did the Forum reject the river levy?"), Society(), adopted).answer is None
    assert kept(ask("After what did the Forum adopt the levy?"), Society(), adopted).answer


def test_what_stands_under_another_heading_tells_nothing_of_it() -> None:
    read = _read("NORWAY said that a levy on river traffic pays", "pays for the gauges", 0.95)
    wrong = ask("Why did the Forum reject the river levy?")
    assert kept(wrong, Society(), read).answer is None
    costs = ask("What was awarded for the gauges of river traffic?")
    assert kept(costs, Society(), read).answer


def test_nobody_resigns_whose_words_do_not_say_so() -> None:
    assert kept(ask("Why did the gauges of the Forum resign?"), Society(), GAUGES).answer is None
