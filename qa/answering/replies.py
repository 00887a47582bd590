"""Items -> answers, and what is told beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.answering.levels import share
from qa.reading import named
from qa.types import Answer, Asked, Citation, Evidence, Item, Kind, Level, Meeting, Support

# How sure an answer is at least that something speaks for.
LIKELY, UNSURE = 0.7, 0.4


def refusal(asked: Asked, evidence: Sequence[Evidence] = (), hint: str | None = None) -> Answer:
    """No sure answer."""
    return Answer(
        question=asked.text,
        answer=None,
        confidence=0.0,
        kind=asked.kind,
        evidence=tuple(evidence),
        hint=hint,
    )


def listing(
    asked: Asked,
    items: Sequence[Item],
    kind: Kind,
    *,
    level: Level = "sure",
    hint: str | None = None,
) -> Answer:
    """The answer that consists of the items."""
    return Answer(
        question=asked.text,
        answer=named(items, kind),
        confidence=round(share("record" if kind == "fact" else kind, level), 2),
        kind=kind,
        level=level,
        support=_support(items),
        citations=tuple(item.citations[0] for item in items if item.citations),
        items=tuple(items),
        hint=hint,
    )


def item(
    meeting: Meeting, *citations: Citation, label: str | None = None, known: str | None = None
) -> Item:
    """What the first citation answers, as one thing of the meeting."""
    return Item(
        answer=citations[0].answer,
        report_id=meeting.report_id,
        meeting=meeting.name,
        meeting_id=meeting.id,
        day=meeting.day,
        label=label,
        known=known,
        citations=citations,
    )


def unsure(answer: Answer, hint: str | None = None) -> Answer:
    """The same answer, which may not be one."""
    level: Level = "unsure" if answer.answer is not None else "none"
    return replace(answer, level=level, hint=together(answer.hint, hint))


def together(*hints: str | None) -> str | None:
    """The hints, each once, as one text."""
    return " ".join(dict.fromkeys(hint for hint in hints if hint)) or None


def _support(items: Sequence[Item]) -> Support:
    return "one report" if len(items) == 1 else "list"
