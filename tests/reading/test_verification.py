from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from qa.inference.span_model import SpanModel, Text
from qa.inference.spans import Reading
from qa.reading.calibration import Logistic
from qa.reading.candidates import Candidate, candidates
from qa.reading.verification import SentencePlace, verified
from qa.text.sentences import split_sentences
from qa.types import Evidence, Span
from tests.samples import evidence_of, make_report

MODEL = SpanModel()
BY_MARGIN = Logistic(0.0, {"margin": 1.0})
QUESTION = "Who chaired the fisheries session?"
EVIDENCE = [
    item
    for text in (
        "# Board\n\nMs Ana Blom chaired the fisheries session. Tea was had.",
        "# Choir\n\nThe choir sang. Jo Ek chaired the session on harbours.",
    )
    for item in evidence_of(make_report(text))
]


def _found(evidence: Sequence[Evidence] = EVIDENCE) -> list[Candidate]:
    readings = MODEL.read(QUESTION, [Text(item.context, item.text) for item in evidence])
    sentences = [split_sentences(item.text) for item in evidence]
    return candidates(QUESTION, evidence, readings, sentences)


def _verified(found: Sequence[Candidate], most: int) -> list[Candidate]:
    return verified(MODEL, QUESTION, found, BY_MARGIN, most)


def test_the_margins_are_those_of_the_sentence_alone_under_its_context() -> None:
    found = _found()
    best = max(_verified(found, 1), key=lambda c: c.features["margin"])
    sentence = best.evidence.text[slice(*best.sentence)]
    (reading,) = MODEL.read(QUESTION, [Text(best.evidence.context, sentence)])
    assert sentence[slice(*reading.spans[0].span)] in ("Ms Ana Blom", "Ana Blom")
    margin = reading.spans[0].score - reading.null
    assert best.features["alone"] == pytest.approx(margin, abs=0.05)


def test_what_is_not_read_again_is_no_better_than_before_or_than_the_others() -> None:
    found = _found()
    told = _verified(found, 1)
    best = max(told, key=lambda c: c.features["margin"])
    others = [c for c in told if c.evidence != best.evidence]
    assert others
    for other in others:
        assert other.features["alone"] <= other.features["margin"]
        assert other.features["alone"] < best.features["alone"]


def test_all_else_stays() -> None:
    found = _found()
    told = _verified(found, 4)
    assert [(c.evidence, c.span, c.sentence) for c in told] == [
        (c.evidence, c.span, c.sentence) for c in found
    ]
    for before, after in zip(found, told, strict=True):
        assert before.features.items() <= after.features.items()


def test_a_sentence_that_two_passages_share_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    found = _found([EVIDENCE[0]]) * 2
    seen: list[Text] = []
    read = MODEL.read

    def spy(question: str, texts: Sequence[Text], most: int) -> object:
        seen.extend(texts)
        return read(question, texts, most)

    monkeypatch.setattr(MODEL, "read", spy)
    told = _verified(found, 9)
    assert len(seen) == len(set(seen))
    assert told[: len(told) // 2] == told[len(told) // 2 :]


def test_a_sentence_that_was_read_again_before_is_not_read_once_more() -> None:
    known: dict[SentencePlace, Reading] = {}
    told = verified(MODEL, QUESTION, _found(), BY_MARGIN, 1, known)
    (place,) = known
    made_up = replace(known[place], null=known[place].null - 7)
    again = verified(MODEL, QUESTION, _found(), BY_MARGIN, 1, {place: made_up})
    best, now = (max(c, key=lambda c: c.features["alone"]) for c in (told, again))
    assert now.features["alone"] == pytest.approx(best.features["alone"] + 7)


@pytest.mark.parametrize("most", [0, 3])
def test_nothing_to_read_again_is_no_fault(most: int) -> None:
    assert _verified([], most) == []
    for candidate in _verified(_found(), 0):
        assert candidate.features["alone"] == candidate.features["margin"]


LOG = evidence_of(
    make_report(
        "10:01:22 <ana> +1\n10:02:10 <ana> ACTION: jo to write to the sailing school by May"
    )
)


def _marked(words: str) -> Candidate:
    """Of the log's last line."""
    (item,) = LOG
    sentence = split_sentences(item.text)[-1]
    start = item.text.index(words, sentence.start)
    features = {"margin": 1.0}
    return Candidate(item, Span(start, start + len(words)), sentence, features)


def _read(candidate: Candidate) -> tuple[str, str]:
    """What is read again, and the candidate's words then."""
    known: dict[SentencePlace, Reading] = {}
    question = "What is jo's action on the sailing school?"
    (told,) = verified(MODEL, question, [candidate], BY_MARGIN, 1, known)
    ((_, (start, end)),) = known
    return candidate.evidence.text[start - LOG[0].start : end - LOG[0].start], told.words


def test_an_utterance_is_read_without_its_time_unless_that_answers() -> None:
    assert _read(_marked("sailing school"))[0].startswith("ACTION")
    assert _read(_marked("10:02:10"))[0].startswith("10:02:10")


def test_a_lone_small_word_becomes_the_phrase_around_it() -> None:
    assert _read(_marked("write"))[1] == "to write to the sailing school by May"
    assert _read(_marked("ACTION"))[1] == "ACTION"
