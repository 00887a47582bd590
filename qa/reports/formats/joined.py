"""Texts with headings, joined into one: a mail's parts, a file's sheets."""

from __future__ import annotations

from collections.abc import Iterable

from qa.reports.headings import Heading
from qa.types import Section

_DEEPEST = 6
_GAP = "\n\n"


class Joined:
    """Takes texts one after another; `text` and `headings` are those of the whole."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._length = 0
        self.headings: list[Heading] = []

    @property
    def text(self) -> str:
        return _GAP.join(self._texts)

    @property
    def next_start(self) -> int:
        """The offset at which the next text will begin."""
        return self._length + (len(_GAP) if self._texts else 0)

    def add(self, text: str, headings: Iterable[Heading] = (), below: int = 0) -> None:
        """A text whose headings are so many levels deeper in the whole."""
        if not text:
            return
        start = self.next_start
        self.headings.extend(
            Heading(at + start, min(_DEEPEST, level + below), title)
            for at, level, title in headings
        )
        self._texts.append(text)
        self._length = start + len(text)

    def add_heading(self, title: str, level: int = 1) -> None:
        self.add(title, [Heading(0, level, title)])


def as_headings(sections: Iterable[Section]) -> list[Heading]:
    """The headings of sections; those that run into a paragraph are found anew in any text."""
    return [
        Heading(section.start, section.level, section.title.rsplit(" › ", 1)[-1])
        for section in sections
        if section.level <= _DEEPEST
    ]
