"""How a matter moved: what was said on it, in the order of the days."""

from __future__ import annotations

from collections.abc import Sequence

from qa.answering.choosing import chosen, in_reach
from qa.answering.entries import distinct
from qa.answering.library import Library
from qa.answering.listed_around import items_in
from qa.answering.passages import Sentence, scored, sentence_item, sentences
from qa.answering.quoting import quote_whole
from qa.answering.relevance import Wanted, wanted
from qa.answering.replies import listing, refusal
from qa.answering.speakers import Said, said_by
from qa.types import Answer, Asked, Citation, Item, Level, Span

_PASSAGES = 60  # that are looked through
_MOST, _OF_EACH = 20, 2  # sentences, and those of one report
_SEVERAL = 2  # days that make a course of things
_LINE = 240  # characters of an item that is quoted as a whole
_SURE: Level = "sure"
_ENOUGH, _SOME = 0.6, 0.4  # of the matter's weight: a sentence is on it, or perhaps


def timeline(asked: Asked, library: Library) -> Answer:
    """The person's statements on the matter, or all sentences on it, oldest first."""
    items, level = _statements(asked, library) if asked.person else [], _SURE
    if not items:
        items, level = _sentences(asked, library)
    if not items:
        return refusal(asked, library.retrieve(asked.text, None, asked.filter or None))
    one_day = len({item.day for item in items}) < _SEVERAL  # which is no course of things
    return listing(asked, items, "timeline", level="unsure" if one_day else level)


def _statements(asked: Asked, library: Library) -> list[Item]:
    among = in_reach(asked, library, chosen(asked, library, by_matter=False).meetings)
    said = said_by(asked.person or "", library, among)
    on = wanted(asked.matter, [one.text for one in said])
    return [one.as_item() for one in _on_it(said, on)][-_MOST:]


def _on_it(said: Sequence[Said], on: Wanted) -> list[Said]:
    """Those that say it, or else those before which it is said."""
    found = [one for one in said if not on or on.share(one.about) >= _ENOUGH]
    return found or [one for one in said if on.share(one.around) >= _ENOUGH]


def _sentences(asked: Asked, library: Library) -> tuple[list[Item], Level]:
    """They are unsure where some word of the matter is in none of them."""
    evidence = library.retrieve(asked.text, _PASSAGES, asked.filter or None)
    found = [one for one in sentences(evidence) if not one.text.endswith("?")]
    texts = [one.text for one in found]
    on = wanted(asked.matter or asked.text, texts)
    known = on.told_in(texts)
    best = _few_of_each(scored(found, known)) if known else []
    items = [sentence_item(library, _with_line(library, one)) for one in best]
    level: Level = "sure" if known == on else "unsure"
    return sorted(distinct(items), key=lambda item: item.day or ""), level


def _with_line(library: Library, sentence: Sentence) -> Citation:
    """The sentence, or the whole item of a list: «The lift is out. It is expected in a week.»"""
    report = library.report(sentence.evidence.report_id)
    start = report.text.rfind("\n", 0, sentence.span.start) + 1
    end = report.text.find("\n", sentence.span.end)
    line = Span(start, end if end >= 0 else len(report.text))
    short = line.end - line.start <= _LINE
    return (
        quote_whole(report, line)
        if short and items_in(report, line)
        else sentence.citation(library)
    )


def _few_of_each(found: Sequence[tuple[float, Sentence]]) -> list[Sentence]:
    """At most two of a report, best first; of a report without one on it, the nearest."""
    kept: list[Sentence] = []
    for share, one in found:
        of_it = sum(other.evidence.report_id == one.evidence.report_id for other in kept)
        enough = share >= _ENOUGH or (share >= _SOME and not of_it)
        if enough and of_it < _OF_EACH and len(kept) < _MOST:
            kept.append(one)
    return kept
