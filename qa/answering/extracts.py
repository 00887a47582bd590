"""Chooses the sentences that tell most of a meeting: outcomes first, no section twice.

A sentence is central if it shares words with many others, weighed by how rare they are. See Erkan
and Radev, «LexRank: Graph-based Lexical Centrality as Salience in Text Summarization», 2004. It is
passed over if it repeats a chosen one. See Carbonell and Goldstein, «The Use of MMR», SIGIR 1998.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qa.answering.topics import topic, topic_items
from qa.text import STOP, split_sentences, stems
from qa.types import Meeting, Proceedings, Report, Span

_LEAD_CHARS = 2500  # in which the report says what it is about
_FEW = 12  # sentences that the record knows: with fewer, the text itself is read
_BRIEF = 2  # sentences, for which outcomes are enough
_READ_CHARS = 20_000
_WORDS = range(5, 70)  # of a sentence that says something by itself
_WORTH = {"decision": 1.0, "motion": 0.8, "action": 0.5, "agenda": -1.0}
_TOPIC = 0.4  # of an item that others are nested in
_LINE = -0.7  # of what is no sentence, where the record knows nothing of it
_LEAD, _CENTRAL, _ON = 0.5, 1.0, 1.5  # weights of place, of centrality, of the matter
_ALIKE = 0.5  # of the stems, for which a sentence repeats another


@dataclass(frozen=True, slots=True)
class _Extract:
    span: Span
    section: str
    said: frozenset[str]
    worth: float


def extracts(
    report: Report, meeting: Meeting, known: Proceedings, most: int, on: frozenset[str]
) -> list[Span]:
    """At most `most` sentences of the meeting, in the order of the text. `on` are stems asked."""
    found = [*_candidates(report, meeting, known, most)]
    central = _centrality(found)
    total = len(on) or 1
    scores = {
        one.span: one.worth + _CENTRAL * central[one.span] + _ON * len(one.said & on) / total
        for one in found
    }
    ranked = sorted(found, key=lambda one: -scores[one.span])
    return sorted(one.span for one in _different(ranked, most))


def _candidates(
    report: Report, meeting: Meeting, known: Proceedings, most: int
) -> Iterable[_Extract]:
    """Each sentence once, with what it is worth by its kind and place."""
    worth: dict[Span, float] = {}
    whole = most > _BRIEF or len(known.entries) < _FEW
    for entry in known.entries:
        worth[entry.span] = max(worth.get(entry.span, -1.0), _WORTH[entry.part])
    for statement in known.statements if whole else ():
        worth.setdefault(statement.span, 0.0)
    for span in topic_items(report, meeting.span):
        worth.setdefault(span, _TOPIC)
    for span in _lead(report, meeting, len(worth)):
        worth.setdefault(span, 0.0 if _is_prose(report, span) else _LINE)
    present = {person.said.start for person in known.people}
    prose = (s for s in worth if _is_prose(report, s) and _is_sentence(report, s))
    first = min(prose, default=None)
    for span, value in worth.items():
        if _is_sentence(report, span) and span.start not in present:
            yield _extract(report, span, value + _LEAD * (span == first))


def _lead(report: Report, meeting: Meeting, known: int) -> list[Span]:
    """The first sentences, or many where the record knows few."""
    start, end = meeting.span
    end = min(end, start + (_READ_CHARS if known < _FEW else _LEAD_CHARS))
    found = split_sentences(report.text[start:end])
    whole = found if end == meeting.span.end else found[:-1]
    return [Span(start + a, start + b) for a, b in whole]


def _is_sentence(report: Report, span: Span) -> bool:
    text = report.text[slice(*span)]
    return len(text.split()) in _WORDS and "|" not in text and any(map(str.islower, text))


def _is_prose(report: Report, span: Span) -> bool:
    """Whether it ends as a sentence does. A heading and «Present: …» don't."""
    return report.text[slice(*span)].rstrip('"”’)»*_ ').endswith((".", "!", "?"))


def _extract(report: Report, span: Span, worth: float) -> _Extract:
    said = frozenset(stems(report.text[slice(*span)])) - STOP
    return _Extract(span, topic(report, span.start), said, worth)


def _centrality(found: Sequence[_Extract]) -> dict[Span, float]:
    """How much each says that others say as well, in [0, 1]."""
    spread = Counter(stem for one in found for stem in one.said)
    whole = len(found) or 1
    raw = {
        one.span: sum(math.log(spread[s]) * math.log(whole / spread[s]) for s in one.said)
        / math.sqrt(len(one.said) or 1)
        for one in found
    }
    most = max(raw.values(), default=0.0) or 1.0
    return {span: value / most for span, value in raw.items()}


def _different(ranked: Sequence[_Extract], most: int) -> list[_Extract]:
    """The best of each section first. If these are few, the next best of any."""
    kept: list[_Extract] = []
    for again in (False, True):
        for one in ranked:
            seen = any(one.section == other.section for other in kept)
            fits = again or (not seen and one.worth > _LINE / 2)
            if len(kept) < most and fits and not _repeats(one, kept):
                kept.append(one)
    return kept


def _repeats(one: _Extract, kept: Sequence[_Extract]) -> bool:
    """Whether it is a kept one, overlaps it, or says nearly the same."""
    return any(
        (one.span.start < other.span.end and other.span.start < one.span.end)
        or len(one.said & other.said) > _ALIKE * len(one.said | other.said)
        for other in kept
    )
