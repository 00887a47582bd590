"""A name -> the whole of it as the sentence has it, with the co-chair's beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.meetings import is_country
from qa.text import BODIES, MONTHS, OFFICES, TITLES, WEEKDAYS, any_of
from qa.types import Span

_PARTICLE = r"(?:de|da|del|der|den|van|von|bin|al|el|la|le|du|dos|di|y)"
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
# A full stop belongs to initials and titles. After another word it ends the sentence.
_DOTTED = rf"(?:{_UPPER}\.-?)+(?!\w)|(?i:{any_of([*TITLES])}|st|jr)\."
_CAPITAL = rf"(?!(?:The|A|An|In|On|At|He|She|And)\b)(?:{_DOTTED}|{_UPPER}(?:[\w’'.-]*\w)?)"
_NAME = rf"{_CAPITAL}(?:[ \t]+(?:{_PARTICLE}[ \t]+)*{_CAPITAL}){{1,4}}"
_BRACKETS = re.compile(r"[ \t]+\([^()\n]{2,60}\)")
_OTHER = re.compile(rf"[ \t\n]+(?:and|&)[ \t\n]+{_NAME}(?:[ \t]+\([^()\n]{{2,60}}\))?")
# Both have the office: «led by A and B», «Co-Chairs A and B», «A and B chaired it».
_BEFORE = re.compile(r"\b(?:by|[\w-]+s):?\s+$")
_AFTER = re.compile(
    r",?\s+(?:will\s+|would\s+)?(?:co-?)?(?:chair|facilitat|coordinat|le?a?d|presid)"
)
_WHOLE = re.compile(_NAME)
# What parts a name from the next one: an office, or the country in brackets.
_APART = re.compile(
    r"\([^()]{2,60}\)|\b(?:vice|deputy|pres)\b\.?|\bat[ -]large\b"
    rf"|\b(?:{any_of([*OFFICES, *MONTHS, *WEEKDAYS])})s?\b",
    re.IGNORECASE,
)
_SHORT = 3  # letters of an abbreviation: «WG II»
_NO_NAMES = frozenset(
    (
        *BODIES,
        *"working regional annex article agenda item decision protocol convention states".split(),
        *"republic kingdom islands united new old vice general fund funds".split(),
        *"north south east west".split(),
    )
)
_NEAR = 40  # characters before the name
_OFFICE = re.compile(rf"\b(?:{any_of(OFFICES)}|chair\w*)\b", re.IGNORECASE)


def names_in(text: str, within: Span) -> Iterator[Span]:
    """Names of persons, of two words or more: none of a country, a body or a meeting."""
    words = _APART.sub(lambda match: "|" * len(match[0]), text[slice(*within)]).replace("\n", " ")
    for match in _WHOLE.finditer(words):
        if not _is_no_person(match[0]):
            yield Span(within.start + match.start(), within.start + match.end())


def _is_no_person(name: str) -> bool:
    words = name.split()
    short = any(word.isupper() and len(word) <= _SHORT and "." not in word for word in words)
    other = any(part.lower() in _NO_NAMES for word in words for part in word.split("-"))
    return short or other or name.isupper() or is_country(name)


def names_around(text: str, span: Span) -> Span:
    """The span with the country in brackets right after it."""
    behind = _BRACKETS.match(text, span.end)
    return Span(span.start, behind.end()) if behind else span


def with_companion(text: str, span: Span, until: int) -> Span:
    """The span with «and» another name, where two are named together before `until`."""
    whole = names_around(text, span)
    other = _OTHER.match(text, whole.end, until)
    if other is None or _OFFICE.search(other[0]):
        return span
    shared = _BEFORE.search(text[max(0, span.start - _NEAR) : span.start]) or _AFTER.match(
        text, other.end()
    )
    return Span(span.start, other.end()) if shared else span
