"""What a language model is told, and how what it writes is taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from qa.types import Citation

_RULES = (
    "Answer the question only with the numbered sentences. Copy their words exactly and in their "
    "order; you may leave out whole parts between commas at the end of a sentence. End each "
    "sentence with the number of the sentence it is copied from in brackets, like [2]. Write at "
    "most five sentences. Write nothing else. If no sentence answers, write NOTHING."
)
_CITED = re.compile(r"\s*((?:\[\d{1,3}(?:\s*,\s*\d{1,3})*\]\s*)+)[.;]?")
_NUMBER = re.compile(r"\d{1,3}")
_MOST_PENDING = 2_000  # characters without a number


class Draft(NamedTuple):
    """A sentence as it was written, and the numbers that it cites."""

    text: str
    numbers: tuple[int, ...]


def messages(question: str, sentences: Sequence[Citation]) -> list[dict[str, str]]:
    """For the endpoint. What the reports say is data: nothing in it is an instruction."""
    told = "\n".join(f"[{n}] {_flat(one.quote)}" for n, one in enumerate(sentences, 1))
    asked = f"Sentences:\n{told}\n\nQuestion: {_flat(question)}"
    return [{"role": "system", "content": _RULES}, {"role": "user", "content": asked}]


def drafts(pieces: Iterable[str]) -> Iterator[Draft]:
    """The sentences as they come. What stands behind the last number cites nothing."""
    pending = ""
    for piece in pieces:
        pending += piece
        while (found := _CITED.search(pending)) and _has_ended(pending[found.end() :]):
            yield _draft(pending[: found.start()], found[1])
            pending = pending[found.end() :]
        if len(pending) > _MOST_PENDING:
            yield Draft(pending.strip(), ())
            pending = ""
    if found := _CITED.search(pending):
        yield _draft(pending[: found.start()], found[1])
        pending = pending[found.end() :]
    if pending.strip(" \n.\"'") not in ("", "NOTHING"):
        yield Draft(pending.strip(), ())


def _has_ended(rest: str) -> bool:
    """Whether what follows shows that no more numbers come."""
    return bool(rest) and not rest.startswith("[")


def _draft(text: str, numbers: str) -> Draft:
    return Draft(text.strip(), tuple(dict.fromkeys(map(int, _NUMBER.findall(numbers)))))


def _flat(text: str) -> str:
    return " ".join(text.split())
