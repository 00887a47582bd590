"""Reads the sentences of the best candidates again, each alone under its passage's context.

What answers among other sentences but not by itself is seldom right. The context names the meeting
and its date, to tell the sentence from the same one of another meeting. Hu et al., «Read + Verify:
Machine Reading Comprehension with Unanswerable Questions», AAAI 2019, check the one best answer
against its sentence. Here the check helps to choose among several. Its model was trained on
sentences alone.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from qa.inference import Reading, SpanModel, Text
from qa.reading.calibration import Logistic
from qa.reading.candidates import Candidate
from qa.types import Span

_SPANS = 4  # that are marked in a sentence
_NEAR = 0.4  # of the best one's chance: a sentence with less is seldom the best in the end
_BELOW = 1.0  # the least margin of those read again: what wasn't read again isn't better

# Where a sentence is in its report, since passages that overlap share some.
SentencePlace: TypeAlias = tuple[str, Span]


def verified(
    model: SpanModel,
    question: str,
    found: Sequence[Candidate],
    rank: Logistic,
    most: int,
    known: MutableMapping[SentencePlace, Reading] | None = None,
) -> list[Candidate]:
    """The candidates with one feature more, `alone`, after the best sentences were read again.

    These are at most `most` sentences. Their candidates have a chance that is near the best one's.

    `alone` is the span's margin over «no answer» in its sentence by itself. A candidate of another
    sentence has its first margin, or less. What was read is taken from `known` and kept there.
    """
    known = {} if known is None else known
    guessed = [_with(c, c.features["margin"]) for c in found]
    texts = {_place(c): _text(c) for c in _near_best(guessed, rank)}
    places = list(texts)[:most]
    if not places:
        return guessed
    new = [place for place in places if place not in known]
    readings = model.read(question, [texts[place] for place in new], _SPANS)
    known.update(zip(new, readings, strict=True))
    again = {place: known[place] for place in places}
    return [_with(c, margin) for c, margin in zip(found, _margins(found, again), strict=True)]


def _near_best(found: Sequence[Candidate], rank: Logistic) -> list[Candidate]:
    """Best first."""
    chances = [rank.chance(c.features) for c in found]
    order = sorted(range(len(found)), key=lambda n: -chances[n])
    return [found[n] for n in order if chances[n] >= _NEAR * chances[order[0]]]


def _text(candidate: Candidate) -> Text:
    return Text(candidate.evidence.context, candidate.evidence.text[slice(*candidate.sentence)])


def _margins(found: Sequence[Candidate], readings: Mapping[SentencePlace, Reading]) -> list[float]:
    told = [_margin(c, readings.get(_place(c))) for c in found]
    least = min((margin for margin in told if margin is not None), default=0.0) - _BELOW
    return [
        min(least, c.features["margin"]) if margin is None else margin
        for c, margin in zip(found, told, strict=True)
    ]


def _margin(candidate: Candidate, reading: Reading | None) -> float | None:
    """The margin of the best span that shares words with the candidate's, or None if none does."""
    mine = _inside(candidate)
    spans = reading.spans if reading else ()
    scores = [score for span, score in spans if _shared(span, mine)]
    return max(scores) - reading.null if reading and scores else None


def _inside(candidate: Candidate) -> Span:
    """The candidate's span, counted from the start of its sentence."""
    return Span(*(place - candidate.sentence.start for place in candidate.span))


def _shared(a: Span, b: Span) -> int:
    """Characters in both."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _place(candidate: Candidate) -> SentencePlace:
    item, (start, end) = candidate.evidence, candidate.sentence
    return item.report_id, Span(item.start + start, item.start + end)


def _with(candidate: Candidate, alone: float) -> Candidate:
    return replace(candidate, features={**candidate.features, "alone": alone})
