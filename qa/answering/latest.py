"""«Who is …», «now»: the newest report that answers wins, and its day is told."""

from __future__ import annotations

import datetime
from dataclasses import replace

from qa.answering.library import Library
from qa.answering.relevance import wanted
from qa.answering.replies import together
from qa.text import spelled
from qa.types import Answer, Asked, Citation, Evidence, Filter

_AGAIN = 2  # times that something newer is looked for
_SUPPORTED = 0.6  # of the question's weight that a newer sentence and its context must have


def read_newest(
    asked: Asked, library: Library, evidence: list[Evidence], limit: int | None
) -> Answer:
    """The reader's answer, or the one that newer reports give."""
    best = _newest_first(library.read(asked.text, evidence))
    for _ in range(_AGAIN if best.answer is not None else 0):
        later = _later(asked.filter, _day(best.citations[0]))
        newer = library.retrieve(asked.text, limit, later) if later else []
        found = library.read(asked.text, newer) if newer else None
        if found is None or not _supported(asked, found) or _is_guess(found, best):
            break
        best = _newest_first(found)
    return _dated(best) if best.answer is not None else best


def _later(where: Filter, day: str) -> Filter | None:
    """The filter, with later days alone. None if the day isn't known, or has none after it."""
    try:
        after = _after(day)
    except (OverflowError, ValueError):
        return None
    return replace(where, first_day=max(after.isoformat(), where.first_day or ""))


def _after(day: str) -> datetime.date:
    """The first day after a day, a month or a year.

    Raises:
        ValueError, OverflowError: there is no such day.
    """
    year, *rest = (int(part) for part in day.split("-"))
    if len(rest) == 2:
        return datetime.date.fromisoformat(day) + datetime.timedelta(days=1)
    months = 12 * year + (rest[0] if rest else 12)
    return datetime.date(months // 12, months % 12 + 1, 1)


def _supported(asked: Asked, found: Answer) -> bool:
    if found.answer is None:
        return False
    cited = found.citations[0]
    contexts = [one.context for one in found.evidence if one.report_id == cited.report_id]
    said = " ".join([cited.quote, *contexts[:1]])
    return wanted(asked.text, [one.text for one in found.evidence]).share(said) >= _SUPPORTED


def _is_guess(newer: Answer, older: Answer) -> bool:
    """Whether it is less likely to answer than the older one, and not sure."""
    return newer.level != "sure" and newer.confidence < older.confidence


def _newest_first(answer: Answer) -> Answer:
    """Where reports differ, the newest of them is the answer."""
    if answer.answer is None or answer.support == "list":
        return answer
    newest = max(answer.citations, key=_day)
    if _day(newest) == _day(answer.citations[0]):
        return answer
    others = tuple(one for one in answer.citations if one is not newest)
    return replace(answer, answer=newest.answer, citations=(newest, *others))


def _dated(answer: Answer) -> Answer:
    day = _day(answer.citations[0])
    told = f"From the newest report that says so, of {spelled(day)}." if day else None
    return replace(answer, hint=together(answer.hint, told))


def _day(citation: Citation) -> str:
    return citation.date or ""
