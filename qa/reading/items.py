"""The items of a bulleted list, for questions that ask for all of them."""

from __future__ import annotations

import re

from qa.reading.question_kinds import last_question
from qa.types import Span

_ASKS = re.compile(
    r"\bwho (?:all )?(?:took part|attended|participated|joined|came|"
    r"(?:was|were) (?:all )?(?:there|present|in|on|at))\b"
    r"|\battend(?:ees|ance|ed)\b|\bparticipants\b",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"\bhow (?:many|much)\b", re.IGNORECASE)
_ITEM = re.compile(r"^[ \t]*(?:[-*+•‣–]|\d{1,3}[.)])[ \t]+(?P<item>\S.*?)[ \t]*$", re.MULTILINE)
_FEWEST = 3  # items that make a list
_MOST_CHARS = 120  # a longer item is a sentence, not a name


def asks_for_all(question: str) -> bool:
    """Whether the question wants everybody who was there, not one person or their number."""
    asked = last_question(question)
    return bool(_ASKS.search(asked)) and not _COUNTS.search(asked)


def items_around(text: str, span: Span) -> list[Span]:
    """The short items of the list that holds the span, without their marks, or nothing."""
    run: list[Span] = []
    held = False
    last = None
    for match in _ITEM.finditer(text):
        if last is not None and text[last : match.start()].strip(" \t") != "\n":
            if held:
                break
            run = []
        last = match.end()
        run.append(Span(*match.span("item")))
        held = held or (match.start() < span.end and span.start < match.end())
    short = all(end - start <= _MOST_CHARS for start, end in run)
    return run if held and short and len(run) >= _FEWEST else []
