"""Answers that are made up, with citations of files that aren't there."""

from __future__ import annotations

from typing import Any

from qa.types import Answer, Citation, Item


def citation(words: str, source: str = "a.md") -> Citation:
    return Citation(
        report_id=source,
        title="",
        date=None,
        source=source,
        section=None,
        page=None,
        start=0,
        end=len(words),
        quote=words,
        answer=words,
        answer_start=0,
        answer_end=len(words),
    )


def item(words: str, source: str = "a.md") -> Item:
    return Item(answer=words, report_id=source, meeting="", citations=(citation(words, source),))


def answer(text: str | None, *items: Item, quote: str | None = None, **more: Any) -> Answer:
    cited = (citation(quote or text or ""),) if text else ()
    return Answer(question="?", answer=text, confidence=1, citations=cited, items=items, **more)
