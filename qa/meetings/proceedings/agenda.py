"""The items of an agenda, or else numbered headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qa.meetings.proceedings.entry_lines import ITEM_CHARS, title_end
from qa.meetings.proceedings.outline import Block
from qa.types import Entry, Span

_AGENDA_HEAD = re.compile(
    r"(?i:(?:draft |proposed |meeting |provisional |adopted )?agenda(?: items?)?"
    r"|order of business|topics|items on the agenda)\s*:?$"
)
_NUMBERED = re.compile(
    r"#*\s*+(?:(?:agenda )?item\s++)?(?:\d{1,2}[.)]|[IVX]{1,5}[.)]|[A-Z][.)]|\d{1,2}\.\d{1,2}\.?"
    r"|\d{1,2}\s++[-–—])\s+\S",
    re.I,
)


def agenda_items(text: str, blocks: Sequence[Block]) -> Iterator[Entry]:
    """The items of an «Agenda», and numbered headings where there is none."""
    listed = list(_listed_agenda(blocks))
    if listed:
        yield from listed
        return
    for block in blocks:
        words = block.text.strip()
        if block.heading and _NUMBERED.match(words) and len(words) <= ITEM_CHARS:
            yield Entry("agenda", _title(block), block.section)
        elif not block.heading and block.mark and _is_title(text, block):
            yield Entry("agenda", block.sentences[0], block.section)


def _listed_agenda(blocks: Sequence[Block]) -> Iterator[Entry]:
    under = False
    level = 0
    for block in blocks:
        words = block.text[len(block.mark) :].strip(" :*_")
        if (block.heading or len(words) < 30) and _AGENDA_HEAD.fullmatch(words):
            under, level = True, _depth(block)
        elif block.heading and _depth(block) <= level:
            under = False
        elif (
            under
            and block.mark
            and not block.heading
            and not block.indent
            and len(block.text) <= ITEM_CHARS
        ):
            yield Entry("agenda", block.span, block.section)
        elif under and not block.mark and not block.heading and len(block.text) > ITEM_CHARS:
            under = False


def _title(block: Block) -> Span:
    """The heading without the sentence that goes on in its line."""
    end = title_end(block.text)
    cut = len(block.text[:end].rstrip()) if end else len(block.text)
    return Span(block.span.start, block.span.start + cut)


def _depth(block: Block) -> int:
    return (block.section or "").count(" › ") + 1


def _is_title(text: str, block: Block) -> bool:
    """A numbered line that stands for a heading: «4. Old Business.»"""
    first = text[slice(*block.sentences[0])]
    return (
        bool(_NUMBERED.match(first))
        and len(first) < 60
        and bool(
            re.fullmatch(
                r"\d{1,2}[.)]\s+(?:[A-Z][\w’'&/-]*(?:\s+(?:of|and|the|for|to|in|on|&"
                r"|from))*\s*){1,7}\.?",
                first.strip(),
            )
        )
    )
