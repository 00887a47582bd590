"""Where a text writes letters out: «activities shared by lakes (ASL)».

See Schwartz and Hearst, «A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical
Text», PSB 2003: each letter begins a word of the long form, or stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.types import Span


def long_forms(text: str, short: str) -> Iterator[Span]:
    """The words right before «(ASL)» or «(ASLs)» that its letters begin."""
    for match in written(short).finditer(text):
        end = len(text[: match.start()].rstrip())
        start = _start(text, end, short)
        if start is not None:
            yield Span(start, end)


def written(short: str) -> re.Pattern[str]:
    """The letters in brackets, as they stand behind their long form."""
    return re.compile(rf"\(\s*[\"“']?{re.escape(short)}s?[\"”']?\s*\)", re.IGNORECASE)


def _start(text: str, end: int, short: str) -> int | None:
    """Where the long form begins: its letters are found from the last one back."""
    at = end
    letters = [c for c in short.casefold() if c.isalnum()]
    for number, letter in enumerate(reversed(letters), start=1):
        at -= 1
        first = number == len(letters)
        while at >= 0 and not _stands(text, at, letter, first):
            at -= 1
        if at < 0 or text.find("\n\n", at, end) >= 0:
            return None
    return at if len(text[at:end].split()) <= 2 * len(letters) + 2 else None


def _stands(text: str, at: int, letter: str, first: bool) -> bool:
    begins = at == 0 or not text[at - 1].isalnum()
    return text[at].casefold() == letter and (begins or not first)
