"""Whether the words around an answer tell of what the question takes for granted."""

from __future__ import annotations

from qa.answering.library import Library
from qa.answering.relevance import wanted
from qa.answering.replies import refusal, unsure
from qa.answering.verdicts import contradicts
from qa.text import rarity, stems
from qa.types import Answer, Asked, Citation, Evidence

# Happenings by the stems that ask for one, which no sentence tells without one of its words or of
# those beside it. Other verbs have too many others.
_HAPPENED = tuple(
    (frozenset(stems(asked)), frozenset(stems(f"{asked} {told}")))
    for asked, told in (
        ("win won winner winning", "victory victorious champion prize award awarded beat elected"),
        ("cancel cancelled canceled cancellation", "postponed suspended off"),
        ("die died dead death killed fatal fatality", "passed drowned lost"),
        ("arrested arrest detained", "police"),
        ("married marry wedding", ""),
        ("resign resigned resignation resigning", "step stepped stepping quit leave left leaving"),
    )
)
_BEFORE, _AFTER = 400, 200  # characters around the quote, in which the matter may be named
_LACKING = 0.85  # of the question's weight, without which nothing but a lucky guess is left
_DOUBTFUL = 0.55  # of it, that a doubtful answer may lack
_GUESS = 0.9  # a reader that is less sure than this guesses


def kept(asked: Asked, library: Library, answer: Answer) -> Answer:
    """The answer, or a refusal where its words are on something else. Doubtful ones are unsure."""
    if answer.answer is None or not answer.citations:
        return answer
    said = frozenset(stems(_words(library, answer)))
    lacking = _lacking(asked, answer, said)
    untrue = _happened(asked.text, said) is False or contradicts(
        asked.text, _around(library, answer)
    )
    if untrue or (lacking > _LACKING and answer.confidence < _GUESS):
        return refusal(asked, answer.evidence)
    return unsure(answer) if lacking > _DOUBTFUL and answer.confidence < _GUESS else answer


def _happened(question: str, said: frozenset[str]) -> bool | None:
    """Whether the words tell what the question says has happened. None if it says no such thing."""
    asked = frozenset(stems(question))
    told = [bool(told & said) for row, told in _HAPPENED if row & asked]
    return all(told) if told else None


def _lacking(asked: Asked, answer: Answer, said: frozenset[str]) -> float:
    """The share of the question, by rarity, that isn't said."""
    stemmed = [frozenset(stems(f"{one.context} {one.text}")) for one in answer.evidence]
    telling = wanted(asked.text).weights
    weights = rarity([*telling], stemmed) if stemmed else dict(telling)
    total = sum(weights.values())
    return sum(w for stem, w in weights.items() if stem not in said) / total if total else 0.0


def _words(library: Library, answer: Answer) -> str:
    """What stands around the quote, and of its meeting."""
    return f"{_context(answer, answer.citations[0])} {_around(library, answer)}"


def _around(library: Library, answer: Answer) -> str:
    """What stands around the quote in its passage: another heading is on another matter."""
    first = answer.citations[0]
    text = library.report(first.report_id).text
    held = next((one for one in answer.evidence if _holds(one, first)), None)
    start, end = (held.start, held.start + len(held.text)) if held else (0, len(text))
    return text[max(start, first.start - _BEFORE) : min(end, first.end + _AFTER)]


def _holds(evidence: Evidence, cited: Citation) -> bool:
    last = evidence.start + len(evidence.text)
    same = evidence.report_id == cited.report_id
    return same and evidence.start <= cited.start and cited.end <= last


def _context(answer: Answer, cited: Citation) -> str:
    held = (one.context for one in answer.evidence if one.report_id == cited.report_id)
    return " ".join([cited.title, cited.section or "", *list(held)[:1]])
