"""A few words, typed into the box: the sentences that have them. It is no answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.answering.library import Library
from qa.answering.passages import Sentence, sentence_item, sentences
from qa.answering.relevance import Wanted, wanted
from qa.answering.replies import refusal
from qa.text import folded, stems, telling_words
from qa.types import Answer, Asked, Item, Span

_PASSAGES = 50  # that are looked through
_MOST, _OF_EACH = 20, 5  # sentences, and those of one report
_LEAST = 0.5  # of the words, by rarity, that a sentence and its meeting's name must have
_PHRASE, _CONTEXT, _RANK = 1.0, 0.4, 0.2  # weights of all words together, of the name, of the place
_CHARS = 240  # that are shown of a sentence
_WORD = re.compile(r"[^\W_]+")


def search(asked: Asked, library: Library) -> Answer:
    """Sentences with the words, of the best report first."""
    evidence = library.retrieve(asked.text, _PASSAGES, asked.filter or None)
    found = [*sentences(evidence)]
    on = wanted(asked.text, [one.text for one in found])
    ranked = sorted(((_score(asked.text, one, on), one) for one in found), key=lambda p: -p[0])
    best = _by_report([one for score, one in ranked if score >= _LEAST])
    items = tuple(_item(asked.text, library, one) for one in best)
    if not items:
        return refusal(asked, evidence)
    cited = tuple(item.citations[0] for item in items)
    return replace(refusal(asked, evidence), kind="search", citations=cited, items=items)


def _score(words: str, sentence: Sentence, on: Wanted) -> float:
    """0 if none of the words is in the sentence itself."""
    said = on.share(sentence.text)
    if not said:
        return 0.0
    phrase = bool(_matches(words, sentence.text)[1])
    named = on.share(f"{sentence.evidence.context} {sentence.text}") - said
    return said + _CONTEXT * named + _PHRASE * phrase + _RANK / (1 + sentence.rank)


def _by_report(ranked: Sequence[Sentence]) -> list[Sentence]:
    """A few of each report, the reports in the order of their best sentence."""
    groups: dict[str, list[Sentence]] = {}
    for one in ranked:
        group = groups.setdefault(one.evidence.report_id, [])
        if len(group) < _OF_EACH:
            group.append(one)
    return [one for group in groups.values() for one in group][:_MOST]


def _item(words: str, library: Library, sentence: Sentence) -> Item:
    """The sentence, cut around what matches if it is long. The match is what answers."""
    match, _ = _matches(words, sentence.text)
    at = Span(sentence.span.start + match.start, sentence.span.start + match.end)
    cited = sentence.citation(library, at)
    shown = around(sentence.text, match, _CHARS)
    return replace(sentence_item(library, cited), answer=sentence.text[slice(*shown)])


def _matches(words: str, text: str) -> tuple[Span, bool]:
    """Where the words stand together, or else the first of them, and whether they do."""
    together = _phrase(folded(words), text)
    if together:
        return together, True
    asked = set(stems(" ".join(telling_words(words))))
    found = (m for m in _WORD.finditer(text) if set(stems(m[0])) & asked)
    first = next(found, None)
    return (Span(*first.span()) if first else Span(0, len(text))), False


def _phrase(words: Sequence[str], text: str) -> Span | None:
    """Where the folded words stand one after the other."""
    said = [(part, match) for match in _WORD.finditer(text) for part in folded(match[0])]
    line = f" {' '.join(part for part, _ in said)} "
    at = line.find(f" {' '.join(words)} ") if words else -1
    if at < 0:
        return None
    first = line.count(" ", 0, at)
    return Span(said[first][1].start(), said[first + len(words) - 1][1].end())


def around(text: str, match: Span, most: int) -> Span:
    """At most about `most` characters around the match, cut between words."""
    if len(text) <= most:
        return Span(0, len(text))
    start = max(0, min(match.start - most // 3, len(text) - most))
    end = max(match.end, min(len(text), start + most))
    first = text.find(" ", start, match.start) + 1 if start else 0
    last = text.rfind(" ", match.end, end) if end < len(text) else end
    return Span(first or start if start == 0 else first or match.start, last if last > 0 else end)
