"""Whether the words around an answer tell of what the question takes for granted."""

from __future__ import annotations

from qa.answering.library import Library
from qa.answering.relevance import wanted
from qa.answering.replies import refusal, unsure
from qa.answering.verdicts import contradicts
from qa.text import rarity, stems
from qa.types import Answer, Asked, Citation

# Happenings that no sentence tells without one of these words. Other verbs have too many others.
_HAPPENED = (
    frozenset(stems("win won winner winning victory victorious champion prize award beat")),
    frozenset(stems("cancel cancelled canceled cancellation postponed suspended off")),
    frozenset(stems("die died dead death killed fatal fatality passed")),
    frozenset(stems("arrested arrest detained police")),
    frozenset(stems("married marry wedding")),
)
_BEFORE, _AFTER = 400, 200  # characters around the quote, in which the matter may be named
_LACKING = 0.85  # of the question's weight, without which nothing but a lucky guess is left
_DOUBTFUL = 0.55  # of it, that a doubtful answer may lack
_GUESS = 0.9  # a reader that is less sure than this guesses


def kept(asked: Asked, library: Library, answer: Answer) -> Answer:
    """The answer, or a refusal where its words are on something else. Doubtful ones are unsure."""
    if answer.answer is None or not answer.citations:
        return answer
    words = _words(library, answer)
    said = frozenset(stems(words))
    lacking = _lacking(asked, answer, said)
    untrue = _happened(asked.text, said) is False or contradicts(asked.text, words)
    if untrue or (lacking > _LACKING and answer.confidence < _GUESS):
        return refusal(asked, answer.evidence)
    return unsure(answer) if lacking > _DOUBTFUL and answer.confidence < _GUESS else answer


def _happened(question: str, said: frozenset[str]) -> bool | None:
    """Whether the words tell what the question says has happened. None if it says no such thing."""
    asked = frozenset(stems(question))
    told = [bool(row & said) for row in _HAPPENED if row & asked]
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
    first = answer.citations[0]
    text = library.report(first.report_id).text
    near = text[max(0, first.start - _BEFORE) : first.end + _AFTER]
    return f"{_context(answer, first)} {near}"


def _context(answer: Answer, cited: Citation) -> str:
    held = (one.context for one in answer.evidence if one.report_id == cited.report_id)
    return " ".join([cited.title, cited.section or "", *list(held)[:1]])
