"""A sentence with its neighbours that go on about the same: «CUBA stressed …. He added that …»."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from qa.text import stems
from qa.types import Span

# «He added» and «On finance, he said» go on. «It was agreed» doesn't: it goes on about nobody. Nor
# does an item of a list, since it begins with its mark.
_GOES_ON = re.compile(r"(?:\w[^,.;]{0,40},\s+)?(?:[Hh]e|[Ss]he|[Tt]hey)\b")
_APART = re.compile(r"\n[ \t]*\n")  # paragraphs
_ENOUGH = 0.15  # of the question, by rarity, for which a neighbour is taken along
_LONGEST = 800  # characters


def statement(
    text: str, sentences: Sequence[Span], held: Span, missing: Mapping[str, float]
) -> Span:
    """`held`, from where its subject is named to the last sentence that says what `held` lacks.

    `missing` are the weights of the stems that `held` doesn't have, as shares of the question. A
    sentence goes on if it is in the same paragraph and begins with «he», «she» or «they». A few
    words and a comma may come before that. The neighbours are left out if they say too little of
    the question, or if the whole is too long.
    """
    before = [s for s in sentences if s.end <= held.start]
    after = [s for s in sentences if s.start >= held.end]
    start = _start(text, before, held, missing)
    end = _end(text, after, held, missing)
    return Span(start, end) if end - start <= _LONGEST else held


def missing(weights: Mapping[str, float], said: Set[str]) -> dict[str, float]:
    """The stems of the question that aren't `said`, with their shares of its whole weight."""
    total = sum(weights.values())
    return {stem: w / total for stem, w in weights.items() if stem not in said}


def _start(text: str, before: Sequence[Span], held: Span, missing: Mapping[str, float]) -> int:
    start = held.start
    for sentence in reversed(before):
        if not _goes_on(text, sentence.end, start):
            break
        start = sentence.start
    return start if _said(text[start : held.start], missing) >= _ENOUGH else held.start


def _end(text: str, after: Sequence[Span], held: Span, missing: Mapping[str, float]) -> int:
    end = last = held.end
    for sentence in after:
        if not _goes_on(text, last, sentence.start):
            break
        said = set(stems(text[held.end : end]))
        if _said(text[end : sentence.end], missing, said) >= _ENOUGH:
            end = sentence.end
        last = sentence.end
    return end


def _goes_on(text: str, ended: int, start: int) -> bool:
    return not _APART.search(text, ended, start) and bool(_GOES_ON.match(text, start))


def _said(text: str, missing: Mapping[str, float], before: Set[str] = frozenset()) -> float:
    """The share of the question that the text says and that wasn't said `before`."""
    said = set(stems(text)) - before
    return sum(weight for stem, weight in missing.items() if stem in said)
