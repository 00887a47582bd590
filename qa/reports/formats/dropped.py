"""What a reader leaves out, gathered by kind as it is met."""

from __future__ import annotations

from qa.reports.formats.blocks import one_line
from qa.reports.formats.document import LeftOut, count_letters

_EXAMPLE = 80  # characters


class Dropped:
    """Takes words that are left out; `left_out` is the sum of each kind."""

    def __init__(self) -> None:
        self._letters: dict[str, int] = {}
        self._examples: dict[str, str] = {}

    def add(self, kind: str, words: str) -> None:
        """Words of a kind such as "hidden text"; words without a letter or digit don't count."""
        if letters := count_letters(words):
            self._letters[kind] = self._letters.get(kind, 0) + letters
            self._examples.setdefault(kind, one_line(words)[:_EXAMPLE])

    def left_out(self) -> tuple[LeftOut, ...]:
        return tuple(
            LeftOut(kind, letters, self._examples[kind]) for kind, letters in self._letters.items()
        )
