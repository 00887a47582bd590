"""Tells which lines of a PDF are headings: those in larger letters than the text, or bold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from qa.reports.formats.pdf.lines import Line

_LARGER = 1.12  # times the text's letters
_LONGEST = 200  # characters of a heading
_LOWEST = 6
_LEADERS = re.compile(r"(?:\.\s?){4}")  # a line of a table of contents
_Style = tuple[float, bool]


class Styles:
    """The letters that most of the text is set in, and those that stand out."""

    def __init__(self, lines: Sequence[Line]) -> None:
        letters: Counter[_Style] = Counter()
        for line in lines:
            letters[_style(line)] += len(line.text)
        self._body: _Style = letters.most_common(1)[0][0] if letters else (0.0, False)
        outstanding = sorted((style for style in letters if self._stands_out(style)), reverse=True)
        self._levels = {style: min(n, _LOWEST) for n, style in enumerate(outstanding, start=1)}

    def level(self, lines: Sequence[Line]) -> int:
        """1 to 6 if the lines are a heading, else 0."""
        text = " ".join(line.text for line in lines)
        if len(text) > _LONGEST or not any(map(str.isalpha, text)) or _LEADERS.search(text):
            return 0
        if text.endswith((".", ",", ";")) and lines[0].size < _LARGER * self._body[0]:
            return 0
        return self._levels.get(_style(lines[0]), 0)

    def _stands_out(self, style: _Style) -> bool:
        size, bold = style
        return size >= _LARGER * self._body[0] or (
            bold and not self._body[1] and size >= 0.95 * self._body[0]
        )


def _style(line: Line) -> _Style:
    return round(line.size * 2) / 2, line.bold
