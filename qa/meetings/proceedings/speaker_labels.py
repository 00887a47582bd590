"""Labels in front of what is said: «Mara Quist: …», «MT: …», «* Mara, …»."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from qa.meetings.proceedings.names import NAME, is_person
from qa.meetings.proceedings.outline import Block
from qa.meetings.wording import GROUP_WORDS, NOT_NAMES
from qa.text import unaccented
from qa.types import Person

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
    """The labels that are speakers': of people who are there, or that come again and again."""
    counted: Counter[str] = Counter()
    names: set[str] = set()
    single: set[str] = set()
    capitals: set[str] = set()
    lists = {person.said for person in people if person.presence}
    for block in blocks:
        names.update(f"<{nick}>" for nick in _SCRIBE.findall(block.text))
        if block.heading or block.span in lists or (":" not in block.text and not block.mark):
            continue
        for line in _openings(text, block):
            if match := _LABEL.match(line):
                written = match["nick"] or match["name"]
                low = unaccented(written).lstrip("@")
                counted[low] += 1
                if written.isupper() and len(written) > _INITIALS:
                    capitals.add(low)
                if _names_somebody(written, known):
                    names.add(low)
                elif written in known or (match["name"] and " " not in written):
                    single.add(low)
            elif (bullet := _BULLET.match(line)) and bullet["name"].split()[0] in known:
                names.add(f"*{unaccented(bullet['name'])}")
    if names:  # where people have labels, one word may be a name as well
        names |= {low for low in single if low not in counted or low in _folded(known)}
    lines = sum(block.text.count("\n") + 1 for block in blocks) or 1
    packed = sum(counted.values()) * _PACKED >= lines
    dense = sum(counted.values()) * _SHARE >= lines
    often = {
        label
        for label, count in counted.items()
        if (count >= _FEW if " " not in label else count >= _FEW + 1 or packed)
        and (count >= _FEW or label not in capitals)
        and "." not in label
        and dense
    }
    said = {low for low in names | often if low[0] == "<" or not _is_no_speaker(low)}
    return frozenset(said)


def _openings(text: str, block: Block) -> Iterator[str]:
    """The beginnings of lines and sentences, where labels stand."""
    yield from block.text.split("\n")
    yield from (text[slice(*sentence)] for sentence in block.sentences[1:])


def _names_somebody(label: str, known: Collection[str]) -> bool:
    first = label.split()[0]
    if " " in label and first.isupper() and (label.isupper() or len(first) > _SHORT):
        return label in known  # «ACTION ITEMS», «TSC Elections»
    if label.startswith("@") or label in known or first in known:
        return True
    return " " in label and is_person(label) and not label.isupper()


def _folded(known: Collection[str]) -> frozenset[str]:
    return frozenset(unaccented(word) for word in known)


def _is_no_speaker(label: str) -> bool:
    words = label.split()
    if any(word in GROUP_WORDS or not word.strip(".").isalpha() for word in words[1:]):
        return True
    return any(word in _NO_SPEAKER for word in words) or label in NOT_NAMES or label.isdigit()
