"""Keeps account of what a reader leaves out, by kind."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import shorten

from qa.reports.formats.document import LeftOut, count_letters

_EXAMPLE = 80  # characters


class Leaving:
    """Takes what is left out, piece by piece; `parts` is the sum."""

    def __init__(self) -> None:
        self._letters: dict[str, int] = {}
        self._examples: dict[str, str] = {}

    def add(self, kind: str, words: str) -> None:
        """Nothing is named where only white space is left out."""
        if not words.strip():
            return
        self._letters[kind] = self._letters.get(kind, 0) + count_letters(words)
        self._examples.setdefault(kind, shorten(words[:_EXAMPLE], _EXAMPLE, placeholder=""))

    def take(self, parts: Iterable[LeftOut]) -> None:
        """What another one has kept account of."""
        for part in parts:
            self._letters[part.kind] = self._letters.get(part.kind, 0) + part.letters
            self._examples.setdefault(part.kind, part.example)

    def parts(self) -> tuple[LeftOut, ...]:
        return tuple(
            LeftOut(kind, letters, self._examples[kind]) for kind, letters in self._letters.items()
        )
