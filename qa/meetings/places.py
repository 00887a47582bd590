"""Where a meeting was: the town, with the country where it is named.

A town is believed by what stands around it. A report names many: where a protocol was adopted,
where the next meeting will be. So a mention in prose is weighed: the sentence says that a meeting
was held, on the days of this one, right before the town.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from qa.meetings.days import Days
from qa.meetings.gazetteer import is_code, is_country, is_large_town, is_town
from qa.meetings.head import Head, Line
from qa.meetings.labels import labelled
from qa.meetings.rooms import VENUE
from qa.text import MONTHS, WEEKDAYS, any_of, day_ranges
from qa.types import Told

_WORD = r"(?:[^\W\d_a-z][\w'’.-]*|(?:of|de|del|la|le|el|am|an der|upon|sur)(?=\s+[^\W\d_a-z]))"
_NAME = rf"(?:[Tt]he\s+)?(?:(?:[A-Z]\.){{2,}}|[^\W\d_a-z][\w'’-]*(?:\s+{_WORD}){{0,3}})"
_NAMES = re.compile(rf"{_NAME}(?:\s?,\s+{_NAME}){{0,3}}")
_IN = re.compile(r"\b(?:in|at|IN|AT|In|At)\s+")
_MEETS = re.compile(
    r"\b(?:met|meets?|meeting|sessions?|opened|opens?|beg[ia]ns?|held|hosted|took\s+place|"
    r"tak(?:es|ing)\s+place|conven(?:ed?|es|ing)|gather(?:ed|s|ing)?|continu(?:ed|es)|started|"
    r"concluded|assembled|conference|workshop|summit|came\s+together)\b",
    re.IGNORECASE,
)
# Behind these words stands the place of something else.
_ELSEWHERE = re.compile(
    r"\b(?:adopted|signed|agreed|established|launched|mandated|to\s+be\s+held|next|previous|last|"
    r"earlier|following|future|offices?|headquarters|based|born|resident|lives?|mayor|embassy|"
    r"again|room|site|project|fire|house|upcoming|pre-sessional)\b",
    re.IGNORECASE,
)
# What is called after a town: "the Kyoto Protocol" says nothing of where a meeting was.
_CALLED_AFTER = re.compile(
    r"[\s’'s-]*\b(?:protocol|mandate|agreements?|accords?|(?:\w+\s+)?plan|programme|program|work|"
    r"declaration|convention|treaty|action|amendment|mechanism|platform|principles|charter|process|"
    r"framework|outcome|road|rules|room|time|club)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"(?:[A-Z]\.){2,}$")  # "D.C."
_EVENT = re.compile(
    r"\b(?:conference|talks|summit|congress|meeting|session|forum)\b", re.IGNORECASE
)
_MONTH = re.compile(rf"\b(?P<month>{any_of(MONTHS)}),?\s+(?P<year>(?:19|20)\d\d)\b")
_PARTS = re.compile(r"\s*(?:[,;|:•·]|\s(?:[-–—]{1,3}|/)\s|[()\[\]]|\n)+\s*")
_DATELINE = re.compile(
    rf"[\s*_]*+(?P<place>[^\W\d_a-z][^\W\d_]*+(?:[ '’.-]{{1,2}}[^\W\d_]++){{0,3}}),"
    rf"\s+(?:\w+day,?\s+)?(?:\d{{1,2}}\s+(?:{any_of(MONTHS)})|(?:{any_of(MONTHS)})\s+\d{{1,2}})\b,?(?:\s\d{{4}})?[*_]*\s*[–—-]"
)
_DATED = 4  # first sentences, of which one may begin so
_CLOSE = 60  # characters between the verb and the place
_EARLY = 200  # characters of a sentence, in which it says where without when
_ENOUGH = 3
_NO_PLACES = {
    word.casefold()
    for word in (
        *MONTHS, *WEEKDAYS, "Parliament", "Council", "Committee", "Board", "Chair", "Plenary",
        "Session", "Meeting", "Annex", "Article", "Minutes", "Agenda", "Present", "Attendance",
        "Members", "Chairman", "President", "Secretary", "Call", "Favour", "Favor", "Order",
    )
}  # fmt: skip


class _Named(NamedTuple):
    """A place from `start` to `end` of a line; `known` tells what of it the list of towns has."""

    start: int
    end: int
    known: int


def place_of(head: Head, days: Days) -> Told | None:
    """The town. A label is trusted before the title, and that before the first sentences."""
    if (line := labelled(head, "place")) and (found := _of_label(line)):
        return found
    titles = [head.title, *head.opening]
    found = next(filter(None, map(_of_title, titles)), None)
    lead = _of_lead(head, days)
    # The lead often says the country as well: "WARSAW HIGHLIGHTS" … "in Warsaw, Poland".
    if found and lead and lead.value.casefold().startswith(found.value.casefold()):
        return lead if lead.span else found
    return found or lead or _of_dateline(head)


def _of_dateline(head: Head) -> Told | None:
    """«TORVIK, 20 September – The fair …»: where an article was written on its day."""
    for line in head.lead[:_DATED]:
        match = _DATELINE.match(line.text)
        if match and is_town(match["place"]):
            return line.told(*match.span("place"), _spelled(match["place"]))
    return None


def _of_label(line: Line) -> Told | None:
    """The last known town of the line; else its last name that is no house."""
    parts = [(start, end) for start, end in _split(line.text) if _NAMES.match(line.text[start:end])]
    named = [(s, e) for s, e in parts if not VENUE.search(line.text[s:e])]
    for at, (start, end) in enumerate(named):
        if is_town(line.text[start:end]):
            return line.told(start, _with_country(line.text, named, at))
    if not named or (
        len(named) == 1 and len(parts) > 1 and is_country(line.text[slice(*named[0])])
    ):
        return None
    start, end = named[0]
    return line.told(start, _with_country(line.text, named, 0)) if end - start < 60 else None


def _with_country(text: str, parts: list[tuple[int, int]], at: int) -> int:
    """The end of the part, or of the country behind it."""
    end = parts[at][1]
    for start, stop in parts[at + 1 : at + 3]:
        if text[end:start].strip() in (",", "") and _is_country(text[start:stop]):
            end = stop
    return end


def _is_country(name: str) -> bool:
    """Also "WA USA", and the letters for a country, which are words elsewhere."""
    return is_country(name) or all(is_country(word) or is_code(word) for word in name.split())


def _of_title(line: Line) -> Told | None:
    """A known town in the title: a part of its own, or behind "in", or before what meets there."""
    text = line.text[:300]
    for match in _IN.finditer(text):
        if (named := _named(text, match.end())) and named.known:
            return line.told(named.start, named.end, _spelled(text[named.start : named.end]))
    parts = list(_split(text))
    for at, (start, end) in enumerate(parts):
        part = text[start:end]
        if text[end:].lstrip().startswith(":"):
            continue  # a label
        if (part[:1].isupper() and is_town(part)) or (at and _is_place_part(text, parts, at)):
            stop = _with_country(text, parts, at)
            return line.told(start, stop, _spelled(text[start:stop]))
        if (stop := _leading_town(part)) and not _CALLED_AFTER.match(part, stop):
            return line.told(start, start + stop, _spelled(part[:stop]))
        if town := _numbered_town(part) or _town_of_event(part):
            begin, stop = start + town[0], start + town[1]
            return line.told(begin, stop, _spelled(text[begin:stop]))
    return None


def _is_place_part(text: str, parts: list[tuple[int, int]], at: int) -> bool:
    """An unknown name behind the title's day: "Library Board, 12 March 2024, Torvik"."""
    start, end = parts[at]
    part = text[start:end]
    dated = any(day.span.end <= start for day in day_ranges(text[:start]))
    plain = _NAMES.fullmatch(part) and len(part) < 40 and not part.isupper()
    return bool(dated and plain and not VENUE.search(part) and not _is_common(part))


def _is_common(name: str) -> bool:
    words = name.casefold().split()
    return bool(_NO_PLACES.intersection(words)) or bool(_MEETS.search(name))


def _leading_town(part: str) -> int:
    """Where the large town ends with which the part begins, in front of other words; or 0."""
    words = list(re.finditer(r"\S+", part))
    for count in (3, 2, 1):
        if len(words) > count and is_large_town(part[: words[count - 1].end()]):
            return words[count - 1].end()
    return 0


def _town_of_event(part: str) -> tuple[int, int] | None:
    """The large town in front of an event: "Summary of the Bonn Climate Change Talks"."""
    for event in _EVENT.finditer(part):
        words = list(re.finditer(r"\S+", part[: event.start()]))[-5:]
        for first in range(len(words)):
            for last in range(len(words) - 1, first - 1, -1):
                start, end = words[first].start(), words[last].end()
                if is_large_town(part[start:end]) and not _CALLED_AFTER.match(part, end):
                    return start, end
    return None


def _numbered_town(part: str) -> tuple[int, int] | None:
    """The large town that stands behind a session's number: "IETF 96 Berlin Minutes"."""
    for match in re.finditer(r"\d\s+(?=[^\W\d_a-z])", part):
        words = list(re.finditer(r"\S+", part[match.end() :]))
        for count in (3, 2, 1):
            if len(words) >= count:
                end = match.end() + words[count - 1].end()
                if is_large_town(part[match.end() : end]) and not _CALLED_AFTER.match(part, end):
                    return match.end(), end
    return None


def _split(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _PARTS.finditer(text):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(text):
        rest = text.rstrip()
        yield start, len(rest if _LETTERS.search(rest) else rest.rstrip(" ."))


def _of_lead(head: Head, days: Days) -> Told | None:
    found = [
        (score, -number, -named.start, line, named)
        for number, line in enumerate(head.lead)
        for named, score in _weighed(line, days, first=number < 2)
        if score >= _ENOUGH
    ]
    if not found:
        return None
    *_, line, named = max(found, key=lambda one: one[:3])
    return line.told(named.start, named.end)


def _weighed(line: Line, days: Days, *, first: bool) -> Iterator[tuple[_Named, int]]:
    """The places of a sentence, each with how much speaks for it."""
    text = line.text[:1000]
    for match in _IN.finditer(text):
        named = _named(text, match.end())
        if named is None or _CALLED_AFTER.match(text, named.end):
            continue
        if first and not match.start() and named.known > 1:  # "In Oslo, Norway, five speakers …"
            yield named, _ENOUGH
        if _MEETS.search(text, 0, match.start()) or (not match.start() and _MEETS.search(text)):
            yield named, _weight(text, match, named, days, first=first)


def _weight(text: str, match: re.Match[str], named: _Named, days: Days, *, first: bool) -> int:
    fits = _agreement(text, named, days)
    if fits <= 0 and (not first or named.start > _EARLY):
        return 0
    before = text[max(0, match.start() - _CLOSE) : match.start()]
    elsewhere = 4 * bool(_ELSEWHERE.search(before[-40:]))
    return 2 * bool(_MEETS.search(before)) + first + named.known - elsewhere + fits


def _agreement(text: str, named: _Named, days: Days) -> int:
    """How the days of the sentence, the nearest to the place, fit those of the meeting."""
    if not days.known:
        return 0
    said = sorted(day_ranges(text), key=lambda day: abs(day.span.start - named.start))
    if not said:
        months = [f"{m['year']}-{MONTHS.index(m['month']) + 1:02}" for m in _MONTH.finditer(text)]
        return -5 if months and not any(map(days.is_in, months)) else 0
    return 4 if any(days.holds(day.first) or days.holds(day.last) for day in said[:1]) else -5


def _named(text: str, start: int) -> _Named | None:
    """The names from `start` on, if they are a place's: a town, with its country."""
    names = _NAMES.match(text, start)
    if not names:
        return None
    parts = [(start + s, start + e) for s, e in _split(names[0])]
    first, end = parts[0]
    if _is_common(text[first:end].split()[0]):
        return None
    for at, (start, stop) in enumerate(parts[1:], start=1):
        if is_town(text[start:stop]) and not is_town(text[first:end]):
            until = _with_country(text, parts, at)
            return _Named(start, until, 1 + (until > stop))
    for words in range(len(text[first:end].split()), 0, -1):
        stop = first + _length(text[first:end], words)
        if is_town(text[first:stop]) or is_country(text[first:stop]):
            if stop < end:
                return _Named(first, stop, int(is_town(text[first:stop])))
            until = _with_country(text, parts, 0)
            return _Named(first, until, (until > end) + is_town(text[first:stop]))
    name, number = text[first:end], 0
    if len(parts) > 1 and (VENUE.search(name) or name.startswith("the ")):
        first, end = parts[1]
        name, number = text[first:end], 1
    if _is_common(name) or VENUE.search(name) or name.isupper() or name.startswith("the "):
        return None
    if text.startswith(" and ", end):
        return None
    until = _with_country(text, parts, number)
    return _Named(first, until, 1 if until > end else 0)


def _length(text: str, count: int) -> int:
    words = list(re.finditer(r"\S+", text))
    return words[count - 1].end()


def _spelled(name: str) -> str:
    """A town in capitals as it is written in prose."""
    words = " ".join(name.split())
    return words.title() if words.isupper() and len(words) > 3 else words
