"""An answer and what was expected -> whether it was right, wrong, or missing."""

from __future__ import annotations

from typing import Literal, TypeAlias

from qa.evaluation.expectations import Expectation
from qa.evaluation.shown import claims, headline, number, place, shows, sources, text_of
from qa.types import Answer

Outcome: TypeAlias = Literal["right", "refused rightly", "wrong shown", "refused wrongly"]
_SHORT = 8  # words of an answer that says one thing


def outcome(expected: Expectation, answer: Answer) -> Outcome:
    """Whether what is shown is what was expected."""
    if expected.refuse:
        return "wrong shown" if claims(answer) else "refused rightly"
    if _will_do(expected, answer):
        return "right"
    if not shows(answer):
        return "refused wrongly"
    right = (
        _says(expected, answer) and _cites(expected, answer) and not _forbidden(expected, answer)
    )
    return "right" if right else "wrong shown"


def _will_do(expected: Expectation, answer: Answer) -> bool:
    """Whether it asks back, tells of the language, or finds none, where that is right."""
    asks = expected.ask_back_ok and answer.kind == "ask_back"
    tells = expected.hint_ok and not claims(answer) and "reports are in" in (answer.hint or "")
    return asks or tells or (0 in expected.counts and not shows(answer))


def _says(expected: Expectation, answer: Answer) -> bool:
    text = text_of(answer)
    one = not expected.any_of or any(place(text, words) >= 0 for words in expected.any_of)
    said = sum(place(text, words) >= 0 for words in expected.all_of)
    enough = said >= expected.min_share * len(expected.all_of) - 1e-9
    return one and enough and (not expected.counts or number(answer) in expected.counts)


def _cites(expected: Expectation, answer: Answer) -> bool:
    cited = sources(answer)
    one = not expected.docs or any(_is_cited(doc, cited) for doc in expected.docs)
    every = all(_is_cited(doc, cited) for doc in expected.docs_all)
    return one and every and len(cited) >= expected.min_docs


def _is_cited(doc: str, cited: set[str]) -> bool:
    return any(f"/{source}".endswith(f"/{doc.casefold()}") for source in cited)


def _forbidden(expected: Expectation, answer: Answer) -> bool:
    """Whether what is wrong is the answer: alone, before what is right, or as good as it."""
    told = headline(answer)
    bad = [at for words in expected.none_of if (at := place(told, words)) >= 0]
    good = [at for words in (*expected.any_of, *expected.all_of) if (at := place(told, words)) >= 0]
    if not bad or not good:
        return bool(bad)
    short = len(told.split()) < _SHORT and answer.kind != "list"
    return min(bad) < min(good) or short
