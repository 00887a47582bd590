"""Reads the sentences of the best candidates again, each alone under its passage's context.

What answers among other sentences but not by itself is seldom right. The context names the meeting
and its date, to tell the sentence from the same one of another meeting. Hu et al., «Read + Verify:
Machine Reading Comprehension with Unanswerable Questions», AAAI 2019, check the one best answer
against its sentence. Here the check helps to choose among several. Its model was trained on
sentences alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from qa.inference import Reading, SpanModel, Text
from qa.reading.calibration import Logistic
from qa.reading.candidates import Candidate
from qa.reading.phrases import whole_phrase
from qa.text import said_by
from qa.types import Span

_SPANS = 4  # that are marked in a sentence
_NEAR = 0.4  # of the best one's chance: a sentence with less is seldom the best in the end
_LONE = re.compile(r"[a-zß-öø-ÿ]+")
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

    `alone` is the span's margin over «no answer» in its sentence by itself; a candidate of another
    sentence has its first margin, or less. What was read is taken from `known` and kept there. A
    lone small word becomes the phrase that is marked around it then: «write» isn't what was done.
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
    fuller = [_in_phrase(c, again.get(_place(c))) for c in found]
    return [_with(c, margin) for c, margin in zip(fuller, _margins(found, again), strict=True)]


def _near_best(found: Sequence[Candidate], rank: Logistic) -> list[Candidate]:
    """Best first."""
    chances = [rank.chance(c.features) for c in found]
    order = sorted(range(len(found)), key=lambda n: -chances[n])
    return [found[n] for n in order if chances[n] >= _NEAR * chances[order[0]]]


def _text(candidate: Candidate) -> Text:
    return Text(candidate.evidence.context, candidate.evidence.text[slice(*_part(candidate))])


def _part(candidate: Candidate) -> Span:
    """The sentence, of a log's line without the time and the name in front, unless they answer."""
    start, end = candidate.sentence
    begins = start + len(said_by(candidate.evidence.text[start:end]))
    return Span(begins if begins <= candidate.span.start else start, end)


def _in_phrase(candidate: Candidate, reading: Reading | None) -> Candidate:
    """The candidate, if it is a lone small word, with the best span around it."""
    if reading is None or not _LONE.fullmatch(candidate.words):
        return candidate
    start, (a, b) = _part(candidate).start, _inside(candidate)
    around = (s.span for s in reading.spans if s.span.start <= a and b <= s.span.end)
    marked = next(around, Span(a, b))
    span = whole_phrase(candidate.evidence.text, Span(start + marked.start, start + marked.end))
    return replace(candidate, span=span)


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
    """The candidate's span, counted from the start of what is read of its sentence."""
    return Span(*(place - _part(candidate).start for place in candidate.span))


def _shared(a: Span, b: Span) -> int:
    """Characters in both."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _place(candidate: Candidate) -> SentencePlace:
    item, (start, end) = candidate.evidence, _part(candidate)
    return item.report_id, Span(item.start + start, item.start + end)


def _with(candidate: Candidate, alone: float) -> Candidate:
    return replace(candidate, features={**candidate.features, "alone": alone})
