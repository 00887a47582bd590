"""Sentences that tell who was present: «X and Y were absent»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qa.meetings.proceedings.names import is_person
from qa.meetings.proceedings.naming import Named, only_people, people_in
from qa.meetings.proceedings.outline import Block
from qa.meetings.proceedings.presence import presence_label
from qa.types import Person, Presence, Span

# «Present were …», «Board members present were …», «Also present for a part was …».
_WERE = re.compile(
    r"(?P<label>(?:(?:Also|Others?|Those|The|Board|Committee|Council|Staff|Members?|Directors?"
    r"|Trustees?"
    r"|Councillors?|following|[Mm]embers?|[Dd]irectors?|[Pp]eople|other|board|also)\s+){0,4}"
    r"(?:[Pp]resent|PRESENT|ABSENT|[Ii]n attendance|[Aa]ttending|[Aa]bsent|[Ee]xcused"
    r"|[Nn]ot present|[Uu]nable to attend))"
    r"\b(?P<between>[^.:;,]{0,50}?)\s*(?:\b(?:were|was|included|are)\b:?|:)\s+"
)
_FROM = re.compile(
    r"(?i:\b(?:apologies|regrets)(?: for (?:absence|non-attendance))?|leave of absence)\s+"
    r"(?:[a-z]+\s+){0,4}?(?:from|for|by|to|on behalf of)\s+"
)
# «X and Y were absent», «X sent apologies», «… attended».
_DID: tuple[tuple[Presence, re.Pattern[str]], ...] = (
    (
        "apologies",
        re.compile(
            r"\s+(?:(?:was|were) excused|(?:has |have |had )?sent (?:his |her "
            r"|their )?(?:apologies|regrets)|(?:gave|tendered|offered) (?:his |her "
            r"|their )?apologies)\b"
        ),
    ),
    (
        "absent",
        re.compile(
            r"\s+(?:(?:was|were) (?:also )?(?:absent|not present|not in attendance"
            r"|unable to attend|away)|did not attend|could not attend)\b"
        ),
    ),
    (
        "present",
        re.compile(
            r",?\s+(?:(?:was|were) (?:also |all )?(?:present|in attendance)|(?:also )?attended"
            r"|presided"
            r"|was in the chair|took (?:the )?(?:minutes|notes|chair))\b(?=\s*(?:[.,;]|$|\n"
            r"|the meeting|by|via|remotely|for))"
        ),
    ),
)
_HINT = re.compile(
    r"resent\b|PRESENT|bsent\b|ABSENT|ttend|xcused|pologies|egrets|presided|took the"
    r"|in the chair|Leave of"
)
# «from the federations of Kestria and Noria»: those aren't people.
_OF_GROUPS = re.compile(r"(?:the\s+)?[a-z]+s?\s+of\s+")
_FIRST = 6000  # characters from the meeting's beginning in which a sentence tells attendance


def said_presence(text: str, blocks: Sequence[Block]) -> Iterator[Person]:
    """Sentences that say it."""
    if not blocks:
        return
    last = blocks[0].span.start + _FIRST
    for block in blocks:
        if block.span.start > last:
            return
        if not block.heading and not block.is_row:
            for sentence in block.sentences:
                yield from _sentence(text, sentence)


def _sentence(text: str, sentence: Span) -> Iterator[Person]:
    start, end = sentence
    words = text[start:end]
    if not _HINT.search(words):
        return
    found = list(_WERE.finditer(words))
    ends = [start + match.start() for match in found[1:]] + [end]
    for match, stop in zip(found, ends, strict=False):
        told = presence_label(match["label"]) or ("absent" if "nable" in match["label"] else None)
        if told and (match.start() == 0 or words[match.start() - 1] in " \n."):
            names = people_in(text, Span(start + match.end(), stop))
            yield from (as_person(one, sentence, told) for one in names)
    if excused := _FROM.search(words):
        names = people_in(text, Span(start + excused.end(), end))
        if _OF_GROUPS.match(text, start + excused.end(), end):
            names = [one for one in names if " " in one.name]
        yield from (as_person(one, sentence, "apologies") for one in names)
    for said, pattern in _DID:
        for did in pattern.finditer(words):
            yield from _before(text, sentence, did.start(), said)


def _before(text: str, sentence: Span, at: int, told: Presence) -> Iterator[Person]:
    """The people in front of «were absent», if nothing else stands there."""
    names = only_people(text, Span(sentence.start, sentence.start + at))
    yield from (as_person(one, sentence, told) for one in names if is_person(one.name))


def as_person(named: Named, said: Span, told: Presence) -> Person:
    return Person(named.name, named.role, named.span, said, named.organisation, told)
