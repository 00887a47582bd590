"""A stretch of text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """`text[start:end]` of some text, in characters (Unicode code points)."""

    start: int
    end: int
