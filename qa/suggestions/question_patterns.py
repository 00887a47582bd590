"""Patterns of the sentences in reports that answer a question in a few words, as data.

In each pattern `a` are the words that answer. `x` and `v` go into the question. A space stands for
one or more. The patterns read English: a report in another language suggests nothing.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from qa.text import MONTHS, OFFICES, any_of

_MONTH = f"(?:{any_of(MONTHS)})"
_TITLE = r"(?:(?:Co-|Vice-)?Chair|President|Mayor|Dr|Ms|Mr|Mrs)\.? "
_PARTICLE = r"(?:de|da|del|van|von|al|el|bin|ter)"
_FROM = r"(?: \([A-Z][^()\n]{1,40}\))?"
_PERSON = rf"(?:{_TITLE})?[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]*|{_PARTICLE})){{1,4}}{_FROM}"
_SPEAKER = rf"[A-Z][\w’'-]+(?: [A-Z][\w’'-]*){{0,3}}{_FROM}"
_OFFICE = rf"(?:Vice-|Co-)?(?:{any_of([office.capitalize() for office in OFFICES])})\b(?!-)"
_ASIDE = r"(?:,[^,.;\n]{3,60},)?"
_DAY = rf"\d{{1,2}}(?: {_MONTH})?(?:\s?[-–]\s?\d{{1,2}})? {_MONTH}(?: \d{{4}})?"
_TOWN = (
    rf"(?!{_MONTH})[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}}"
    r"(?:, [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)?"
)
_NEXT = (
    r"\b[Tt]he (?P<x>(?:next|[\w-]+(?:th|st|rd|nd)) [\w’' -]{4,50}?),? "
    r"(?:will|is (?:tentatively )?(?:scheduled|expected) to) (?:be held|take place|convene|meet)"
)
_GROUP = r"[a-z][\w’' -]{3,60}?"
_WISH = r"(?!that |it |this |to |in |a |an |for )[a-z][\w’' -]{12,60}?"
_VOTE = r"(?:\d+|[a-z-]+)(?: votes)? (?:to|against) (?:\d+|[a-z-]+)"
_SUM = r"[£$€]?\d[\d,.]*\d(?: (?:million|billion|thousand))?(?: (?:euros|dollars|pounds|francs))?"


class Wording(NamedTuple):
    """`form` is the question without its question mark.

    In it, `topic` is what the section is about, and `at` says which meeting is meant.
    """

    form: str
    found: re.Pattern[str]


def _wording(form: str, found: str) -> Wording:
    return Wording(form, re.compile(found.replace(" ", " +")))


WORDINGS = (
    _wording(
        "Who {v} the {x}{at}",
        rf"(?P<a>{_PERSON}) (?:co-)?(?P<v>chaired|facilitated) the (?P<x>{_GROUP})"
        r"(?=[,.;:]| and | which | that | on \d| met )",
    ),
    _wording(
        "Who {v} the {x}{at}",
        rf"\b[Tt]he (?P<x>{_GROUP}),? (?:was |were )?(?:co-)?(?P<v>chaired|facilitated) by "
        rf"(?P<a>{_PERSON})",
    ),
    _wording(
        "Who was elected {x}{at}",
        rf"\belected (?P<a>{_PERSON}){_ASIDE} as (?:its |the )?(?P<x>{_OFFICE})",
    ),
    _wording(
        "Who was elected {x}{at}",
        rf"(?P<a>{_PERSON}){_ASIDE} was elected (?:as )?(?:the )?(?P<x>{_OFFICE})",
    ),
    _wording("When will the {x} be held{at}", rf"{_NEXT} [^.;\n]{{0,40}}?(?P<a>{_DAY})"),
    _wording(
        "Where will the {x} be held{at}", rf"{_NEXT} [^.;\n]{{0,60}}?\b(?:in|at) (?P<a>{_TOWN})"
    ),
    _wording(
        "How many {x} were there{at}",
        r"\b(?P<a>(?:(?:[Oo]ver|[Aa]bout|[Mm]ore than|[Ss]ome|[Nn]early) )?\d[\d,]*) "
        r"(?P<x>participants|delegates|members|people)\b[^.;,\n]{0,40}? "
        r"(?:attended|took part|participated|gathered)\b",
    ),
    _wording(
        "How close was the vote on the {x}{at}",
        rf"\b[Tt]he (?P<x>{_GROUP}) (?:was|were) (?:approved|adopted|carried|rejected|passed),? "
        rf"(?:by )?(?P<a>{_VOTE})",
    ),
    _wording(
        "What does the {x} cost{at}", rf"\b[Tt]he (?P<x>{_GROUP}) (?:will )?costs? (?P<a>{_SUM})"
    ),
    _wording(
        "What was decided on {topic}{at}",
        r"\b(?:Decision|Decided|Agreed|Resolved):\W+(?P<a>\w[^.;\n]{8,120})",
    ),
    _wording(
        "What was decided on {topic}{at}",
        r"\b[Tt]he [\w’' -]{3,40} (?:decided|resolved|agreed) to (?P<a>[a-z][^.;,\n]{8,90})",
    ),
    _wording(
        "Who {v} {x}{at}",
        rf"[.\n*] +(?P<a>{_PERSON}|{_SPEAKER}) "
        r"(?P<v>proposed|called for|opposed|suggested|asked for|presented|introduced|moved) "
        rf"(?P<x>{_WISH}|(?:the|an?) [a-z][\w’' -]{{5,50}}?)(?=[,.;:])",
    ),
)
