"""A reader that answers with the words of the evidence that a trained model marks."""

from __future__ import annotations

import math
import re
import string
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from qa.calibration import Calibration, Logistic
from qa.candidates import Candidate, candidates
from qa.cascade import most_promising
from qa.disagreement import settled
from qa.items import asks_for_all, items_around
from qa.people import with_role
from qa.reading import cite, joined
from qa.sentences import split_sentences
from qa.span_model import Reading, SpanModel, Text
from qa.types import Answer, Citation, Evidence, Span, Support
from qa.verification import SentencePlace, verified

_EDGES = string.punctuation.replace("%", "").replace("$", "") + " \n\t’‘“”'"
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_MOST_CITED = 5
_NAME_WORDS = 5
_UNREAD = Reading((), 0.0)
_EDGE = 0.001  # chances count as no nearer to 0 or 1: their odds go to infinity
_RIVAL = 0.5  # of the best one's chance: another report's other answer is shown as well


@dataclass(frozen=True, slots=True)
class Ranked:
    """An answer that one or more candidates give, with the chance of each, best first."""

    chances: tuple[tuple[Candidate, float], ...]

    @property
    def chance(self) -> float:
        return self.chances[0][1]

    @property
    def given(self) -> list[Candidate]:
        return [candidate for candidate, _ in self.chances]


class ExtractiveReader:
    """Reads the question against the passages; spans that agree are one answer.

    Of the first `first_read` passages (None: all) those are read that promise most: two, and the
    others whose odds are at most `first_near` times smaller than the best one's; the rest only if
    the confidence is then below `sure_above`. The sentences of the best candidates, at most
    `verify`, are read again, alone, by the `verifier` (None: the model itself). With `rerank` the
    evidence comes in the order of the best answer in each passage, else in that of the retrieval.
    """

    def __init__(
        self,
        model: SpanModel,
        calibration: Calibration,
        refuse_below: float,
        *,
        verifier: SpanModel | None = None,
        first_read: int | None = None,
        first_near: float = math.inf,
        sure_above: float = 1.0,
        verify: int = 4,
        rerank: bool = True,
    ) -> None:
        self._model = model
        self._verifier = verifier or model
        self._calibration = calibration
        self._refuse_below = refuse_below
        self._first_read = first_read
        self._first_near = first_near
        self._sure_above = sure_above
        self._verify = verify
        self._rerank = rerank

    @property
    def name(self) -> str:
        """
        Raises:
            PartMissingError: a model's weights aren't there, or aren't those that shipped.
        """
        models = dict.fromkeys((self._model.name, self._verifier.name))
        return ", ".join(("extractive", *models))

    def read(self, question: str, evidence: Sequence[Evidence]) -> Answer:
        readings = self._mark(question, evidence, self._first(question, evidence))
        known = dict[SentencePlace, Reading]()
        ranked, confidence = self._judged(question, evidence, readings, known)
        rest = [place for place in range(len(evidence)) if place not in readings]
        if rest and confidence < self._sure_above:
            readings |= self._mark(question, evidence, rest)
            ranked, confidence = self._judged(question, evidence, readings, known)
        confidence = self._calibration.told(confidence)
        scored = _scored(evidence, readings, ranked, rerank=self._rerank)
        refusal = Answer(
            question=question, answer=None, confidence=round(confidence, 4), evidence=scored
        )
        if confidence < self._refuse_below or not ranked:
            return refusal
        citations, support = _cited(question, ranked)
        text = joined(citations if support == "list" else citations[:1])
        answer = replace(refusal, answer=text, support=support, citations=citations)
        return settled(question, answer)

    def rank(self, question: str, evidence: Sequence[Evidence]) -> list[Ranked]:
        """The answers that the whole evidence gives, best first."""
        return group(self.candidates(question, evidence), self._calibration.rank)

    def candidates(self, question: str, evidence: Sequence[Evidence]) -> list[Candidate]:
        """The spans that the model marks in each passage."""
        readings = self._mark(question, evidence, range(len(evidence)))
        return self._verified(question, evidence, readings, {})

    def _first(self, question: str, evidence: Sequence[Evidence]) -> list[int]:
        most = self._first_read or len(evidence)
        return most_promising(question, evidence, self._calibration.rank, most, self._first_near)

    def _mark(
        self, question: str, evidence: Sequence[Evidence], places: Sequence[int]
    ) -> dict[int, Reading]:
        """What the model makes of the passages at these places of the evidence."""
        texts = [Text(evidence[place].context, evidence[place].text) for place in places]
        return dict(zip(places, self._model.read(question, texts), strict=True))

    def _judged(
        self,
        question: str,
        evidence: Sequence[Evidence],
        readings: Mapping[int, Reading],
        known: dict[SentencePlace, Reading],
    ) -> tuple[list[Ranked], float]:
        """The answers in what was read so far, and the confidence in the best one."""
        found = self._verified(question, evidence, readings, known)
        ranked = group(found, self._calibration.rank)
        features = confidence_features(ranked)
        return ranked, self._calibration.confidence.chance(features) if ranked else 0.0

    def _verified(
        self,
        question: str,
        evidence: Sequence[Evidence],
        readings: Mapping[int, Reading],
        known: dict[SentencePlace, Reading],
    ) -> list[Candidate]:
        found = _found(question, evidence, readings)
        rank = self._calibration.rank
        return verified(self._verifier, question, found, rank, self._verify, known)


def _found(
    question: str, evidence: Sequence[Evidence], readings: Mapping[int, Reading]
) -> list[Candidate]:
    """The marked spans; passages that weren't read count for how rare a word is."""
    every = [readings.get(place, _UNREAD) for place in range(len(evidence))]
    sentences = [
        split_sentences(item.text) if place in readings else []
        for place, item in enumerate(evidence)
    ]
    return candidates(question, evidence, every, sentences)


def group(found: Sequence[Candidate], rank: Logistic) -> list[Ranked]:
    """Spans with the same words are one answer; answers and their spans come best first."""
    chances = [(candidate, rank.chance(candidate.features)) for candidate in found]
    chances.sort(key=lambda pair: (-pair[1], pair[0].evidence.report_id, pair[0].evidence.start))
    groups: dict[str, list[tuple[Candidate, float]]] = {}
    for candidate, chance in chances:
        if key := normal(candidate.words):
            groups.setdefault(key, []).append((candidate, chance))
    return _fullest([Ranked(tuple(pairs)) for pairs in groups.values()])


def _fullest(ranked: list[Ranked]) -> list[Ranked]:
    """With «John Ashe» before «Ashe», if it is nearly as good: a surname alone says less."""
    if not ranked:
        return ranked
    best = ranked[0]
    surname = f" {normal(best.given[0].words)}"
    for place, other in enumerate(ranked):
        near = other.chance >= _RIVAL * best.chance
        if near and normal(other.given[0].words).endswith(surname) and _is_short(other):
            return [other, *ranked[:place], *ranked[place + 1 :]]
    return ranked


def _is_short(answer: Ranked) -> bool:
    return len(answer.given[0].words.split()) <= _NAME_WORDS


def normal(words: str) -> str:
    """What makes two spans the same answer: no case, article, or punctuation at the ends."""
    folded = " ".join(words.split()).casefold().strip(_EDGES)
    return _ARTICLE.sub("", folded)


def confidence_features(ranked: Sequence[Ranked]) -> dict[str, float]:
    """Of the best answer: its features, and its lead over the next one, in chance and in log-odds.

    Two chances that are both small differ by little, and may yet differ by much in their odds.
    An answer that is a part of it, or of which it is one, speaks for it: «Ashe» for «John Ashe».
    """
    if not ranked:
        return {}
    best, others = ranked[0], ranked[1:]
    chance = max([best.chance, *(other.chance for other in others if _part(best, other))])
    rival = max((other.chance for other in others if not _part(best, other)), default=0.0)
    leads = {"lead": chance - rival, "odds": _log_odds(chance) - _log_odds(rival)}
    return {**best.given[0].features, **leads}


def _log_odds(chance: float) -> float:
    inner = min(max(chance, _EDGE), 1 - _EDGE)
    return math.log(inner / (1 - inner))


def _scored(
    evidence: Sequence[Evidence],
    read: Collection[int],
    ranked: Sequence[Ranked],
    *,
    rerank: bool,
) -> tuple[Evidence, ...]:
    """The evidence, with the chance of the best answer in each passage at a place that was read."""
    chances: dict[tuple[str, int], float] = {}
    for candidate, chance in (pair for answer in ranked for pair in answer.chances):
        place = (candidate.evidence.report_id, candidate.evidence.start)
        chances[place] = max(chances.get(place, 0.0), chance)
    scored = [
        replace(item, reader_score=round(chances.get((item.report_id, item.start), 0.0), 4))
        if place in read
        else item
        for place, item in enumerate(evidence)
    ]
    return tuple(sorted(scored, key=lambda item: -(item.reader_score or 0)) if rerank else scored)


def _cited(question: str, ranked: Sequence[Ranked]) -> tuple[tuple[Citation, ...], Support]:
    best = ranked[0].given[0]
    if asks_for_all(question) and (items := items_around(best.evidence.text, best.span)):
        return tuple(cite(best.evidence, span) for span in items), "list"
    agreeing = list(_citations(question, ranked[0].given))
    reports = {citation.report_id for citation in agreeing}
    rival = _rival(ranked)
    if rival is not None:
        other = next(_citations(question, [rival]))
        return (agreeing[0], other, *agreeing[1 : _MOST_CITED - 1]), "reports differ"
    return tuple(agreeing[:_MOST_CITED]), "reports agree" if len(reports) > 1 else "one report"


def _rival(ranked: Sequence[Ranked]) -> Candidate | None:
    """The best of another answer that only other reports give, if it is nearly as good."""
    best = {candidate.evidence.report_id for candidate in ranked[0].given}
    for other in ranked[1:]:
        if other.chance < _RIVAL * ranked[0].chance:
            return None
        if not best & {c.evidence.report_id for c in other.given} and not _part(ranked[0], other):
            return other.given[0]
    return None


def _part(a: Ranked, b: Ranked) -> bool:
    """Whether one answer is a part of the other: «Ashe» and «John Ashe» don't differ."""
    first, second = normal(a.given[0].words), normal(b.given[0].words)
    return first in second or second in first


def _citations(question: str, given: Sequence[Candidate]) -> Iterator[Citation]:
    """One for each sentence, with the answer's words in it."""
    seen: set[tuple[str, int]] = set()
    for candidate in given:
        item, span = candidate.evidence, _trimmed(candidate)
        span = with_role(question, item.text, span)
        begins = min(candidate.sentence.start, span.start)
        sentence = Span(begins, max(candidate.sentence.end, span.end))
        place = (item.report_id, item.start + sentence.start)
        if place not in seen:
            seen.add(place)
            yield cite(item, sentence, span)


def _trimmed(candidate: Candidate) -> Span:
    """Without white space, and without the full stop that ends the sentence."""
    text, (start, end) = candidate.evidence.text, candidate.span
    while end > start + 1 and (text[end - 1].isspace() or text[end - 1] in ".,;:"):
        end -= 1
    while start < end - 1 and text[start].isspace():
        start += 1
    return Span(start, end)
