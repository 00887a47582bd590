"""Labels in front of what is said: «Mara Quist: …», «MT: …», «* Mara, …».

A label is somebody's by the people of the meeting, by its shape (a title or several capitalised
words that are no common ones), as an office that speaks in sentences, or as a nick that comes again
and again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from qa.meetings.proceedings.known_names import proper_names, small_words
from qa.meetings.proceedings.names import NAME, is_person
from qa.meetings.proceedings.naming import only_people
from qa.meetings.proceedings.outline import Block
from qa.meetings.proceedings.spoken_offices import spoken_offices
from qa.meetings.wording import GROUP_WORDS, NOT_NAMES
from qa.text import TITLES, unaccented
from qa.types import Person, Span

_LABEL = re.compile(
    rf"[\s>*•●-]*+(?:\[?\d\d?:\d\d(?::\d\d)?\]?\s++)?(?:<[^\s<>]{{1,40}}>\s++)?(?:(?P<name>{NAME})"
    rf"(?:\s*\([^()\n]{{1,50}}\))?|(?P<nick>@?[\w.-]{{2,24}}"
    rf"(?:\s[\w.-]{{2,20}}){{0,2}}))\s*[*_]{{0,2}}:[*_]{{0,2}}(?=\s|$)"
)
_NICK = re.compile(r"(?:\[?[\dT:.-]{4,24}Z?\]?\s+)?<(?P<nick>[^\s<>]{1,40})>\s+")
# «* Joyee, still two options»: a bullet that begins with somebody who is there.
_BULLET = re.compile(
    rf"\s*[-*•●○■]\s+@?(?P<name>{NAME})\s*(?:\([^()]*\)\s*)?"
    r"(?:(?:,|\s?->|\s[–—-])\s+(?=\S)|\s+(?=(?:would|could|should|not sure|still|any|agrees?"
    r"|thinks?|prefers?"
    r"|in favou?r|feels?|is in|is ok|was in|likes?|wonders?|does|has concerns?|can we|had)\b))"
)
_NO_SPEAKER = frozenset(
    "note notes action actions decision decisions agreed resolved resolution question "
    "questions q a "
    "answer conclusion conclusions response summary date time place location present absent "
    "apologies attendees chair chairs scribe scribes agenda topic link links slides draft drafts "
    "issue issues status presenter presenters todo ai ps eg ie http https vote votes ayes noes "
    "motion moved "
    "outcome background discussion next previous recording minutes participants proposal proposed "
    "example update part item section session title subject from to cc re task tasks owner "
    "due".split()
)
# «Received:», «Abstaining:» tell what was done; Ahmed and Mohammed are names.
_DONE = re.compile(r"(?:[A-Z][a-z]{2,}(?:(?<![hm]m)ed|ing)|[A-Z]{3,}(?:(?<![HM]M)ED|ING))")
_ROW = re.compile(r"\s\|\s")  # a row of a table, whose cells have the labels of their columns
_NAMES = 120  # characters of names behind a label
_FEW = 3
_INITIALS = 4  # letters of a name's initials; longer capitals are headings as well
_SHORT = 2  # letters of «J.»; longer capitals in front are no given name
_PACKED = 3  # of so many in one that has little else
_SHARE = 8  # of so many lines one begins with a label in a transcript
_SCRIBED = re.compile(r"([\w-]{2,24}):\s")
_SCRIBE = re.compile(r"(?i:\bscribe(?:nick)?\b)\s*(?::|is|=)\s*([\w-]+)")


def label_of(words: str, labels: Collection[str]) -> str | None:
    """The speaker whose label stands in front."""
    match = _LABEL.match(words)
    if match:
        name = match["nick"] or match["name"]
        if unaccented(name).lstrip("@") in labels:
            return " ".join(name.split()).lstrip("@")
    if nick := _NICK.match(words):
        inner = _SCRIBED.match(words, nick.end())
        # A scribe writes down who speaks.
        return inner[1] if inner and f"<{nick['nick']}>" in labels else nick["nick"]
    bullet = _BULLET.match(words)
    if bullet and f"*{unaccented(bullet['name'])}" in labels:
        return bullet["name"]
    return None


def labels_of(
    text: str, blocks: Sequence[Block], known: Collection[str], people: Sequence[Person]
) -> frozenset[str]:
    """The labels that are speakers': of people, of offices, or that come again and again."""
    proper = proper_names(text, blocks, people)
    written = list(_written(_lines(text, blocks, people), proper))
    counted = Counter(one.low for one in written)
    lines = sum(block.text.count("\n") + 1 for block in blocks) or 1
    total = sum(counted.values())
    names = {one.low for one in written if _names_somebody(one.label, proper)}
    if names:  # where people have labels, one word may be a name as well
        names |= {one.low for one in written if one.label in known}
    names |= {f"<{nick}>" for block in blocks for nick in _SCRIBE.findall(block.text)}
    names |= set(_bullets(text, blocks, known, people))
    if total * _SHARE >= lines:  # a transcript
        names |= _often(written, counted, packed=total * _PACKED >= lines)
        names |= _in_capitals(written, counted, proper, small_words(text, blocks))
    said = {low for low in names if low[0] == "<" or not _is_no_speaker(low)}
    return frozenset(said | spoken_offices(blocks))


@dataclass(frozen=True, slots=True)
class _Label:
    """A label as written, and folded."""

    label: str
    low: str
    is_name: bool


def _written(lines: Iterable[str], proper: Collection[str]) -> Iterator[_Label]:
    for line in lines:
        match = _LABEL.match(line)
        if match and not _ROW.search(line, match.end()) and not _is_held(line[match.end() :]):
            label = match["nick"] or match["name"]
            if label in proper or not _DONE.fullmatch(label):
                yield _Label(label, _low(label), match["name"] is not None)


def _is_held(rest: str) -> bool:
    """Whether only full names stand behind the label: they have the office that it tells."""
    words = rest.strip()
    named = only_people(words, Span(0, len(words))) if 0 < len(words) < _NAMES else []
    return bool(named) and all(" " in one.name for one in named)


def _bullets(
    text: str, blocks: Sequence[Block], known: Collection[str], people: Sequence[Person]
) -> Iterator[str]:
    for line in _lines(text, blocks, people):
        bullet = None if _LABEL.match(line) else _BULLET.match(line)
        if bullet and bullet["name"].split()[0] in known:
            yield f"*{unaccented(bullet['name'])}"


def _lines(text: str, blocks: Sequence[Block], people: Sequence[Person]) -> Iterator[str]:
    lists = {person.said for person in people if person.presence}
    for block in blocks:
        if not (block.heading or block.span in lists) and (":" in block.text or block.mark):
            yield from _openings(text, block)


def _often(written: Sequence[_Label], counted: Counter[str], *, packed: bool) -> set[str]:
    """Nicks: one word that comes again, or some where there is little else."""
    capitals = {one.low for one in written if one.label.isupper() and len(one.label) > _INITIALS}
    shaped = {one.low for one in written if one.is_name}
    return {
        low
        for low, count in counted.items()
        if (count >= _FEW if " " not in low else count > _FEW or (packed and low in shaped))
        and (count >= _FEW or low not in capitals)
        and "." not in low
    }


def _in_capitals(
    written: Sequence[_Label],
    counted: Counter[str],
    proper: Collection[str],
    small: Collection[str],
) -> set[str]:
    """«SINEAD FARRELLY», «MRS PARFITT»: capitals that are no words of the text, where some come
    again, have a title or are named elsewhere."""
    shaped = [one for one in written if _is_shaped(one, small)]
    sure = {
        one.low
        for one in shaped
        if counted[one.low] > 1
        or one.low.split()[0] in TITLES
        or any(word.capitalize() in proper for word in one.low.split())
    }
    return {one.low for one in shaped} if len(sure) >= _FEW else sure


def _is_shaped(one: _Label, small: Collection[str]) -> bool:
    words = one.low.split()
    titled = words[0].strip(".") in TITLES
    rest = words[titled:]
    shaped = one.is_name and one.label.isupper() and bool(rest) and len(words) > 1
    return shaped and is_person(one.label) and not any(word in small for word in rest)


def _openings(text: str, block: Block) -> Iterator[str]:
    """The beginnings of lines and sentences, where labels stand."""
    yield from block.text.split("\n")
    yield from (text[slice(*sentence)] for sentence in block.sentences[1:])


def _names_somebody(label: str, proper: Collection[str]) -> bool:
    first = label.split()[0]
    if " " in label and first.isupper() and (label.isupper() or len(first) > _SHORT):
        return label in proper  # «ACTION ITEMS», «TSC Elections»
    if label.startswith("@") or label in proper:
        return True
    if first in proper and label.split()[-1][0].islower():
        return " " in label and label.split()[1][0].isupper()  # «Ivo Ash fentrust»
    return (first in proper or " " in label) and is_person(label) and not label.isupper()


def _low(label: str) -> str:
    return unaccented(label).lstrip("@")


def _is_no_speaker(label: str) -> bool:
    words = label.split()
    if any(word in GROUP_WORDS or not word.strip(".").isalpha() for word in words[1:]):
        return True
    return any(word in _NO_SPEAKER for word in words) or label in NOT_NAMES or label.isdigit()
