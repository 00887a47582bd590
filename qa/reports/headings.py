"""Headings of a report: marked ones, plain text's, and those that run into a paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from qa.types import Section

# "AGENDA ITEM 7(b)  ADEQUACY OF COMMITMENTS: Brazil said …" at the start of a paragraph.
_RUN_IN = re.compile(
    r"(?:\A|\n[ \t]*\n)[ \t]*([A-Z](?:[^a-z\n:]|\((?:[a-hj-uwyz]|[ivx]+)\)){3,120}):(?=\s)"
)
_PLAIN = re.compile(
    r"(?:\A|\n)[ \t]*([^\W\d_a-z][^a-z\n]{2,98}[^\W_a-z.,;:!?])[ \t]*(?::[ \t]*)?(?=\n|\Z)"
)
# Bounded: a line of thousands of open brackets would take minutes.
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\([^)\n]{0,2000}\)|<https?://[^<>\s]{0,2000}>")
_RUN_IN_LEVEL = 7  # below Markdown's six
_TITLE_CHARS = 160


class Heading(NamedTuple):
    start: int
    level: int
    title: str


def nested_sections(text: str, marked: Sequence[Heading]) -> tuple[Section, ...]:
    """Sections of a text, each titled with the path of headings above it.

    Besides those that are marked, headings may run into their paragraphs.
    """
    return _nest([*marked, *_run_in_headings(text)])


def plain_sections(text: str) -> tuple[Section, ...]:
    """Sections of a plain text, whose headings are lines in capitals."""
    plain = [Heading(match.start(1), 1, match[1]) for match in _PLAIN.finditer(text)]
    return _nest([*plain, *_run_in_headings(text)])


def marked_sections(text: str, marked: Sequence[Heading]) -> tuple[Section, ...]:
    """Sections of a text whose format marks the headings; those in capitals if it marks none."""
    return nested_sections(text, marked) if marked else plain_sections(text)


def without_title(sections: Sequence[Section], title: str) -> tuple[Section, ...]:
    """Leave the report's title out of the paths, if it is the heading above all others."""
    top = _clean(title)
    if not sections or sections[0].title != top:
        return tuple(sections)
    if any(section.level <= sections[0].level for section in sections[1:]):
        return tuple(sections)
    below = (section.title.removeprefix(f"{top} › ") for section in sections[1:])
    others = (replace(s, title=path) for s, path in zip(sections[1:], below, strict=True))
    return (replace(sections[0], title=""), *others)


def is_heading(sections: Sequence[Section], start: int) -> bool:
    """Whether a heading line begins at `start`. A paragraph with a run-in heading doesn't count."""
    at = bisect_left(sections, start, key=lambda section: section.start)
    return at < len(sections) and sections[at].start == start and sections[at].level < _RUN_IN_LEVEL


def strip_links(text: str) -> str:
    """Replace Markdown links by their words, and drop bare addresses in angle brackets."""
    return _LINK.sub(lambda match: match[1] or "", text)


def _run_in_headings(text: str) -> list[Heading]:
    return [Heading(m.start(1), _RUN_IN_LEVEL, m[1]) for m in _RUN_IN.finditer(text)]


def _nest(headings: list[Heading]) -> tuple[Section, ...]:
    path: list[Heading] = []
    sections = []
    for heading in sorted(headings):
        if path and path[-1].start == heading.start:
            continue  # the same line, seen as a heading of another kind
        path = [above for above in path if above.level < heading.level]
        path.append(heading)
        titles = (_clean(above.title) for above in path)
        title = " › ".join(title for title in titles if title)
        sections.append(Section(heading.start, heading.level, title))
    return tuple(sections)


def _clean(title: str) -> str:
    words = " ".join(strip_links(title).replace("*", "").split()).strip(" :#")
    return words if len(words) <= _TITLE_CHARS else words[:_TITLE_CHARS].rsplit(" ", 1)[0] + " …"
