"""The kinds of questions: a table that is read from the top, and its first row that matches.

`kind_rows` puts the rows in order. What none claims is a fact if it is a question, and else a
search.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from qa.questions.kind_rows import ROWS
from qa.questions.tokens import tokens
from qa.questions.vocabulary import ASKING, AUXILIARIES, GATHERINGS, OFFICE_WORDS, one_of
from qa.types import Aspect, Kind

_ASKS = re.compile(
    rf"(?:{one_of(ASKING)}|{one_of(AUXILIARIES)}|whether|if|who's|what's|where's|when's|list|name"
    rf"|summari[sz]e|explain|describe|give me"
    rf"|(?:in|at|on|by|for|to|from|with|under|of|until|since) "
    rf"(?:{one_of(ASKING)}))\b",
    re.IGNORECASE,
)
_FEW = 3  # words that are a search even with a question mark
_MARKS = re.compile("[?؟？]")
_MOST = 8  # words of a bare phrase
_OFFICE = re.compile(rf"\b(?:{one_of(OFFICE_WORDS)})\b", re.IGNORECASE)
# What things have, of which a bare phrase asks: «ticket price annual dinner».
_ATTRIBUTE = re.compile(
    r"\b(?:date|deadline|(?:start|starting|opening|closing|finishing) time|hours|venue|location|"
    r"address|costs?|price|fees?|fare|amount|number|turnout|results?|percentage|length|"
    r"quorum|winner|successor|salar(?:y|ies))\b(?P<of> (?:of|for|per|at)\b)?",
    re.IGNORECASE,
)
_ENOUGH = 3  # telling words of such a phrase without «of»: two may be the name of a thing
_GATHERING = re.compile(rf"\b(?:{one_of(GATHERINGS)})s?\b", re.IGNORECASE)
# Such a phrase asks for all of them whatever meeting it names: «open actions», «to do list may».
_DEEDS = re.compile(
    r"^(?:(?:all|the|any|open|outstanding|pending|new|latest|last|our|list of) )*(?:decisions"
    r"|resolutions|action (?:points|items|list)|actions|to[- ]?do(?:s|[- ]list)|motions|attendees"
    r"|absentees|agenda)(?: [\w'’-]+){0,2}$",
    re.IGNORECASE,
)
# A bare phrase asks where it names what a meeting's record has, and the meeting.
_FIELDS: tuple[tuple[re.Pattern[str], Kind, Aspect], ...] = (
    (
        re.compile(r"\b(?:next|upcoming)\b.*\b(?:place|venue|location)\b", re.I),
        "fact",
        "next place",
    ),
    (re.compile(r"^(?:date of )?(?:the )?(?:next|upcoming)\b", re.I), "fact", "next day"),
    (
        re.compile(rf"^(?:all |the )*(?:[\w-]+ )?(?:{one_of(GATHERINGS)})s\b(?! ?\w*ed\b)", re.I),
        "list",
        "meetings",
    ),
    (re.compile(r"\bdates?\b", re.I), "fact", "day"),
    (re.compile(r"\b(?:venue|location|place|city)\b", re.I), "fact", "place"),
    (
        re.compile(r"\b(?:attendees|participants|attendance|members present)\b", re.I),
        "list",
        "attendance",
    ),
    (re.compile(r"\b(?:absent|absentees|apologies)\b", re.I), "list", "absent"),
    (re.compile(r"\b(?:decisions|resolutions)\b", re.I), "list", "decisions"),
    (re.compile(r"\b(?:actions?|to[- ]?do(?:s|[- ]list))\b", re.I), "list", "actions"),
    (re.compile(r"\bmotions\b", re.I), "list", "motions"),
    (re.compile(r"\bvotes\b", re.I), "list", "votes"),
    (re.compile(r"\bagenda\b", re.I), "list", "agenda"),
    (re.compile(r"\b(?:summary|outcomes?|recap)\b", re.I), "summary", "decisions"),
)


class Recognised(NamedTuple):
    kind: Kind
    aspect: Aspect | None = None
    person: str | None = None
    rest: int = 0


def recognise(question: str, named: bool = False) -> Recognised:
    """The kind and the aspect. `person` is whom the row names, and `rest` where its words end.

    `named` says that the question names a meeting of the collection.
    """
    plain = question.strip(" ?.!\"'")
    for row in ROWS:
        if match := row.pattern.search(plain):
            groups = match.groupdict()
            person = next((v for k, v in groups.items() if k.startswith("person") and v), None)
            if not (person and row.not_person and row.not_person.search(person)):
                return Recognised(row.kind, row.aspect, person, match.end())
    if asks(question):
        return Recognised("fact")
    return _phrase(plain, named)


def asks(question: str) -> bool:
    """Whether it has the form of a question or is as long as one, and no bare phrase."""
    plain = question.strip(" ?.!\"'")
    size = len(plain.split())
    marked = bool(_MARKS.search(question)) and (size > _FEW or _other_script(plain))
    return bool(_ASKS.match(plain)) or size > _MOST or marked


def _other_script(plain: str) -> bool:
    """Whether it has no Latin letters: then a question is known by its mark alone."""
    letters = [sign for sign in plain if sign.isalpha()]
    return bool(letters) and not any(sign.isascii() for sign in letters)


def _phrase(plain: str, named: bool) -> Recognised:
    if not (named or _GATHERING.search(plain) or _DEEDS.match(plain)):
        return Recognised("fact" if _asks_for_attribute(plain) else "search")
    for pattern, kind, aspect in _FIELDS:
        if pattern.search(plain):
            return Recognised(kind, aspect)
    if _OFFICE.search(plain):
        return Recognised("fact", "offices")
    return Recognised("fact" if _asks_for_attribute(plain) else "search")


def _asks_for_attribute(plain: str) -> bool:
    """Whether it names what a thing has, and the thing."""
    match = _ATTRIBUTE.search(plain)
    if match is None:
        return False
    telling, its = (sum(token.tells for token in tokens(one)) for one in (plain, match[0]))
    return telling > its if match["of"] else telling >= _ENOUGH
