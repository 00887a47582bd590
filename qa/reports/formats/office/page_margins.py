"""Headers and footers of office files: read once, where a reader would look for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qa.reports.formats.blocks import one_line
from qa.reports.headings import Heading
from qa.text import find_date

_OF = r"(?:of|von|sur|de|di|van|/)"
_COUNT = (
    r"(?:page|pg\.?|p\.|seite|página|pág\.|pagina)\s{0,3}"
    rf"(?:\d{{1,5}}(?:\s{{0,3}}{_OF}\s{{0,3}}\d{{0,5}})?|{_OF})"
)
_PAGE = re.compile(
    rf"^{_COUNT}(?=\s{{0,3}}(?:[|,;–—-]|$))|(?<!\w){_COUNT}(?=\W{{0,5}}$)", re.IGNORECASE
)
_HEAD_LINES = 3
_LINE = 100  # characters: a longer line is prose


@dataclass(frozen=True, slots=True)
class Margins:
    """Lines above and below the text of the first page, each once and without page numbers."""

    header: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join((*self.header, *self.footer))


def margins(header: Iterable[str], footer: Iterable[str], text: str) -> Margins:
    """What the lines say that no line of the text says already."""
    known = {one_line(line) for line in text.split("\n")}
    above = _new_lines(header, known)
    return Margins(above, _new_lines(footer, known.union(above)))


def add_margins(
    text: str, headings: Sequence[Heading], around: Margins, titled: bool
) -> tuple[str, list[Heading]]:
    """The text with its margins: the header in front of a text that doesn't name its own meeting.

    A letterhead with the meeting's title and date stands in front. A header above a text that
    begins with its own comes after the text, as the footer does.

    Args:
        titled: whether the text begins with a title.
    """
    header, footer = "\n\n".join(around.header), "\n\n".join(around.footer)
    if _names_itself(text, header, titled):
        return "\n\n".join(filter(None, (text, header, footer))), list(headings)
    shift = len(header) + 2 if header else 0
    moved = [Heading(start + shift, level, title) for start, level, title in headings]
    return "\n\n".join(filter(None, (header, text, footer))), moved


def _names_itself(text: str, header: str, titled: bool) -> bool:
    """The text's head has a date, or a title above which no header has one."""
    dated = find_date(header) is not None
    lines = list(filter(None, text.split("\n", 10)[:10]))
    head = lines[:_HEAD_LINES] if titled or not dated else lines[:1]
    found = any(find_date(line) for line in head if len(line) <= _LINE)
    return found or (titled and not dated)


def _new_lines(lines: Iterable[str], known: set[str]) -> tuple[str, ...]:
    clean = dict.fromkeys(_without_page(one_line(line)) for line in lines)
    return tuple(line for line in clean if line not in known and re.search(r"[^\W\d_]|\d\d", line))


def _without_page(line: str) -> str:
    """A line that is nothing but a number counts the pages too."""
    bare = _PAGE.sub("", line).strip(" |,;–—-·•/")
    return "" if re.fullmatch(r"\W*\d{1,4}\W*", bare) else bare
