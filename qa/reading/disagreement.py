"""Whether two reports that give different answers speak of the same matter."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from qa.reading.matching import names
from qa.reading.question_kinds import last_question
from qa.text import stems, telling_words
from qa.types import Answer, Citation

_ONE_MEETING = 21  # days between the reports of one meeting at most
_OF_A_MEETING = re.compile(r"\b(?:who|whom|where|when|chair|attend)", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")


def settled(question: str, answer: Answer) -> Answer:
    """Drop the answers to other questions, such as who chaired a session with a similar name.

    Only «reports differ» is looked at. The citations stay that give the first one's words, or other
    words on the same matter.
    """
    if answer.support != "reports differ":
        return answer
    first = answer.citations[0]
    kept = tuple(
        c for c in answer.citations if _agree(first, c) or _same(question, answer, first, c)
    )
    if all(_agree(first, c) for c in kept):
        several = len({c.report_id for c in kept}) > 1
        return replace(answer, citations=kept, support="reports agree" if several else "one report")
    return replace(answer, citations=kept)


def _agree(a: Citation, b: Citation) -> bool:
    return " ".join(a.answer.split()).casefold() == " ".join(b.answer.split()).casefold()


def _same(question: str, answer: Answer, first: Citation, other: Citation) -> bool:
    """Whether the other sentence says as much of the question, and all its names and numbers.

    Who, where and when change from meeting to meeting. For these the meeting must be the same one,
    or both sentences must name it by the question's number.
    """
    asked = last_question(question)
    wanted = frozenset(stems(" ".join(telling_words(asked))))
    said, heard = _said(answer, first), _said(answer, other)
    named = frozenset(stems(" ".join(names(asked))))
    if not (wanted & said <= heard and named <= said & heard):
        return False
    return (
        not _OF_A_MEETING.search(asked) or _near(first, other) or _both_number(asked, first, other)
    )


def _said(answer: Answer, citation: Citation) -> frozenset[str]:
    """The stems of the sentence, and of what names its meeting."""
    contexts = (
        item.context
        for item in answer.evidence
        if item.report_id == citation.report_id and item.start <= citation.start < item.end
    )
    return frozenset(stems(f"{next(contexts, citation.title)} {citation.quote}"))


def _near(a: Citation, b: Citation) -> bool:
    try:
        days = date.fromisoformat(a.date or "") - date.fromisoformat(b.date or "")
    except ValueError:
        return True  # a report without a date may be on any meeting
    return abs(days.days) <= _ONE_MEETING


def _both_number(question: str, a: Citation, b: Citation) -> bool:
    numbers = set(_NUMBER.findall(question))
    return bool(numbers) and numbers <= set(_NUMBER.findall(a.quote)) & set(
        _NUMBER.findall(b.quote)
    )
