"""«Who is …», «now»: the newest report that answers wins, and its day is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.answering.library import Library
from qa.answering.replies import together
from qa.text import spelled
from qa.types import Answer, Asked, Citation, Evidence

_READ = 10  # passages at a time, where no limit is set
_WIDER = 3  # times as many are found: the best ones may all be old
_AGAIN = 2  # times that something newer is looked for


def read_newest(
    asked: Asked, library: Library, evidence: Sequence[Evidence], limit: int | None
) -> Answer:
    """The reader's answer, or one that a newer report gives."""
    best = _newest_first(library.read(asked.text, evidence))
    if best.answer is None:
        return best
    wider = library.retrieve(asked.text, _WIDER * (limit or _READ), asked.filter or None)
    for _ in range(_AGAIN):
        newer = _newer(wider, _day(best.citations[0]))[: limit or _READ]
        found = library.read(asked.text, newer) if newer else None
        if found is None or found.answer is None:
            break
        best = _newest_first(found)
    return _dated(best)


def _newer(evidence: Sequence[Evidence], day: str) -> list[Evidence]:
    """Those of later reports, best first."""
    return [item for item in evidence if (item.date or "") > day]


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
