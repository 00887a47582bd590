"""Headings of a report: Markdown's, plain text's, and those that run into a paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
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


def markdown_sections(text: str) -> tuple[Section, ...]:
    """Sections of a Markdown text, each titled with the path of headings above it."""
    return _nest([*_markdown_headings(text), *_run_in_headings(text)])


def plain_sections(text: str) -> tuple[Section, ...]:
    """Sections of a plain text: its lines in capitals."""
    plain = [Heading(match.start(1), 1, match[1]) for match in _PLAIN.finditer(text)]
    return _nest([*plain, *_run_in_headings(text)])


def marked_sections(text: str, marked: Sequence[Heading]) -> tuple[Section, ...]:
    """Sections of a text whose format marks the headings; those in capitals if it marks none."""
    return _nest([*marked, *_run_in_headings(text)]) if marked else plain_sections(text)


def without_title(sections: Sequence[Section], title: str) -> tuple[Section, ...]:
    """A heading above all others that is the report's title is left out of their paths."""
    top = _clean(title)
    if not sections or sections[0].title != top:
        return tuple(sections)
    if any(section.level <= sections[0].level for section in sections[1:]):
        return tuple(sections)
    below = (section.title.removeprefix(f"{top} › ") for section in sections[1:])
    others = (replace(s, title=path) for s, path in zip(sections[1:], below, strict=True))
    return (replace(sections[0], title=""), *others)


def is_heading(sections: Sequence[Section], start: int) -> bool:
    """Whether a heading line, not a paragraph that has a heading in it, begins at `start`."""
    at = bisect_left(sections, start, key=lambda section: section.start)
    return at < len(sections) and sections[at].start == start and sections[at].level < _RUN_IN_LEVEL


def strip_links(text: str) -> str:
    """Markdown links -> their words; bare addresses in angle brackets vanish."""
    return _LINK.sub(lambda match: match[1] or "", text)


def _markdown_headings(text: str) -> Iterator[Heading]:
    from markdown_it import MarkdownIt

    starts = _line_starts(text)
    tokens = MarkdownIt("commonmark").disable(["inline"]).parse(text)
    for opening, content in zip(tokens, tokens[1:], strict=False):
        if opening.type == "heading_open" and opening.map and content.content.strip():
            yield Heading(starts[opening.map[0]], int(opening.tag[1:]), content.content)


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


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
