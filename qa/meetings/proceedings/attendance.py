"""Who was present, who was absent and who sent apologies: from labels, lists, rows, sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qa.meetings.proceedings.attendance_rows import rows_of_people
from qa.meetings.proceedings.names import NAME
from qa.meetings.proceedings.naming import Named, only_people, people_in
from qa.meetings.proceedings.outline import Block
from qa.meetings.proceedings.presence import (
    HEADING_CHARS,
    INNER,
    LABEL,
    presence_label,
    presence_told,
    status_of,
)
from qa.meetings.proceedings.presence_sentences import as_person, said_presence
from qa.meetings.proceedings.tables import is_table_row
from qa.types import Person, Presence, Span

_CALLED = re.compile(
    rf"(?P<name>{NAME})\s*(?::|\s[–—-]+|\.{{2,}}|\t)\s*+"
    r"(?P<said>[A-Za-z(][A-Za-z() ]{3,19})\.?\s*$"
)
_LONG = 240  # characters: prose, not a list


def attendance(text: str, blocks: Sequence[Block]) -> tuple[Person, ...]:
    """The people whom a list, row or sentence calls present, absent or excused, in order."""
    # What a sentence says of somebody is trusted before the list that it stands in.
    found = [*said_presence(text, blocks), *_listed(text, blocks), *rows_of_people(text, blocks)]
    seen: set[tuple[int, int]] = set()
    kept: list[Person] = []
    for person in sorted(found, key=lambda one: one.span.start):
        if person.span not in seen:
            seen.add(person.span)
            kept.append(person)
    return tuple(kept)


def _listed(text: str, blocks: Sequence[Block]) -> Iterator[Person]:
    """Lists under a heading or a label, or behind one on its line."""
    now: Presence | None = None
    beside = False
    for block in blocks:
        if (block.heading and not _has_names(block)) or _is_label_alone(block):
            now = presence_label(block.text)
            beside = now is not None
        elif called := _called(text, block):
            yield called
        elif not is_table_row(block):
            people, told = _of_block(text, block, now, beside)
            yield from people
            beside = beside or told is not None
            if told and not people:
                now = told
            elif told or (not people and not block.mark and len(block.text) > HEADING_CHARS):
                now, beside = None if told != now else now, told is not None


def _of_block(
    text: str, block: Block, now: Presence | None, beside: bool
) -> tuple[list[Person], Presence | None]:
    """The people of a block, and what its last label says."""
    found: list[Person] = []
    last: Presence | None = None
    for sentence in block.sentences:
        start = max(sentence.start, block.body.start)
        labelled = list(_labelled(text, Span(start, sentence.end), now, beside or bool(last)))
        for told, names in labelled:
            last = told
            found += (as_person(one, sentence, told) for one in people_in(text, names))
    if last is None and now is not None:
        found = [as_person(one, block.span, now) for one in _entries(text, block)]
    return found, last


def _labelled(
    text: str, span: Span, now: Presence | None, beside: bool
) -> Iterator[tuple[Presence, Span]]:
    """The lists behind labels in a sentence, with what each label says."""
    first = LABEL.match(text, span.start, min(span.end, span.start + HEADING_CHARS))
    told = presence_told(first["label"], now, beside) if first else None
    if first is None or told is None:
        return
    start = first.end()
    end = span.end
    for inner in INNER.finditer(text, start, end):
        if following := presence_told(inner["label"], now or "present", True):
            yield told, Span(start, inner.start())
            told, start = following, inner.end()
    yield told, Span(start, end)


def _entries(text: str, block: Block) -> list[Named]:
    """The people of a line that stands in a list of names."""
    body = block.body
    people = people_in(text, body)
    words = block.text[len(block.mark) :]
    if len(block.sentences) > 1 and not block.mark:
        each = (Span(max(one.start, body.start), one.end) for one in block.sentences)
        return [named for one in each for named in only_people(text, one)]
    if block.mark and people and words.count(",") == 1 and " and " not in words:
        return people[:1]  # «- Ivo Ash, Kestria»
    if len(words) > _LONG or (people and not block.mark and not _mostly(words, people)):
        return only_people(text, body)
    return people


def _mostly(words: str, people: Sequence[Named]) -> bool:
    """Whether the words are names, and not prose with a name in it."""
    told = sum(len(p.name) + len(p.role) + len(p.organisation or "") for p in people)
    return told * 2 >= len(words) or words.count(",") + 1 <= len(people)


def _called(text: str, block: Block) -> Person | None:
    """A roll call: «Ms Okafor: present»."""
    if len(block.text) > HEADING_CHARS:
        return None
    match = _CALLED.match(text, block.body.start, block.span.end)
    if not match:
        return None
    told = status_of(match["said"])
    name = people_in(text, Span(*match.span("name")))
    return as_person(name[0], block.span, told) if told and len(name) == 1 else None


def _has_names(block: Block) -> bool:
    """Whether names stand behind a label in what is taken for a heading."""
    words = block.text[len(block.mark) :]
    label = LABEL.match(words)
    return label is not None and label.end() < len(words) and bool(presence_label(label["label"]))


def _is_label_alone(block: Block) -> bool:
    words = block.text[len(block.mark) :].strip()
    return len(words) < HEADING_CHARS and presence_label(words) is not None
