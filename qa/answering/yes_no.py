"""Did they, was it? The sentence that says so, and yes or no where it is plain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.answering.facts import read_fact
from qa.answering.library import Library
from qa.answering.passages import Sentence, scored, sentence_item, sentences
from qa.answering.quoting import quote_whole, sentence_around
from qa.answering.relevance import Wanted, wanted
from qa.answering.replies import UNSURE, refusal, unsure
from qa.answering.verdicts import is_aside, otherwise, tells_outcome, verdict
from qa.types import Answer, Asked, Citation, Evidence, Item, Level, Span

_ON_IT = 0.5  # of the question's weight that a sentence must have to be an answer
_PLAIN = 0.2  # of it, that a plain yes or no is worth
_NEARLY = 0.7  # of it, where the reader refuses
_LEAST = 2  # telling words
_FURTHER = 5  # sentences after one on the matter, in which its outcome may be told
_STEP = 0.04  # of the question's weight, that an outcome is worth less for each of them


def yes_no(asked: Asked, library: Library, limit: int | None) -> Answer:
    """The reader's sentence, or the best of the passages, if it is on what was asked."""
    read = read_fact(asked, library, limit)
    every = sentences([*read.evidence, *_otherwise(asked, library, limit)])
    found = [one for one in every if not _is_question(one.text)]
    on = wanted(asked.text, [f"{one.evidence.context} {one.text}" for one in found])
    if read.answer is not None and not _is_question(read.citations[0].quote):
        whole = _whole(library, read.citations[0])
        plain = tells_outcome(asked.text, whole.quote) and not is_aside(whole.quote)
        plainer = None if plain else _plain(asked, found, on)
        if plainer:
            return _found(asked, library, plainer, on, read)
        if on.share(f"{_context(read, whole)} {whole.quote}") >= _ON_IT:
            return _answer(asked, library, whole, read)
    best = _plain(asked, found, on) or _best(asked, found, on)
    if len(on.weights) >= _LEAST and best:
        return _found(asked, library, best, on, read)
    return refusal(asked, read.evidence)


def _is_question(words: str) -> bool:
    return words.rstrip().endswith("?")


def _otherwise(asked: Asked, library: Library, limit: int | None) -> list[Evidence]:
    """Passages that may tell that something else was done."""
    words = otherwise(asked.text)
    if words is None:
        return []
    return library.retrieve(f"{asked.text} {words}", limit, asked.filter or None)


def _best(asked: Asked, found: Sequence[Sentence], on: Wanted) -> Sentence | None:
    """The sentence that says most of the question; a plain yes or no counts for some of it."""
    shares = [(share + _plainness(asked, one), one) for share, one in scored(found, on)]
    share, best = max(shares, key=lambda pair: pair[0], default=(0.0, None))
    return best if share >= _NEARLY else None


def _plainness(asked: Asked, one: Sentence) -> float:
    return _PLAIN * tells_outcome(asked.text, one.text) - _PLAIN * is_aside(one.text)


def _plain(asked: Asked, found: Sequence[Sentence], on: Wanted) -> Sentence | None:
    """The sentence that says most of the question and its outcome, or the outcome further on."""
    best = _best(asked, found, on)
    if best and tells_outcome(asked.text, best.text):
        return best
    return _further_on(asked, found, on)


def _further_on(asked: Asked, found: Sequence[Sentence], on: Wanted) -> Sentence | None:
    """The outcome that is told after the sentences on the matter: «The claim was refused.»"""
    best: tuple[float, Sentence | None] = (0.0, None)
    for place, one in enumerate(found):
        if verdict(asked.text, one.text) and not is_aside(one.text):
            share = _share_before(asked, found, place, on) + _PLAIN
            best = max(best, (share, one), key=lambda pair: pair[0])
    return best[1] if best[0] >= _NEARLY else None


def _share_before(asked: Asked, found: Sequence[Sentence], place: int, on: Wanted) -> float:
    """What the sentences before it, up to another outcome, say of the question."""
    one, about, best = found[place], found[place].text, 0.0
    for steps, before in enumerate(reversed(found[max(0, place - _FURTHER) : place]), 1):
        if before.evidence is not one.evidence or verdict(asked.text, before.text):
            break
        about = f"{before.text} {about}"
        best = max(best, on.share(f"{one.evidence.context} {about}") - _STEP * (steps - 1))
    return best


def _whole(library: Library, citation: Citation) -> Citation:
    report = library.report(citation.report_id)
    span = Span(citation.start, citation.end)
    return quote_whole(report, sentence_around(report.text, span))


def _context(read: Answer, citation: Citation) -> str:
    """What the passage says of its meeting."""
    held = (item for item in read.evidence if item.report_id == citation.report_id)
    return next((item.context for item in held), citation.title)


def _found(asked: Asked, library: Library, one: Sentence, on: Wanted, read: Answer) -> Answer:
    """Another sentence than the reader's: sure only if it says most of the question itself."""
    known = read if on.share(one.text) >= _NEARLY else unsure(read)
    return _answer(asked, library, one.citation(library), known)


def _answer(asked: Asked, library: Library, citation: Citation, read: Answer) -> Answer:
    plain = verdict(asked.text, citation.quote)
    level: Level = "sure" if plain and read.level == "sure" else "unsure"
    items: tuple[Item, ...] = (sentence_item(library, citation),)
    return replace(
        read,
        answer=citation.answer,
        kind="yes_no",
        confidence=max(read.confidence, UNSURE),
        level=level,
        verdict=plain,
        support="one report",
        citations=(citation,),
        items=items,
    )
