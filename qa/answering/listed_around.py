"""Lists in the text: the one that holds an answer, or stands below the line that announces it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from qa.answering.library import Library
from qa.answering.passages import Sentence, sentence_item
from qa.answering.quoting import quote, sentence_around
from qa.reading import named
from qa.types import Answer, Citation, Report, Span

_ITEM = re.compile(
    r"^[ \t]*(?:[-*+•‣–]|\(?\d{1,3}[.)]|\(?[a-z]\))[ \t]+(?P<item>\S.*?)[ \t]*$", re.MULTILINE
)
# What semicolons part, without what a colon announces and the full stop. It is never empty.
_PART = re.compile(r"(?<=[:;] )[^\s;.][^;\n]*?(?= ?;|\.?$|\.\s)")
_PART_CHARS = 120
_FAR = 4000  # characters on either side in which a list is looked for
_FEWEST = 3  # items that make a list around an answer
_BELOW = 2  # items that make a list below «these were proposed:»
_CHARS = 250  # of an item, above which it is a paragraph with a number


def with_list_around(library: Library, answer: Answer) -> Answer:
    """The answer as a list: all items of the list it stands in, or what the citations say."""
    if answer.answer is None or not answer.citations:
        return replace(answer, kind="list")
    around = _around(library, answer.citations[0]) or _enumerated(library, answer.citations[0])
    if not around:
        items = tuple(sentence_item(library, one) for one in answer.citations)
        return replace(answer, kind="list", items=items)
    items = tuple(sentence_item(library, one) for one in around)
    return replace(
        answer, kind="list", answer=named(items), support="list", citations=around, items=items
    )


def below(library: Library, sentence: Sentence) -> tuple[Citation, ...]:
    """The items of the list that the sentence announces with a colon, if it does."""
    report = library.report(sentence.evidence.report_id)
    if not report.text[slice(*sentence.span)].rstrip("*_ ").endswith(":"):
        return ()
    runs = _runs(report, Span(sentence.span.end, sentence.span.end + _FAR))
    first = next(runs, [])
    near = first and not report.text[sentence.span.end : _line(report, first[0])].strip("*_ \n\t")
    return _cited(report, first) if near and len(first) >= _BELOW else ()


def _around(library: Library, citation: Citation) -> tuple[Citation, ...]:
    report = library.report(citation.report_id)
    start, end = citation.answer_start, citation.answer_end
    for run in _runs(report, Span(max(0, start - _FAR), end + _FAR)):
        held = any(one.start < end and start < one.end for one in run)
        if held and len(run) >= _FEWEST:
            return _cited(report, run)
    return ()


def enumerated(library: Library, sentence: Sentence) -> tuple[Citation, ...]:
    """The parts of a sentence that lists: «elected were: President – …; Treasurer – …»."""
    report = library.report(sentence.evidence.report_id)
    return tuple(quote(report, sentence.span, part) for part in _parts(report, sentence.span))


def _enumerated(library: Library, citation: Citation) -> tuple[Citation, ...]:
    """The parts of the sentence that holds the answer, if that is one of them."""
    report = library.report(citation.report_id)
    start, end = citation.answer_start, citation.answer_end
    whole = sentence_around(report.text, Span(start, end))
    found = _parts(report, whole)
    held = any(one.start < end and start < one.end for one in found)
    return tuple(quote(report, whole, part) for part in found) if held else ()


def _parts(report: Report, sentence: Span) -> list[Span]:
    found = [Span(*match.span()) for match in _PART.finditer(report.text, *sentence)]
    short = all(end - start <= _PART_CHARS for start, end in found)
    return found if short and len(found) >= _FEWEST else []


def items_in(report: Report, window: Span) -> list[Span]:
    """The items of all lists there, without their marks."""
    return [Span(*match.span("item")) for match in _ITEM.finditer(report.text, *window)]


def _runs(report: Report, window: Span) -> Iterator[list[Span]]:
    """The lists of short items, which blank lines may part."""
    run: list[Span] = []
    last = window.start
    for match in _ITEM.finditer(report.text, *window):
        if run and report.text[last : match.start()].strip():
            yield run
            run = []
        run.append(Span(*match.span("item")))
        last = match.end()
    if run:
        yield run


def _cited(report: Report, run: Sequence[Span]) -> tuple[Citation, ...]:
    if any(end - start > _CHARS for start, end in run):
        return ()
    return tuple(quote(report, span) for span in run)


def _line(report: Report, item: Span) -> int:
    return report.text.rfind("\n", 0, item.start) + 1
