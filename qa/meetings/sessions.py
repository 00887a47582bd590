"""The number of a session: "COP 5", "IPCC-40", "the fortieth session of the panel"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from qa.meetings.head import Head, Line
from qa.meetings.labels import labelled
from qa.text import MONTHS, ORDINAL, any_of, ordinal_number
from qa.types import Told

# An abbreviation and a number; "AWG-LCA 7", "COP/MOP 2", "AG13 3", "ADP 2-8", "IETF100".
_NUMBERED = re.compile(
    r"(?<![\w/.-])(?P<name>[A-Z][A-Z]*(?:[/-][A-Z]+\d{0,2})*[A-Z]\d{0,2}(?=[\s-])|[A-Z]{2,}(?:[/-][A-Z]{2,})*)"
    r"(?:\s?-\s?|\s)?(?P<number>\d{1,3}(?:-\d{1,2})?)(?![\w/]|\.\d|-\d|:\d)"
    rf"(?!\s+(?:{any_of([month.upper() for month in MONTHS])}|{any_of(MONTHS)}|(?:19|20)\d\d\b))"
)
# Abbreviations that stand before numbers that count no sessions.
_NO_SESSIONS = frozenset(
    "RFC ISO UTC GMT AM PM US UN USD EUR CHF NO PP WP L ANNEX ARTICLE ITEM ROOM UTF "
    "SHA COVID GROUP PART PHASE VOL PAGE JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC JANUARY "
    "FEBRUARY MARCH APRIL JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER TO FROM OF THE AND "
    "IN ON AT BY FOR DAY WEEK MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY BOX ACT "
    "BILL CASE RULE SESSION MEETING TRACK SECTION CHAPTER CR HB ES IS IPV".split()
)
_AND = re.compile(r"\s*(?:,|&|and|AND|[-–—/]|,\s*and)\s*")
_NOUNS = r"sessions?|meetings?|conferences?|assembl(?:y|ies)|congress|summit|forum"
_ORDINAL = re.compile(
    rf"\b(?P<number>{ORDINAL})\s+(?:(?:\w+\s+part\s+of\s+the|resumed|regular|special|extraordinary|"
    rf"ordinary|annual|plenary|formal|joint|council|board|committee|biennial|general)\s+){{0,2}}"
    rf"(?P<noun>{_NOUNS})\b",
    re.IGNORECASE,
)
# A session that isn't this one.
_OTHER = re.compile(
    r"\b(?:to be held|will be held|requested|adopted|established|mandated|in preparation for|"
    r"prior to|preparations? for|"
    r"since|after|before|by the|report of|following|outcome of|decided|conclusion of)\b",
    re.IGNORECASE,
)
# "by the fifteenth session": it is when something else is due.
_GOVERNED = re.compile(
    rf"\b(?:by|until|before|since|after|from|at|than|under)\s+(?:the\s+)?{ORDINAL}\b[^,;.]*$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\)?,?\s+(?:(?:to|will)\s+be\s+held|(?:had\s+)?(?:decided|requested|agreed|adopted|mandated|"
    r"established|called\s+for|invited|concluded\s+with)|President|Presidency|Chair|decisions?|"
    r"outcomes?|mandates?)\b"
)
# Such a meeting isn't counted, unless its title does.
_UNCOUNTED = re.compile(
    r"\b(?:workshops?|seminar|expert (?:group )?meeting|dialogue|symposium|hearing)\b",
    re.IGNORECASE,
)
_SUBJECT = 30  # characters, in which a sentence begins with what it is about
_LONGEST = 8  # letters: a longer word is no abbreviation
_BEFORE = 45  # characters in which it is said that a session is another one
_SENTENCES = 6


class Session(NamedTuple):
    """The number with what counts it. `name` is the abbreviation, if it is counted by one."""

    told: Told
    name: Told | None = None


def session_of(head: Head, group: str | None = None) -> Session | None:
    """The session that the title names, or a label, or the first sentences.

    `group` is the body in the title: what the first sentences count must be short for it.
    """
    title = head.title.text
    if found := _abbreviated(head.title, head):
        return found
    if (line := labelled(head, "session")) and line.text:
        return _abbreviated(line, head) or Session(line.told(0, min(40, len(line.text))))
    for line in head.opening:
        if found := _abbreviated(line, head):
            return found
    ordinal = _ORDINAL.search(title)
    number = ordinal_number(ordinal["number"]) if ordinal else None
    lead = None if _UNCOUNTED.search(title) else next(_in_lead(head, number, group), None)
    if ordinal and not (lead and lead.name):
        return Session(head.title.told(*ordinal.span()))
    return lead or (None if _UNCOUNTED.search(title) else next(_ordinals(head), None))


def _abbreviated(line: Line, head: Head) -> Session | None:
    """The first abbreviation with a number, and those that are joined to it."""
    found = [match for match in _numbered(line.text) if not _is_word(match["name"], head)]
    if not found:
        return None
    first, last = found[0], found[0]
    for match in found[1:]:
        if not _AND.fullmatch(line.text, last.end(), match.start()):
            break
        last = match
    return Session(line.told(first.start(), last.end()), line.told(*first.span("name")))


def _is_word(name: str, head: Head) -> bool:
    """Whether what is in capitals in a title is a word that the report writes in small letters."""
    word = re.compile(
        rf"(?<![\w-])(?:{re.escape(name.lower())}|{re.escape(name.capitalize())})(?![\w-])"
    )
    return any(word.search(line.text) for line in (*head.lines, *head.lead))


def _numbered(text: str) -> Iterator[re.Match[str]]:
    for match in _NUMBERED.finditer(text[:400]):
        if match["name"] not in _NO_SESSIONS and len(match["name"].split("-")[0]) <= _LONGEST:
            yield match


def _in_lead(head: Head, number: int | None, group: str | None) -> Iterator[Session]:
    """Abbreviations in the first sentences; only those of the title's number and body, if any."""
    for line in head.first_paragraph[:_SENTENCES]:
        for match in _numbered(line.text):
            before = line.text[max(0, match.start() - 90) : match.start()]
            counted = int(match["number"].split("-")[0])
            if number is not None and counted != number:
                continue
            if group and not shortens(match["name"], group):
                continue
            if number is None and _is_other(line, match, before, counted):
                continue
            yield Session(line.told(*match.span()), line.told(*match.span("name")))


def _is_counted(before: str, number: int) -> bool:
    """Whether the same number stands before in words: "the fortieth session … (IPCC-40"."""
    found = [ordinal_number(match["number"]) for match in _ORDINAL.finditer(before)]
    ordinals = re.findall(ORDINAL, before, re.IGNORECASE)
    return number in found or number in map(ordinal_number, ordinals)


def _is_other(line: Line, match: re.Match[str], before: str, counted: int) -> bool:
    """Whether the session that is counted is another one, or not said to be this one."""
    if _OTHER.search(before[-_BEFORE:]) or _GOVERNED.search(before):
        return True
    if _BEHIND.match(line.text, match.end()):
        return True
    return not _is_counted(before, counted) and match.start() > _SUBJECT


def shortens(abbreviation: str, name: str) -> bool:
    """Whether the letters of "AGBM" begin words of "Ad Hoc Group on the Berlin Mandate"."""
    letters = iter(word[0].upper() for word in re.findall(r"[^\W\d_]+", name))
    wanted = re.sub(r"[^A-Z]", "", abbreviation)
    return all(letter in letters for letter in wanted) or abbreviation in name.split()


def _ordinals(head: Head) -> Iterator[Session]:
    for line in (*head.opening, *head.lead[:1]):
        match = _ORDINAL.search(line.text[:200])
        if not match or not line.text.startswith(" of ", match.end()):
            continue
        if not _OTHER.search(line.text[max(0, match.start() - _BEFORE) : match.start()]):
            yield Session(line.told(*match.span()))
