"""A document -> the same with its text as a person reads it, and the offsets that belong to it.

Here, where a document becomes a report, is the only place: readers needn't care.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from itertools import accumulate, pairwise

from qa.reports.formats import Document, Metadata
from qa.text import visible


def cleaned(document: Document) -> Document:
    """The document with `visible` text, titles and metadata; one that is clean is unchanged.

    Sections and pages begin at the same words as before: they begin lines, and no letter joins
    with the white space before it.
    """
    starts = {section.start for section in document.sections} | set(document.pages)
    pieces = list(_pieces(document.text, starts))
    places = _places(pieces)
    sections = (
        replace(section, start=places[section.start], title=_line(section.title))
        for section in document.sections
    )
    return replace(
        document,
        text="".join(shown for _, shown in pieces),
        said=_metadata(document.said),
        sections=tuple(sections),
        pages=tuple(places[page] for page in document.pages),
        margin=visible(document.margin),
    )


def _pieces(text: str, starts: set[int]) -> Iterator[tuple[int, str]]:
    """The text cut at its sections and pages: where each piece began, and what is seen of it."""
    for start, end in pairwise(sorted({0, *starts, len(text)})):
        yield start, visible(text[start:end])
    yield len(text), ""


def _places(pieces: list[tuple[int, str]]) -> Mapping[int, int]:
    """Offsets before -> offsets after."""
    lengths = accumulate((len(shown) for _, shown in pieces), initial=0)
    return dict(zip((start for start, _ in pieces), lengths, strict=False))


def _metadata(said: Metadata) -> Metadata:
    values = {field.name: getattr(said, field.name) for field in fields(said)}
    return Metadata(**{name: _line(value or "") or None for name, value in values.items()})


def _line(words: str) -> str:
    return " ".join(visible(words).split())
