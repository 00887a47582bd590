"""All of a kind: what was decided, who attended, how they voted, what is to be done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from qa.answering.appointed import appointed, asks_appointed
from qa.answering.assigned import assigned
from qa.answering.choosing import Chosen, chosen, in_reach, of_day
from qa.answering.counts import meetings_list
from qa.answering.entries import PEOPLE, distinct, entries_of
from qa.answering.facts import fact
from qa.answering.headings import HEADINGS, by_headings, under
from qa.answering.library import Library
from qa.answering.listed_around import below, enumerated, with_list_around
from qa.answering.passages import scored, sentence_item, sentences
from qa.answering.relevance import Wanted, wanted
from qa.answering.replies import listing, refusal, together
from qa.answering.roles import asked_role
from qa.answering.sittings import Sitting, sittings
from qa.answering.statements import statements, takes_side
from qa.answering.which_meeting import ask_back
from qa.types import Answer, Asked, Item, Level

_MOST = 60  # items of one meeting
_GROUPS, _OF_EACH = 10, 5  # meetings, and items of each, where no meeting was named
_NAMES = 12  # of each such meeting
_PERSONS = 30  # meetings where but one name is told of each
_NAMED = 0.5  # of the question's weight, where it has no matter
_SURELY = 0.9  # of it, that the line above a sure list has
_ANNOUNCED = 0.7  # of the matter's weight, that the line above a list has
# «at the opening of COP 2»: a part of it, which headings tell.
_PART = re.compile(r"\b(?:opening|closing)\b(?= (?:of|session|plenary|ceremony|meeting)\b)", re.I)
# Who took which side: «voted against it», «with most abstaining», «a vote of 5 to 2».
_VOTED = re.compile(
    r"\bvot(?:ed|ing|es?)\s+(?:in favou?r|for|against|to|yes|no|\d)|\babstain|\babstention"
    r"|\bvotes? of \d|\b\d+ (?:in favou?r|against)\b",
    re.IGNORECASE,
)
# What was agreed, where no record has it: «that's agreed then», «carried, with one against».
_DECIDED = re.compile(
    r"\b(?:agreed|decided|carried|approved|adopted|resolved|accepted|settled)\b(?! (?:with|if)\b)",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"\b(?:absent|not (?:present|represented|in attendance)|apologies|regrets|did not attend)\b",
    re.IGNORECASE,
)
_TELLING = {"votes": _VOTED, "decisions": _DECIDED, "absent": _AWAY}
_ON_MATTER = 0.6  # of the matter's weight, that a sentence on it has
_SEVERAL = 2  # meetings of which one has to be chosen
CHOOSE = "Of the newest meetings. Name one to see all of it."
_ALL_NAMED = "All names of the sentences that tell it: some may be of others."


def listed(asked: Asked, library: Library, limit: int | None) -> Answer:
    """The items of the meeting, or of the newest ones. What no record has is read as a fact."""
    if asked.aspect == "meetings":
        return meetings_list(asked, library)
    found = _appointed(asked, library, limit) if asked.aspect == "offices" else None
    if found:
        return found
    found = _of_records(asked, library) if asked.aspect else None
    if found is None:
        return _unrecorded(asked, library, limit)
    return _fuller(asked, library, limit, found) if len(found.items) == 1 else found


def _appointed(asked: Asked, library: Library, limit: int | None) -> Answer | None:
    """All who got the office or led the groups, or whom the reader finds."""
    told = appointed(asked, library)
    if told:
        return listing(asked, told[:_MOST], "list", level="unsure", hint=_ALL_NAMED)
    if not asks_appointed(asked):
        return None
    read = fact(replace(asked, kind="fact"), library, limit)
    return read if read.answer is not None else None


def _unrecorded(asked: Asked, library: Library, limit: int | None) -> Answer:
    """What the text lists, or what is read. Where that isn't sure, what comes near."""
    mine = assigned(asked, library) if asked.aspect == "actions" else []
    if mine:
        return listing(asked, mine[:_MOST], "list")
    read = _of_passages(asked, library, limit)
    told = asked.aspect != "decisions" or bool(asked.matter) or read.support == "list"
    if told and read.level == "sure":
        return read
    items = by_headings(asked, library) if asked.aspect == "agenda" else []
    if (asked.filter or asked.matter) and (telling := _TELLING.get(asked.aspect or "")):
        items = _said(asked, library, limit, telling)
    hint = HEADINGS if asked.aspect == "agenda" else None
    if items:
        return listing(asked, items, "list", level="unsure", hint=hint)
    return read if told else _which(asked, library, read)


def _which(asked: Asked, library: Library, read: Answer) -> Answer:
    """No single phrase is all that was decided. Without a meeting it is asked which one."""
    found = chosen(asked, library)
    if found.named or len(sittings(found.meetings)) < _SEVERAL:
        return refusal(asked, read.evidence)
    return ask_back(asked, library)


def _said(
    asked: Asked, library: Library, limit: int | None, telling: re.Pattern[str]
) -> list[Item]:
    """Sentences that tell how somebody voted, or what was agreed."""
    evidence = library.retrieve(asked.text, limit, asked.filter)
    found = [one for one in sentences(evidence) if telling.search(one.text)]
    on = wanted("" if asked.filter else asked.matter, [one.text for one in found])
    found = [one for one in found if not on or on.share(one.text) >= _ON_MATTER]
    return [sentence_item(library, one.citation(library)) for one in found]


def _fuller(asked: Asked, library: Library, limit: int | None, found: Answer) -> Answer:
    """One name where all were asked: a list in the text may have more."""
    if asked.aspect not in PEOPLE or asked_role(asked.text):
        return found
    read = _of_passages(asked, library, limit)
    return read if len(read.items) > 1 and read.support == "list" else found


def _of_records(asked: Asked, library: Library) -> Answer | None:
    found = chosen(asked, library, by_matter=False)
    by_name = chosen(asked, library)
    level: Level = "sure"
    if by_name.named and not found.named:
        level = "unsure" if _is_subject(asked.matter) else "sure"
        found, asked = by_name, replace(asked, matter="")  # the matter names the meeting
    its_day = replace(found, meetings=tuple(of_day(asked, found.meetings)))
    groups = list(_groups(asked, library, its_day)) or list(_groups(asked, library, found))
    if not groups:
        return None
    if part := _PART.search(asked.text):
        groups = [kept for group in groups if (kept := under(group, library, part[0]))] or groups
    one = len(groups) == 1 and found.named
    items = [item for group in groups for item in group[: _MOST if one else _each(asked)]]
    hint = None if found.named else CHOOSE
    told = together(hint, _left_out(groups, items))
    return listing(asked, items, "list", level=level, hint=told)


def _is_subject(matter: str) -> bool:
    """A common word by itself, as «water», may be a subject as well as a Water Forum's name."""
    return matter.islower() and len(wanted(matter).weights) == 1


def _groups(asked: Asked, library: Library, found: Chosen) -> Iterator[list[Item]]:
    """The items of each meeting that has some, newest first."""
    on = wanted(asked.matter)
    among = in_reach(asked, library, found.meetings) if on else found.meetings
    every = (_of_sitting(asked, library, one, on) for one in sittings(among))
    most = 1 if asked.latest else _PERSONS if asked.aspect == "offices" else _GROUPS
    return islice((items for items in every if items), most)


def _of_sitting(asked: Asked, library: Library, sitting: Sitting, on: Wanted) -> list[Item]:
    """From the fullest report of it first: a summary has more than a day's report."""
    library.proceedings([meeting.id for meeting in sitting.meetings])
    each = [entries_of(asked, library, meeting, on) for meeting in sitting.meetings]
    return distinct([item for items in sorted(each, key=len, reverse=True) for item in items])


def _each(asked: Asked) -> int:
    return _NAMES if asked.aspect in PEOPLE and asked.aspect != "offices" else _OF_EACH


def _left_out(groups: Sequence[Sequence[Item]], items: Sequence[Item]) -> str | None:
    whole = sum(map(len, groups))
    return f"{len(items)} of {whole} are shown." if whole > len(items) else None


def _of_passages(asked: Asked, library: Library, limit: int | None) -> Answer:
    """Who takes a side; a list that is announced; else what is read, with the list around it."""
    sides = statements(asked, library, limit) if takes_side(asked) else None
    if sides and sides.items:
        return sides
    announced = _announced(asked, library, limit)
    if announced:
        return announced
    return with_list_around(library, fact(replace(asked, aspect=None), library, limit))


def _announced(asked: Asked, library: Library, limit: int | None) -> Answer | None:
    """The list below a line on the matter: «Three rules were proposed:».

    It is sure only if that line says what is asked for, not some of its words.
    """
    words = asked.matter or (asked.text if asked.aspect in PEOPLE else "")
    if not words:
        return None
    found = [*sentences(library.retrieve(asked.text, limit, asked.filter or None))]
    on = wanted(words, [one.text for one in found])
    least = _ANNOUNCED if asked.matter else _NAMED
    for share, one in scored(found, on):
        told = (below(library, one) or enumerated(library, one)) if share >= least else ()
        if told:
            level: Level = "sure" if share >= _SURELY else "unsure"
            items = [sentence_item(library, each) for each in told]
            return listing(asked, items, "list", level=level)
    return None
