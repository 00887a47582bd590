"""Words of a report that name somebody, though they stand alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.meetings.people import family_name, parts
from qa.meetings.proceedings.outline import Block
from qa.meetings.wording import GROUP_WORDS, NOT_NAMES
from qa.types import Person, Span

_HANDLE = re.compile(r"@([\w-]{3,})")
_INITIALS = 2  # letters
_MARKS = ".,;:!?()[]\"“”‘’'"
_FIRST = re.compile(r"(?m)(?:^[\s>*•●-]*|[.?!;]\s+)([A-Z][a-z’-]+)(?=,? [a-z]|, |:)")
_INSIDE = re.compile(r"(?<=[a-z,;] )[A-Z][\w’-]+")


def known_names(text: str, blocks: Sequence[Block], people: Sequence[Person]) -> frozenset[str]:
    """Single words that name somebody: parts of the people's names, their handles, and words that
    are written with a capital alone."""
    return _named(text, people) | _capitals(text, blocks, _INSIDE, _FIRST)


def proper_names(text: str, blocks: Sequence[Block], people: Sequence[Person]) -> frozenset[str]:
    """The same without words that only begin lines and sentences, as «Received:» does."""
    return _named(text, people) | _capitals(text, blocks, _INSIDE)


def small_words(text: str, blocks: Sequence[Block]) -> frozenset[str]:
    """The words that stand in small letters."""
    span = _span(blocks)
    return frozenset(word.strip(_MARKS) for word in text[slice(*span)].split() if word.islower())


def _named(text: str, people: Sequence[Person]) -> frozenset[str]:
    found: set[str] = set()
    for person in people:
        found.update(word for word in person.name.split() if word[0].isupper())
        found.add(person.name)
        found.update(_HANDLE.findall(text, *person.said))
    return frozenset(word for word in found if _can_name(word))


def _capitals(text: str, blocks: Sequence[Block], *patterns: re.Pattern[str]) -> frozenset[str]:
    small = small_words(text, blocks)
    words = {word for one in patterns for word in one.findall(text, *_span(blocks))}
    return frozenset(
        word
        for word in words
        if word.lower() not in small and not _is_short(word) and _can_name(word)
    )


def _span(blocks: Sequence[Block]) -> Span:
    return Span(blocks[0].span.start, blocks[-1].span.end) if blocks else Span(0, 0)


def _can_name(word: str) -> bool:
    return word.lower() not in NOT_NAMES and word.lower() not in GROUP_WORDS


def _is_short(word: str) -> bool:
    """«TSC» and «HTTP», and not «MT», somebody's initials."""
    return word.isupper() and len(word) > _INITIALS


def titles_by_name(people: Sequence[Person]) -> dict[str, str]:
    """She or he, by family name, where a title tells it."""
    return {
        family_name(person.name): title for person in people if (title := parts(person.name).title)
    }
