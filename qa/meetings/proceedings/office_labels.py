"""Who has which office by a label of the head of the minutes: «Public orator: Dr Una Oak».

No list of offices is kept: a label of a few words in front of nothing but a full name tells one,
if it isn't what somebody did with the paper or was at the meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qa.meetings.labels import is_field
from qa.meetings.proceedings.naming import Named, only_people
from qa.meetings.proceedings.office_patterns import LABELS
from qa.meetings.proceedings.outline import Block
from qa.meetings.proceedings.presence import presence_label
from qa.meetings.proceedings.tables import is_table_row, labelled_cells
from qa.meetings.wording import NOT_NAMES, ROLE_WORDS
from qa.text import TITLES
from qa.types import Person, Span

_LABEL = re.compile(r"[\s>*_•-]*(?P<label>[^\W\d_][^\W\d_]*(?:[ ’'&/-]+[^\W\d_]+){0,5})[*_]{0,2}:")
# What somebody did with the paper, or a mail's head.
_OTHERS = re.compile(
    r"(?:to|cc|bcc|from|subject|re|name|contact|contacts|owner|mover|seconder|proposer|motion|action"
    r"|author|authors|signed|editor|editors|nominee|candidate|ayes?|noe?s?|for|against|who|lead"
    r"|absent|present)",
    re.IGNORECASE,
)
_DOES = re.compile(r".*\b(?:by|from|to|with|for|sent|received)$", re.IGNORECASE)
_THINGS = frozenset("number centre center order matter letter paper river computer tower".split())
# An orator, a steward, a librarian: who does something.
_AGENT = re.compile(r"[a-z]{2,}(?:[eo]r|ist|ian|ant|ent|ard|man|woman|person|ee|eer|ary|ain|al)")
_BLOCKS = 30  # in which the head is
_PROSE = 160  # characters


def label_offices(text: str, blocks: Sequence[Block]) -> Iterator[Person]:
    """The offices that the head of the minutes tells by a label or a row of two cells."""
    for block in _head(blocks):
        for label, names in _pairs(text, block):
            known = of_label(label) if is_table_row(block) else ""
            role = known or ("" if of_label(label) else _office(label))
            named = only_people(text, names) if role else []
            if all(known or _is_told(label, one) for one in named):
                held = role.removesuffix("s") if len(named) > 1 else role
                for one in named:
                    yield Person(one.name, held, one.span, block.span, one.organisation)


def of_label(label: str) -> str:
    """The office that a label tells by itself, whatever stands behind it; else nothing."""
    words = label.strip(" :*_")
    for pattern, role in LABELS:
        if pattern.fullmatch(words):
            low = words.lower()
            kind = low if re.match(r"(?:co|vice|deputy)\b", low) else ""
            return (kind.rstrip("s") or role or low).strip()
    return ""


def _head(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks above the first that is prose."""
    for block in blocks[:_BLOCKS]:
        if len(block.text) > _PROSE and len(block.sentences) > 1:
            return
        if not block.heading:
            yield block


def _pairs(text: str, block: Block) -> Iterator[tuple[str, Span]]:
    if is_table_row(block):
        pairs = [(one.words, other.span) for one, other in labelled_cells(text, block)]
        yield from pairs if len(pairs) != 2 else pairs[:0]
        return
    for line in re.finditer(r"[^\n]+", block.text):
        label = _LABEL.match(line[0])
        if label:
            start = block.span.start + line.start()
            yield label["label"], Span(start + label.end(), start + len(line[0].rstrip()))


def _office(label: str) -> str:
    """The label in small letters, if it can be an office."""
    low = " ".join(label.lower().split()).removeprefix("the ").strip(" :*_")
    if _OTHERS.fullmatch(low) or _DOES.match(low) or presence_label(low):
        return ""
    words = low.split()
    bad = is_field(low) or words[0] in NOT_NAMES or words[-1] in NOT_NAMES | _THINGS
    return "" if bad else low


def _is_told(label: str, person: Named) -> bool:
    """Whether it is surely a person: by a title, or a full name behind a word for people."""
    words, last = person.name.split(), label.lower().split()[-1]
    if words[0].lower().strip(".") in TITLES:
        return True
    return len(words) > 1 and (last in ROLE_WORDS or _AGENT.fullmatch(last) is not None)
