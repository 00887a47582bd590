"""Who says each sentence of a report: by a verb, a label, a pronoun, a quotation that goes on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from qa.meetings.people import family_name, parts
from qa.meetings.proceedings.known_names import known_names, titles_by_name
from qa.meetings.proceedings.names import NAME, is_person
from qa.meetings.proceedings.outline import Block
from qa.meetings.proceedings.predicates import Voice
from qa.meetings.proceedings.speaker_labels import label_of, labels_of
from qa.meetings.proceedings.speakers import voices
from qa.meetings.wording import GROUP_WORDS
from qa.types import Person, Span, Statement

_LINE = re.compile(r"\n(?=[ \t]*\S)")
_GOES_ON = re.compile(r"\b(?:should|would|could|must|ought to|in (?:her|his|their|its) view)\b")
_PRONOUN = re.compile(r"(He|She)\b")
_OWN = re.compile(
    r"(?i:^(?:the (?:meeting|session|group|committee|board|council|plenary|contact group"
    r"|decision|draft|text|chair|agenda|motion|vote)|"
    r"delegates|parties|participants|on |in the |after |following |discussion|debate|it was "
    r"|there was |a motion|a contact))"
)
# A full name: somebody else is told of.
_OTHER = re.compile(r"(?:^|[a-z,] )[A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][a-z]+")
_FRONT = re.compile(rf"(?P<name>{NAME})")
_DOER = re.compile(rf"\bby\s+(?:the\s+)?(?P<name>{NAME})")
_DOER_CHARS = 240
_RECENT = 3  # of those who spoke before, whom a pronoun may mean
# «said that his firm», not «thanked her and».
_OF_SELF = re.compile(
    r"\b(?:s?he|his|her(?=\s+(?!(?:and|or|for|to|that|if|whether|about|why|how|what|in|on|at|with)\b)[a-z]))\b",
    re.IGNORECASE,
)
_HEADING_CHARS = 60  # what is longer may be a line of prose that looks like one


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
    recent: list[str] = field(default_factory=list)

    def sex_of(self, name: str) -> str:
        """She or he, by the title, or by the first pronoun that meant the person."""
        return parts(name).title or self.titles.get(family_name(name), "")

    def learn(self, name: str, words: str) -> None:
        """Whether it is she or he, by the first pronoun of what the person says."""
        self.recent = [*[one for one in self.recent if one != name][-_RECENT:], name]
        own = _OF_SELF.search(words)
        if own and not self.sex_of(name):
            self.titles[family_name(name)] = "he" if own[0].lower() in ("he", "his") else "she"

    def hear(self, speaker: str, span: Span, stance: str | None = None) -> None:
        self.fresh = True
        if not _is_group(speaker):
            self.person = speaker
        self.found.append(Statement(speaker, span, stance))


def statements(
    text: str, blocks: Sequence[Block], people: Sequence[Person]
) -> tuple[Statement, ...]:
    """Each sentence that somebody says, once for each who says it, in order."""
    known = known_names(text, blocks, people)
    labels = labels_of(text, blocks, known, people)
    ears = _Ears(known, titles_by_name(people))
    section: str | None = None
    for block in blocks:
        if block.heading or block.section != section:
            ears.last = ears.held = ears.person = None
            ears.recent.clear()
            section = block.section
        if not block.is_row and not (block.heading and len(block.text) < _HEADING_CHARS):
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
    if label := label_of(words, labels):
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
    spoke = False
    if heard:
        ears.mention = None
    for voice in heard:
        speaker = _meant(voice, ears) if voice.pronoun else voice.name
        if speaker:
            if not (
                ears.found and (ears.found[-1].speaker, ears.found[-1].span) == (speaker, span)
            ):
                ears.hear(speaker, span, voice.stance)
            if len(heard) == 1 and not _is_group(speaker):
                ears.learn(speaker, voice.name if voice.pronoun else words)
            spoke = True
            if voice.main or ears.last is None:
                ears.last = speaker
    if not spoke and _mention(words[mark:]) and ears.mention:
        ears.fresh = False
    if (not spoke and ears.last and not first and words[:1] in "“«") or (
        not spoke and ears.last and ears.fresh and not first and _continues(words)
    ):
        ears.hear(ears.last, span)
    elif not spoke and (_OWN.match(words) or _OTHER.search(words)):
        ears.fresh = False
    ears.quoting = _opens(words) and ears.last is not None


def _mention(words: str) -> str | None:
    """Who is named in front, or as the one who did something: a pronoun may mean him."""
    match = _FRONT.match(words)
    if match is None or not _is_full(match["name"]):
        match = _DOER.search(words, 0, _DOER_CHARS) if "by " in words else None
    if match is None or not _is_full(match["name"]):
        return None
    return " ".join(match["name"].split())


def _is_full(name: str) -> bool:
    return " " in name and not name.isupper() and is_person(name)


def _meant(voice: Voice, ears: _Ears) -> str | None:
    """Whom a pronoun means: the last who spoke and is she or he, as far as it is told."""
    if ears.last is None or voice.name == "they":
        return ears.last if voice.name == "they" else None
    meant = ears.person if _is_group(ears.last) else ears.last  # «the board» is no she
    if meant is None:
        return None
    if ears.sex_of(meant) in ("", voice.name):
        return meant
    fitting = (one for one in reversed(ears.recent) if ears.sex_of(one) in ("", voice.name))
    return next((one for one in fitting if one != meant), None)


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
        if label_of(words[match.end() : match.end() + 90], labels):
            starts.append(match.end())
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        part = words[start:end]
        left = len(part) - len(part.lstrip())
        yield Span(sentence.start + start + left, sentence.start + start + len(part.rstrip()))
