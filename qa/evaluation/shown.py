"""What an answer shows to a user: its claim, its words, the reports that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.evaluation.measures import fold
from qa.text import NUMBER_WORDS
from qa.types import Answer, Citation

# Kinds that show no words of reports, and one that shows them and claims nothing.
_ASIDE = ("hint", "ask_back")
_TOKEN = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORDS = {**{word: n for n, word in enumerate(NUMBER_WORDS[:12], start=1)}, "no": 0, "none": 0}
_SIGNS = str.maketrans({"’": "'", "‘": "'", "–": "-", "−": "-"})


def claims(answer: Answer) -> bool:
    """Whether it says that something is so."""
    listed = bool(answer.items) and answer.kind != "search"
    return answer.kind not in _ASIDE and (answer.answer is not None or listed)


def shows(answer: Answer) -> bool:
    """Whether it shows words of reports as found, if only as a search does."""
    return claims(answer) or (answer.kind == "search" and bool(answer.items or answer.citations))


def text_of(answer: Answer) -> str:
    """All words that it shows, folded."""
    cited = [part for one in _citations(answer) for part in (one.answer, one.quote)]
    items = [item.answer for item in answer.items]
    return " ¶ ".join(map(plain, [answer.answer or "", *items, *cited]))


def headline(answer: Answer) -> str:
    """The words that stand out: the answer, or the items."""
    return plain(answer.answer or " ; ".join(item.answer for item in answer.items))


def sources(answer: Answer) -> set[str]:
    """The files that it cites."""
    return {one.source.replace("\\", "/").casefold() for one in _citations(answer)}


def number(answer: Answer) -> int | None:
    """The first number of the answer that isn't a year, or else how many items it lists."""
    for token in _TOKEN.findall(plain(answer.answer or "")):
        if token in _WORDS:
            return _WORDS[token]
        if token[0].isdigit() and not _YEAR.fullmatch(token):
            return int(re.sub(r"\D", "", token))
    return len(answer.items) if answer.items else None


def place(text: str, words: str) -> int:
    """Where the words stand in a folded text, whole, or -1."""
    wanted = re.escape(plain(words))
    found = re.search(rf"(?<!\w){wanted}(?!\w)" if wanted[:1].isalnum() else wanted, text)
    return found.start() if found else -1


def plain(text: str) -> str:
    """Folded, with straight apostrophes and short dashes."""
    return fold(text.translate(_SIGNS))


def _citations(answer: Answer) -> Iterator[Citation]:
    yield from answer.citations
    for item in answer.items:
        yield from item.citations
