"""How a matter moved: what was said on it, in the order of the days."""

from __future__ import annotations

from collections.abc import Sequence

from qa.answering.choosing import chosen, in_reach
from qa.answering.entries import distinct
from qa.answering.library import Library
from qa.answering.passages import Sentence, scored, sentence_item, sentences
from qa.answering.relevance import Wanted, wanted
from qa.answering.replies import listing, refusal
from qa.answering.speakers import Said, said_by
from qa.types import Answer, Asked, Item, Level

_PASSAGES = 60  # that are looked through
_MOST, _OF_EACH = 20, 2  # sentences, and those of one report
_ENOUGH, _SOME = 0.6, 0.4  # of the matter's weight: a sentence is on it, or perhaps


def timeline(asked: Asked, library: Library) -> Answer:
    """The person's statements on the matter, or all sentences on it, oldest first."""
    items = _statements(asked, library) if asked.person else []
    items = items or _sentences(asked, library)
    if not items:
        return refusal(asked, library.retrieve(asked.text, None, asked.filter or None))
    return listing(asked, items, "timeline", level=_level(items))


def _level(items: Sequence[Item]) -> Level:
    """One day alone is no course of things."""
    return "sure" if len({item.day for item in items}) > 1 else "unsure"


def _statements(asked: Asked, library: Library) -> list[Item]:
    among = in_reach(asked, library, chosen(asked, library, by_matter=False).meetings)
    said = said_by(asked.person or "", library, among)
    on = wanted(asked.matter, [one.text for one in said])
    return [one.as_item() for one in _on_it(said, on)][-_MOST:]


def _on_it(said: Sequence[Said], on: Wanted) -> list[Said]:
    return [one for one in said if not on or on.share(one.about) >= _ENOUGH]


def _sentences(asked: Asked, library: Library) -> list[Item]:
    evidence = library.retrieve(asked.text, _PASSAGES, asked.filter or None)
    found = list(sentences(evidence))
    on = wanted(asked.matter or asked.text, [one.text for one in found])
    best = _few_of_each(scored(found, on))
    items = [sentence_item(library, one.citation(library)) for one in best]
    return sorted(distinct(items), key=lambda item: item.day or "")


def _few_of_each(found: Sequence[tuple[float, Sentence]]) -> list[Sentence]:
    """At most two of a report, best first; of a report without one on it, the nearest."""
    kept: list[Sentence] = []
    for share, one in found:
        of_it = sum(other.evidence.report_id == one.evidence.report_id for other in kept)
        enough = share >= _ENOUGH or (share >= _SOME and not of_it)
        if enough and of_it < _OF_EACH and len(kept) < _MOST:
            kept.append(one)
    return kept
