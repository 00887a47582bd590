"""Who were elected or chaired the groups: all names of the sentences that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from qa.answering.choosing import chosen
from qa.answering.library import Library
from qa.answering.naming import names_in
from qa.answering.persons import same_person
from qa.answering.quoting import quote
from qa.answering.replies import item
from qa.answering.roles import asked_role, is_role, office_of, roles_in
from qa.answering.scope import beyond
from qa.answering.sittings import sittings
from qa.answering.topics import topic
from qa.text import split_sentences, stems
from qa.types import Asked, Item, Meeting, Report, Span

_CHOSEN = re.compile(
    r"\b(?:re-?)?(?:elect(?:ed|ion)|appoint(?:ed|ment)|nominated|chosen|became|named)\b", re.I
)
_ASKED = re.compile(rf"{_CHOSEN.pattern}|\bnew(?:ly)?\b", re.I)
_GROUPS = re.compile(r"\b(?:groups|\w*committees|workshops|panels|forces|consultations)\b", re.I)
_OF = re.compile(r"\b(?:of|to) (?:the )?(?P<what>[\w-]+)", re.I)  # «vice-chairs of the Union»
_LED = re.compile(r"\b(?:co-?)?(?:chair|facilitat|moderat|coordinat|l[ea]+d|head)\w*\b", re.I)
# Behind these words stands who didn't get the office, up to the next who did.
_BEATEN = re.compile(
    r"\b(?:defeating|beating|beat|defeated|over|ahead of|against|in succession to|"
    r"succeed(?:s|ed|ing)|replac(?:es|ed|ing)|in place of|there being)\b",
    re.IGNORECASE,
)
_WON = re.compile(rf";|\band\b[^,;]*{_CHOSEN.pattern}|{_CHOSEN.pattern}", re.IGNORECASE)
_LOSES = re.compile(
    r"[^,;.]{0,30}\b(?:was (?:defeated|beaten)|lost to|lost|missed|was not elected|withdrew)\b",
    re.I,
)
_BELOW = 600  # characters behind «these were elected:» in which their names may stand
_ABOVE = 400  # characters before a sentence, in which it is said of which body its group is
_MOST = 20  # reports that are read for one question
_FEWEST = 2  # names that are a list


def appointed(asked: Asked, library: Library) -> list[Item]:
    """Each name once, in the order of the report that has most. Few names are none: they are read.

    It is for one meeting that the question names.
    """
    found = chosen(asked, library)
    groups = sittings(found.meetings) if found.named else []
    if len(groups) != 1 or not asked.filter:
        return []
    each = [list(_told(asked, library, one)) for one in groups[0].meetings[:_MOST]]
    items: list[Item] = []
    for one in (name for told in sorted(each, key=len, reverse=True) for name in told):
        if not any(_same(one.answer, other.answer) for other in items):
            items.append(one)
    return items if len(items) >= _FEWEST else []


def asks_appointed(asked: Asked) -> bool:
    """Whether it asks who got an office or led the groups, not who has it in the record."""
    return bool(_elects(asked) or _GROUPS.search(asked.text))


def _elects(asked: Asked) -> bool:
    return bool(_ASKED.search(asked.text))


def _role(text: str) -> str | None:
    """The office in the singular: «chairs» by itself is a deed too."""
    role = asked_role(text.replace("aries", "ary"))
    return role.removesuffix("s") if role else None


def _same(one: str, other: str) -> bool:
    return same_person(one, other) or same_person(other, one)


def _told(asked: Asked, library: Library, meeting: Meeting) -> Iterator[Item]:
    report = library.report(meeting.report_id)
    for said in _of_that(asked, report, list(_sentences(asked, report, meeting))):
        for name in names_in(report.text, said):
            if not (_elects(asked) and _lost(report.text, said, name)):
                yield item(meeting, quote(report, said, name))


def _lost(text: str, said: Span, name: Span) -> bool:
    """Whether the sentence names somebody as beaten or replaced: «A was elected over B and C»."""
    before, behind = text[said.start : name.start], text[name.end : said.end]
    beaten = [match.end() for match in _BEATEN.finditer(before)]
    others = bool(beaten) and not _WON.search(before[beaten[-1] :])
    return others or bool(_LOSES.match(behind))


def _of_that(asked: Asked, report: Report, found: Sequence[Span]) -> Sequence[Span]:
    """Those that tell the office right beside whose it is, if some do."""
    role, of = _role(asked.text), _OF.search(asked.text) if _elects(asked) else None
    what = stems(of["what"]) if of else []
    told = [s for s in found if role and what and office_of(report.text[slice(*s)], role, what)]
    return told or found


def _sentences(asked: Asked, report: Report, meeting: Meeting) -> Iterator[Span]:
    """The sentences that tell it, or the next ones where these only announce the names."""
    elects = _elects(asked)
    start = meeting.span.start
    every = [
        Span(start + a, start + b) for a, b in split_sentences(report.text[slice(*meeting.span)])
    ]
    group = frozenset[str]() if elects else beyond(asked, [meeting])
    for said in every:
        words = report.text[slice(*said)]
        if elects and _CHOSEN.search(words):
            yield from _elected(asked, report, said, every)
        elif not elects and _LED.search(words) and _is_of(group, report, said):
            yield said


def _elected(asked: Asked, report: Report, said: Span, every: Sequence[Span]) -> Iterator[Span]:
    role = _role(asked.text)
    if any(names_in(report.text, said)):
        if _has(report.text[slice(*said)], role):
            yield said
        return
    near = (one for one in every if said.end <= one.start < said.end + _BELOW)
    yield from islice((one for one in near if _lists(report, one, role)), 1)


def _lists(report: Report, said: Span, role: str | None) -> bool:
    """Whether it has names with the asked office, or with several ones."""
    words = report.text[slice(*said)]
    told = _has(words, role) and (role is not None or len(roles_in(words)) >= _FEWEST)
    return told and any(names_in(report.text, said))


def _has(words: str, role: str | None) -> bool:
    """Whether an office is told: the asked one, or any."""
    told = [one for word in roles_in(words) if (one := _role(word))]
    return bool(told) and (role is None or any(is_role(role, one) for one in told))


def _is_of(group: frozenset[str], report: Report, said: Span) -> bool:
    """Whether it is said of that group, in the sentence, its heading or right before."""
    words = report.text[max(0, said.start - _ABOVE) : said.end]
    here = frozenset(stems(report.text[slice(*said)]))
    return bool(group & here) and group <= frozenset(stems(f"{topic(report, said.start)} {words}"))
