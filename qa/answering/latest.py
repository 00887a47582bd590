"""«Who is …», «now»: the newest report that answers wins, and its day is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.answering.library import Library
from qa.answering.replies import together
from qa.text import spelled
from qa.types import Answer, Asked, Citation, Evidence

_READ = 10  # passages at a time, where no limit is set


def read_newest(
    asked: Asked, library: Library, evidence: Sequence[Evidence], limit: int | None
) -> Answer:
    """The reader's answer on the newer half of what was found, or else on all of it."""
    found = _more(asked, library, evidence, limit)
    newer = sorted(found, key=lambda item: item.date or "", reverse=True)
    half = newer[: max(1, (len(newer) + 1) // 2)]
    answers = [library.read(asked.text, half), library.read(asked.text, evidence)]
    given = [_newest_first(answer) for answer in answers if answer.answer is not None]
    if not given:
        return answers[-1]
    return _dated(max(given, key=lambda answer: answer.citations[0].date or ""))


def _more(
    asked: Asked, library: Library, evidence: Sequence[Evidence], limit: int | None
) -> list[Evidence]:
    """Twice as many passages, since the best ones may all be old."""
    return library.retrieve(asked.text, 2 * (limit or _READ), asked.filter or None) or [*evidence]


def _newest_first(answer: Answer) -> Answer:
    """Where reports differ, the newer of the two is the answer."""
    if answer.support != "reports differ" or len(answer.citations) < 2:
        return answer
    first, rival, *rest = answer.citations
    if _day(rival) <= _day(first):
        return answer
    return replace(answer, answer=rival.answer, citations=(rival, first, *rest))


def _dated(answer: Answer) -> Answer:
    day = _day(answer.citations[0])
    told = f"From the newest report that says so, of {spelled(day)}." if day else None
    return replace(answer, hint=together(answer.hint, told))


def _day(citation: Citation) -> str:
    return citation.date or ""
