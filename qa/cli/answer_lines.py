"""An answer as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from qa.cli.printing import one_line, where
from qa.types import Answer, Citation, Evidence, Item

_SEVERAL = frozenset({"list", "count", "statements", "timeline", "summary", "search"})


def answer_lines(answer: Answer) -> list[str]:
    """How it was read, what it says, and where that stands."""
    return [*_reading(answer), *_body(answer)]


def _reading(answer: Answer) -> Iterator[str]:
    if answer.read_as:
        yield f"Read as: {answer.read_as}"
    if answer.filters:
        yield f"Looked in: {', '.join(applied.label for applied in answer.filters)}"


def _body(answer: Answer) -> Iterator[str]:
    if answer.kind in ("hint", "ask_back"):
        yield answer.hint or ""
        yield from (f"  {item.meeting}" for item in answer.items)
    elif answer.kind in _SEVERAL and answer.items:
        yield from _of_several(answer)
    elif answer.answer is None:
        yield from _refusal(answer)
    else:
        yield from _single(answer)


def _of_several(answer: Answer) -> Iterator[str]:
    if answer.level == "unsure":
        yield "These may not answer your question:"
    if answer.kind == "count" and answer.answer:
        yield answer.answer
    if answer.hint:
        yield answer.hint
    for (meeting, day), items in groupby(answer.items, key=lambda item: (item.meeting, item.day)):
        yield from ("", " · ".join(filter(None, (one_line(meeting), day))))
        yield from (f"  - {_said(item)}" for item in items)


def _said(item: Item) -> str:
    place = f"  [{item.citations[0].source}]" if item.citations else ""
    return f"{one_line(item.answer)}{place}"


def _refusal(answer: Answer) -> Iterator[str]:
    yield "No sure answer found."
    if answer.hint:
        yield answer.hint
    if answer.nearest:
        yield from ("", "What comes nearest:")
    for citation in answer.nearest:
        yield from ("", where(citation), f"    «{one_line(citation.quote)}»")


def _single(answer: Answer) -> Iterator[str]:
    if answer.level == "unsure":
        yield "This may not answer your question:"
    yield one_line(answer.answer or "")
    if answer.hint:
        yield answer.hint
    for number, citation in enumerate(answer.citations, 1):
        yield from ("", f"[{number}] {where(citation)}", *_quote(answer, citation))


def _quote(answer: Answer, citation: Citation) -> list[str]:
    return [] if citation.quote == answer.answer else [f"    «{one_line(citation.quote)}»"]


def evidence_lines(evidence: Sequence[Evidence]) -> list[str]:
    lines = []
    for number, item in enumerate(evidence, 1):
        ranks = ", ".join(f"{name} {rank}" for name, rank in item.ranks.items())
        lines += ["", f"{number:>2}. {item.score:.4f} ({ranks})  {where(item)}"]
        lines += [f"    {one_line(item.text)}"]
    return lines or ["Nothing found."]
