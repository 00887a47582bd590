"""The other items of the list that holds an answer."""

from __future__ import annotations

from dataclasses import replace

from qa.answering.library import Library
from qa.answering.passages import sentence_item
from qa.answering.quoting import quote
from qa.reading import items_around, named
from qa.types import Answer, Citation, Span

_FAR = 4000  # characters on either side in which a list is looked for


def with_list_around(library: Library, answer: Answer) -> Answer:
    """The answer as a list: all items of the list it stands in, or what the citations say."""
    if answer.answer is None or not answer.citations:
        return replace(answer, kind="list")
    around = _around(library, answer.citations[0])
    cited = around or answer.citations
    items = tuple(sentence_item(library, one) for one in cited)
    if not around:
        return replace(answer, kind="list", items=items)
    return replace(
        answer, kind="list", answer=named(items), support="list", citations=around, items=items
    )


def _around(library: Library, citation: Citation) -> tuple[Citation, ...]:
    report = library.report(citation.report_id)
    start = max(0, citation.answer_start - _FAR)
    text = report.text[start : citation.answer_end + _FAR]
    inner = Span(citation.answer_start - start, citation.answer_end - start)
    spans = items_around(text, inner)
    return tuple(quote(report, Span(start + a, start + b)) for a, b in spans)
