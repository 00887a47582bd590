"""Questions that nobody asks: real ones and words of reports, changed by chance."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qa import Turn

_ODD = (
    "\u200b", "\u200d", "\u00ad", "\ufeff", "\u202e", "\u2066", "\u0000", "\u001b", "\u0085",
    "\ud800", "\udfff", "\U0010ffff", "\u0301", "\u0130", "\u1e9e", "\ufb01", "\u3000", "\u2028",
    "٣", "½", "Ⅻ", "²", "👩‍👩‍👧", "ﷺ", "ａ", "\n", "\t", "\r", "’", "“", "—", "…",
)  # fmt: skip
_PATTERNS = (
    "(", ")", "[", "]", "{", "}", "(?P<", "\\", "\\b", ".*", "(a+)+$", "*", "%s", "%", "{0}",
    "^", "$", '"', "'", "' OR 1=1 --", "NEAR(", "AND", "NOT", ":", "-", "<script>", "../", "?",
    "&&", "\\x00", "\\u0000", "COP", "no.", "1/2/2013", "31 February 2013", "0000-00-00",
    "99999999999999999999", "-1", "1e309", "nan", "of the of the", "who who", "and then and",
)  # fmt: skip
_MOST = 1_000  # characters, as a question may have unless it is set otherwise
_TURNS = 6


@dataclass(frozen=True, slots=True)
class Fuzzed:
    """A question and the turns before it."""

    question: str
    conversation: tuple[Turn, ...] = ()


class Fuzzing:
    """The same `seed` makes the same questions of the same words."""

    def __init__(self, asked: Sequence[str], words: Sequence[str], seed: str) -> None:
        self._asked = asked
        self._words = words
        self._chance = random.Random(seed)
        self._kinds: tuple[Callable[[], str], ...] = (
            self._changed, self._changed, self._changed, self._joined, self._of_words,
            self._of_words, self._of_odd, self._number, self._repeated, self._cut, self._letters,
        )  # fmt: skip

    def one(self) -> Fuzzed:
        if self._chance.random() < 0.7:
            return Fuzzed(self._text())
        turns = tuple(self._turn() for _ in range(self._chance.randrange(1, _TURNS)))
        return Fuzzed(self._text(), turns)

    def _turn(self) -> Turn:
        return Turn(self._text(), self._chance.choice((None, "", self._text())))

    def _text(self) -> str:
        """One in two thousand is longer than a question may be."""
        text = self._chance.choice(self._kinds)()
        return text * 200 if self._chance.random() < 0.0005 else text[:_MOST]

    def _changed(self) -> str:
        text = self._chance.choice(self._asked)
        for _ in range(self._chance.randrange(1, 4)):
            text = self._accident(text)
        return text

    def _accident(self, text: str) -> str:
        at = self._chance.randrange(len(text) + 1)
        length = self._chance.randrange(1, 12)
        return self._chance.choice(
            (
                text[:at] + text[at + length :],
                text[:at] + self._piece() + text[at:],
                text[:at] + self._piece() + text[at + length :],
                text[at:] + text[:at],
                text[:at] + text[at : at + length] * 3 + text[at:],
                text.upper(), text.lower(), text.swapcase(), text[::-1],
            )
        )  # fmt: skip

    def _piece(self) -> str:
        return self._chance.choice(
            (self._chance.choice(_ODD), self._chance.choice(_PATTERNS), f" {self._word()} ")
        )

    def _word(self) -> str:
        return self._chance.choice(self._words)

    def _joined(self) -> str:
        first, second = self._chance.choice(self._asked), self._chance.choice(self._asked)
        return first[: len(first) // 2] + self._chance.choice((" ", "? ", " and ")) + second

    def _of_words(self) -> str:
        begin = self._chance.choice(self._asked).split()[: self._chance.randrange(4)]
        return " ".join([*begin, *(self._word() for _ in range(self._chance.randrange(12)))])

    def _of_odd(self) -> str:
        return "".join(self._piece() for _ in range(self._chance.randrange(20)))

    def _number(self) -> str:
        return str(self._chance.randrange(10 ** self._chance.randrange(1, 60)))

    def _repeated(self) -> str:
        return self._piece() * self._chance.randrange(1, 400)

    def _cut(self) -> str:
        text = self._chance.choice(self._asked)
        return text[: self._chance.randrange(len(text) + 1)]

    def _letters(self) -> str:
        """Of all of Unicode."""
        count = self._chance.randrange(1, 60)
        return "".join(chr(self._chance.randrange(0x110000)) for _ in range(count))


def words_of(text: str) -> list[str]:
    """In their order, each with what is written around it."""
    return re.findall(r"\S+", text) or [""]
