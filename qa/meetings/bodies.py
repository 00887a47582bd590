"""The body that meets: "Library Committee", "Board of Directors", "Node Foundation TSC"."""

from __future__ import annotations

import re

from qa.meetings.head import Head, Line
from qa.meetings.labels import labelled
from qa.text import ordinal_number
from qa.types import Told

# What a group is called. The first kind meets, mostly as a part of the second; the fourth is what
# these belong to, and the fifth an event with a name of its own.
_GROUPS = (
    "committee|board|working group|group|panel|body|bodies|task force|team|subcommittee|"
    "conference of the parties|meeting of the parties|directors|trustees|governors|wg|sig|"
    "pta|squad|circle|caucus|vestry"
)
_COUNCILS = (
    "council|commission|assembly|senate|parliament|cabinet|congregation|forum|court|faculty|union|"
    "guild|department"
)
# «TSC Meeting»: a group that is called by its initials.
_INITIALS = r"(?<!\d\s)(?-i:[A-Z]{2,5}(?=\s+(?:[Mm]eeting|[Mm]inutes|[Cc]alls?)\b))"
_OWNERS = (
    "association|society|club|trust|federation|foundation|church|parish|school|district|league|"
    "company|co-operative|cooperative|inc|ltd|institute|university|authority|agency|network|alliance|partnership"
)
_EVENTS = (
    "conference|talks|workshops?|seminar|dialogue|summit|congress|symposium|colloquium|"
    "expert meeting|expert group meeting|town hall|general meeting|annual meeting|retreat|hearing"
)
_WORD = r"[^\W\d_a-z][\w’'&./+-]*"
_SMALL = r"of|the|and|for|on|in|de|la|des|du|to|with|under|&|from"
_TOKEN = re.compile(rf"{_WORD}|(?:{_SMALL})(?![\w-])|[\w’'-]+|[^\w\s]|\s+")
_NAME = re.compile(rf"(?:{_WORD})\Z")
_CONNECTS = frozenset(_SMALL.split("|"))
# Words of a title that say what it is, not who meets.
_FRAME = frozenset(
    "minutes minute meeting meetings session sessions summary report reports highlights notes note "
    "agenda draft approved final regular special annual transition transitional ordinary monthly "
    "weekly extraordinary emergency quarterly interim joint plenary proceedings record transcript "
    "log call bulletin year-end update informal the a an of from for on in at to and virtual open "
    "public closed first second third last next date unapproved official scheduled bi-weekly held "
    "january february march april may june july august september october november december "
    "inc associated related monday "
    "tuesday wednesday thursday friday saturday sunday".split()
)
# Of these, words that may be inside of a name: "Open Market Committee".
_SOFT = frozenset(
    "open public special regular joint general final annual transition ordinary informal virtual "
    "closed official interim plenary a an the of from for on in at to and".split()
)
_HARD = _FRAME - _SOFT
_SENTENCE_CHARS = 250
_ABBREVIATED = 4  # letters: "TSC" stands alone, "board" doesn't
_SUBJECT = 140  # characters in which a sentence says who met
_MET = re.compile(
    r"\b(?:met|meets|meeting of|session of|sessions of|held|convened|opened|assembled|"
    r"called to order|took place|gathered|began)\b",
    re.IGNORECASE,
)
_KINDS = tuple(
    re.compile(rf"\b(?:{kind})\b", re.IGNORECASE)
    for kind in (_GROUPS, _COUNCILS, _INITIALS, _OWNERS, _EVENTS)
)


def body_of(head: Head, counted: Told | None = None) -> Told | None:
    """A label is trusted before the title, that before the lines below it and the first sentence.

    A group is looked for in all of them first, then what it belongs to, then an event's name.
    `counted` is the abbreviation that the session is counted by, trusted like the title.
    """
    if (line := labelled(head, "body")) and 2 < len(line.text) < 100:
        return line.told(0, len(line.text))
    if found := _phrase(head.title, _KINDS[0]) or _phrase(head.title, _KINDS[1]):
        return found
    if counted and counted.how == "title":
        return counted
    named = (head.title, *head.margin, *head.opening)
    lead = [(_lead(head), kind) for kind in _KINDS[:2]]
    for lines, pattern in (*((named, kind) for kind in _KINDS), *lead):
        if found := next(filter(None, (_phrase(line, pattern) for line in lines)), None):
            return found
    return counted


def group_of(line: Line) -> str | None:
    """The group that a line names, such as a title."""
    told = _phrase(line, _KINDS[0]) or _phrase(line, _KINDS[1])
    return told.value if told else None


def _lead(head: Head) -> list[Line]:
    """The beginnings of the first sentences that say that a body met."""
    found = (line for line in head.lead[:2] if _MET.search(line.text[:_SENTENCE_CHARS]))
    return [Line(line.text[:_SUBJECT], line.start, line.how) for line in found]


def _phrase(line: Line, noun: re.Pattern[str]) -> Told | None:
    """The longest name around the noun, without the words that frame a title."""
    for match in noun.finditer(line.text):
        if not match[0][0].isupper() and line.how == "text":
            continue
        start, end = _left(line.text, match.start()), _right(line.text, match.end())
        start, end = _trimmed(line.text, start, end)
        words = line.text[start:end].split()
        short = match[0].isupper() and len(match[0]) <= _ABBREVIATED
        if start < end and (len(words) > 1 or (short and line.how != "text")):
            return line.told(start, end)
    return None


def _left(text: str, start: int) -> int:
    """Where the name begins that ends with the noun at `start`."""
    tokens = list(_TOKEN.finditer(text, 0, start))
    begin = start
    for token in reversed(tokens):
        word = token[0]
        if word.isspace():
            continue
        named = _NAME.fullmatch(word) or word.casefold() in _CONNECTS
        if not named or word.casefold() in _HARD or ordinal_number(word) is not None:
            break
        begin = token.start()
    return begin


def _right(text: str, end: int) -> int:
    """Where a name ends that goes on with "of", "on" or "for", or with "(TSC)"."""
    stop = end
    for token in _TOKEN.finditer(text, end):
        word = token[0]
        if word.isspace():
            continue
        if (
            word.casefold() in _CONNECTS
            and token.start() - stop <= 1
            and not text[stop : token.start()].strip()
        ):
            continue_from = token.end()
            following = _TOKEN.match(text, continue_from + 1)
            if following and (
                _NAME.fullmatch(following[0]) or following[0].casefold() in _CONNECTS
            ):
                stop = token.end()
                continue
            break
        if _NAME.fullmatch(word) and word.casefold() not in _FRAME and stop != end:
            stop = token.end()
            continue
        break
    return stop


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without small words and framing words at both ends."""
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", text[start:end])]
    loose = _FRAME | _CONNECTS
    while words and text[start:end][slice(*words[0])].casefold().strip(",.:") in loose:
        words.pop(0)
    while words and text[start:end][slice(*words[-1])].casefold().strip(",.:") in loose:
        words.pop()
    if not words:
        return start, start
    begin, stop = start + words[0][0], start + words[-1][1]
    return begin, begin + len(text[begin:stop].rstrip(" ,:;–—"))
