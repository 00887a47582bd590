"""Who says each sentence of a report: by a verb, a label, a pronoun, a quotation that goes on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from qa.meetings.naming import NAME, is_person
from qa.meetings.outline import Block
from qa.meetings.people import family_name, fold, parts
from qa.meetings.speakers import Voice, voices
from qa.meetings.wording import GROUP_WORDS, NOT_NAMES
from qa.types import Person, Span, Statement

_LABEL = re.compile(
    rf"[\s>*•●-]*(?:\[?\d\d?:\d\d(?::\d\d)?\]?\s+)?(?:<[^\s<>]{{1,40}}>\s+)?(?:(?P<name>{NAME})(?:\s*\([^()\n]{{1,50}}\))?|(?P<nick>@?[\w.-]{{2,24}}(?:\s[\w.-]{{2,20}}){{0,2}}))\s*[*_]{{0,2}}:[*_]{{0,2}}(?=\s|$)"
)
_NICK = re.compile(r"(?:\[?[\dT:.-]{4,24}Z?\]?\s+)?<(?P<nick>[^\s<>]{1,40})>\s+")
# «* Joyee, still two options»: a bullet that begins with somebody who is there.
_BULLET = re.compile(
    rf"\s*[-*•●○■]\s+@?(?P<name>{NAME})\s*(?:\([^()]*\)\s*)?"
    r"(?:(?:,|\s?->|\s[–—-])\s+(?=\S)|\s+(?=(?:would|could|should|not sure|still|any|agrees?|thinks?|prefers?"
    r"|in favou?r|feels?|is in|is ok|was in|likes?|wonders?|does|has concerns?|can we|had)\b))"
)
_NO_SPEAKER = frozenset(
    "note notes action actions decision decisions agreed resolved resolution question questions q a "
    "answer conclusion conclusions response summary date time place location present absent "
    "apologies attendees chair chairs scribe scribes agenda topic link links slides draft drafts "
    "issue issues status presenter presenters todo ai ps eg ie http https vote votes ayes noes motion moved "
    "outcome background discussion next previous recording minutes participants proposal proposed "
    "example update part item section session title subject from to cc re task tasks owner due".split()
)
_LINE = re.compile(r"\n(?=[ \t]*\S)")
_GOES_ON = re.compile(r"\b(?:should|would|could|must|ought to|in (?:her|his|their|its) view)\b")
_PRONOUN = re.compile(r"(He|She)\b")
_OWN = re.compile(
    r"(?i:^(?:the (?:meeting|session|group|committee|board|council|plenary|contact group|decision|draft|text|chair|agenda|motion|vote)|"
    r"delegates|parties|participants|on |in the |after |following |discussion|debate|it was |there was |a motion|a contact))"
)
# A full name: somebody else is told of.
_OTHER = re.compile(r"(?:^|[a-z,] )[A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][a-z]+")
_FEW = 3
_INITIALS = 4  # letters of a name's initials; longer capitals are headings as well
_PACKED = 3  # of so many in one that has little else
_SHARE = 8  # of so many lines one begins with a label in a transcript


@dataclass(slots=True)
class _Ears:
    """Whom one has heard so far: the last speaker, the one whose label holds, open quotations."""

    known: Collection[str]
    titles: dict[str, str]
    last: str | None = None
    mention: str | None = None
    person: str | None = None
    held: str | None = None
    quoting: bool = False
    fresh: bool = False
    found: list[Statement] = field(default_factory=list)

    def hear(self, speaker: str, span: Span, stance: str | None = None) -> None:
        self.fresh = True
        if not _is_group(speaker):
            self.person = speaker
        self.found.append(Statement(speaker, span, stance))


def statements(
    text: str, blocks: Sequence[Block], people: Sequence[Person]
) -> tuple[Statement, ...]:
    """Each sentence that somebody says, once for each who says it, in order."""
    known = _known(text, blocks, people)
    labels = _labels(text, blocks, known, people)
    ears = _Ears(known, _titles(people))
    section: str | None = None
    for block in blocks:
        if block.heading or block.section != section:
            ears.last = ears.held = ears.person = None
            section = block.section
        if not block.heading and not block.is_row:
            _hear_block(text, block, labels, ears)
    return tuple(ears.found)


def _hear_block(text: str, block: Block, labels: Collection[str], ears: _Ears) -> None:
    ears.quoting = False
    ears.mention = None
    if block.alone or block.mark:
        ears.held = None
    before = ears.last
    first = True
    for sentence in block.sentences:
        for span in _utterances(text, sentence, labels):
            _hear(text, span, block, labels, ears, first)
            first = False
    if ears.last == before and not ears.held:
        ears.last = None


def _hear(
    text: str, span: Span, block: Block, labels: Collection[str], ears: _Ears, first: bool
) -> None:
    words = text[slice(*span)]
    if label := _label(words, labels, ears.known):
        ears.held = ears.last = label
        ears.hear(label, span)
        return
    if ears.held:
        ears.hear(ears.held, span)
        return
    if ears.quoting and ears.last:
        ears.hear(ears.last, span)
        ears.quoting = not _closes(words)
        return
    mark = len(block.mark) if span.start == block.span.start else 0
    heard = voices(words[mark:], ears.known)
    if ears.last is None or (ears.mention and not ears.fresh):
        ears.last = ears.mention or ears.last
    ears.mention = _mention(words[mark:]) or ears.mention
    if not heard and ears.last and _PRONOUN.match(words, mark):
        heard = [Voice(_PRONOUN.match(words, mark)[1].lower(), None, True)]  # type: ignore[index]
    named = [voice for voice in heard if not voice.pronoun]
    spoke = False
    if heard:
        ears.mention = None
    for voice in heard:
        speaker = _meant(voice, ears, named) if voice.pronoun else voice.name
        if speaker:
            if not (
                ears.found and (ears.found[-1].speaker, ears.found[-1].span) == (speaker, span)
            ):
                ears.hear(speaker, span, voice.stance)
            spoke = True
            if voice.main or ears.last is None:
                ears.last = speaker
    if not spoke and _mention(words[mark:]) and ears.mention:
        ears.fresh = False
    if not spoke and ears.last and not first and words[:1] in "“«":
        ears.hear(ears.last, span)
    elif not spoke and ears.last and ears.fresh and not first and _continues(words):
        ears.hear(ears.last, span)
    elif not spoke and (_OWN.match(words) or _OTHER.search(words)):
        ears.fresh = False
    ears.quoting = _opens(words) and ears.last is not None


_MENTION = re.compile(rf"(?:^|\bby\s+(?:the\s+)?)(?P<name>{NAME})")


def _mention(words: str) -> str | None:
    """Who is named in front, or as the one who did something: a pronoun may mean him."""
    for match in _MENTION.finditer(words[:240]):
        if " " in match["name"] and is_person(match["name"]) and not match["name"].isupper():
            return " ".join(match["name"].split())
    return None


def _meant(voice: Voice, ears: _Ears, named: Sequence[Voice]) -> str | None:
    """Whom a pronoun means: the last who spoke, if the title doesn't contradict."""
    if ears.last is None or voice.name == "they":
        return ears.last if voice.name == "they" else None
    meant = ears.person if _is_group(ears.last) else ears.last  # «the board» is no she
    if meant is None:
        return None
    title = parts(meant).title or ears.titles.get(family_name(meant), "")
    return None if title and title != voice.name else meant


def _is_group(speaker: str) -> bool:
    words = [word for word in speaker.split() if word.lower() != "the"]
    last = words[-1].lower() if words else ""
    return not any(word[0].isupper() for word in words) or (
        last in GROUP_WORDS and not speaker.isupper()
    )


def _continues(words: str) -> bool:
    """Whether a sentence without a speaker goes on with what the last one said."""
    other = _OWN.match(words) or _OTHER.search(words)
    return bool(_GOES_ON.search(words)) and not other


def _opens(words: str) -> bool:
    """Whether a quotation begins that the sentence doesn't end."""
    last = max(words.rfind("“"), words.rfind("«"))
    if last >= 0:
        return max(words.rfind("”"), words.rfind("»")) < last
    return words.count('"') % 2 == 1


def _closes(words: str) -> bool:
    return any(mark in words for mark in "”»") or words.count('"') % 2 == 1


def _utterances(text: str, sentence: Span, labels: Collection[str]) -> Iterator[Span]:
    """The lines of a sentence that begin with a label, each a span."""
    words = text[slice(*sentence)]
    if "\n" not in words:
        yield sentence
        return
    starts = [0]
    for match in _LINE.finditer(words):
        if _label(words[match.end() : match.end() + 90], labels, ()):
            starts.append(match.end())
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        part = words[start:end]
        left = len(part) - len(part.lstrip())
        yield Span(sentence.start + start + left, sentence.start + start + len(part.rstrip()))


def _label(words: str, labels: Collection[str], known: Collection[str]) -> str | None:
    """The speaker whose label stands in front."""
    match = _LABEL.match(words)
    if match:
        name = match["nick"] or match["name"]
        if fold(name).lstrip("@") in labels:
            return " ".join(name.split()).lstrip("@")
    if nick := _NICK.match(words):
        inner = _SCRIBED.match(words, nick.end())
        # A scribe writes down who speaks.
        return inner[1] if inner and f"<{nick['nick']}>" in labels else nick["nick"]
    bullet = _BULLET.match(words)
    if bullet and f"*{fold(bullet['name'])}" in labels:
        return bullet["name"]
    return None


_SCRIBED = re.compile(r"([\w-]{2,24}):\s")
_SCRIBE = re.compile(r"(?i:\bscribe(?:nick)?\b)\s*(?::|is|=)\s*([\w-]+)")


def _labels(
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
                low = fold(written).lstrip("@")
                counted[low] += 1
                if written.isupper() and len(written) > _INITIALS:
                    capitals.add(low)
                if _names_somebody(written, known):
                    names.add(low)
                elif written in known or (match["name"] and " " not in written):
                    single.add(low)
            elif (bullet := _BULLET.match(line)) and bullet["name"].split()[0] in known:
                names.add(f"*{fold(bullet['name'])}")
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
    if label.isupper() and " " in label:
        return label in known
    if label.startswith("@") or label in known or label.split()[0] in known:
        return True
    return " " in label and is_person(label) and not label.isupper()


def _folded(known: Collection[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in known)


def _is_no_speaker(label: str) -> bool:
    words = label.split()
    if any(word in GROUP_WORDS or not word.strip(".").isalpha() for word in words[1:]):
        return True
    return any(word in _NO_SPEAKER for word in words) or label in NOT_NAMES or label.isdigit()


def _known(text: str, blocks: Sequence[Block], people: Sequence[Person]) -> frozenset[str]:
    """Single words that name somebody: parts of the people's names, their handles, and words that
    are written with a capital alone."""
    found: set[str] = set()
    for person in people:
        found.update(word for word in person.name.split() if word[0].isupper())
        found.add(person.name)
        found.update(_HANDLE.findall(text, *person.said))
    if blocks:
        span = Span(blocks[0].span.start, blocks[-1].span.end)
        small = set(_SMALL.findall(text, *span))
        capitals = {*_INSIDE.findall(text, *span), *_FIRST.findall(text, *span)}
        found.update(word for word in capitals if word.lower() not in small)
    return frozenset(
        word for word in found if word.lower() not in NOT_NAMES and word.lower() not in GROUP_WORDS
    )


_HANDLE = re.compile(r"@([\w-]{3,})")
_SMALL = re.compile(r"\b[a-z]{3,}\b")
_FIRST = re.compile(r"(?m)(?:^[\s>*•●-]*|[.?!;]\s+)([A-Z][a-z’-]+)(?=,? [a-z]|, |:)")
_INSIDE = re.compile(r"(?<=[a-z,;] )[A-Z][\w’-]+")


def _titles(people: Sequence[Person]) -> dict[str, str]:
    """She or he, by family name, where a title tells it."""
    return {
        family_name(person.name): title for person in people if (title := parts(person.name).title)
    }
