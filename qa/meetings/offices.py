"""Who led a meeting, and in which office: from labels, lists of those present, and sentences."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from qa.meetings.naming import NAME, Named, is_person, people_in
from qa.meetings.outline import Block
from qa.meetings.people import family_name
from qa.types import Person, Span

_KIND = r"(?:co-?|vice[- ]|deputy[- ]|acting |interim |honorary |joint |alternate |assistant |asst\.? )*"
_OFFICE = (
    rf"{_KIND}(?:chair(?:man|woman|person|s|men)?|president|secretary|treasurer|mayor|facilitators?"
    r"|moderators?|rapporteurs?|scribes?|clerk|convenor|convener|presiding officer|note-?takers?"
    r"|minute-?takers?|minutes|secretary general|town clerk|city clerk|co-?chairs)"
)
# «chair», «chair of the board», «secretary-treasurer»; not «chair of the lake committee».
_PLAIN = re.compile(
    rf"(?:the )?{_OFFICE}(?:[/ -]{_OFFICE})?"
    r"(?: of the (?:board|council|committee|commission|meeting|assembly|session|day|association))?"
    r"(?:,? in the chair|, board of directors|, (?:tsc|wg))?"
)
# A labelled line: the words of the label, and the office that they tell.
_LABELS = (
    (
        re.compile(rf"(?:{_KIND}chair(?:man|woman|person)?s?|wg chairs?|session chairs?)", re.I),
        "chair",
    ),
    (
        re.compile(r"(?:(?:co-)?chaired by|in the chair|chairing|presiding|meeting chair)", re.I),
        "chair",
    ),
    (re.compile(r"(?:scribes?|scribed by|jabber scribes?)", re.I), "scribe"),
    (
        re.compile(
            r"(?:note-?takers?|notes|minutes|minute-?takers?|minutes taken by|notes taken by|minutes by"
            r"|recorder|recorded by|minutes prepared by|recording secretary|note taker)",
            re.I,
        ),
        "note taker",
    ),
    (re.compile(r"(?:facilitators?|facilitated by|facilitation)", re.I), "facilitator"),
    (re.compile(r"(?:moderators?|moderated by)", re.I), "moderator"),
    (re.compile(r"(?:vice[- ]|deputy )?(?:president|mayor|convenor|convener)", re.I), ""),
    (re.compile(r"(?:assistant |deputy )?(?:secretary|treasurer|rapporteurs?|clerk)", re.I), ""),
)
_LABEL = re.compile(
    r"[\s>*_-]*(?P<label>[A-Za-z][A-Za-z -]{3,30}?)[*_]{0,2}(?:\(s\))?\s*(?::|\s[–—-]\s|(?<= by) )[*_]{0,2}\s*"
)
# What somebody does who leads, and the office that it tells.
_ACTIVE = (
    ("chair", r"(?:chaired|presided(?: over| at)?|took the chair|(?:was|sat) in the chair)"),
    ("co-chair", r"co-?chaired"),
    ("moderator", r"moderated"),
    ("facilitator", r"facilitated"),
    (
        "opened",
        r"(?:opened|declared (?:the meeting )?open|called (?:the|this) [\w ,.’'()-]{0,60}?to order)",
    ),
    ("scribe", r"(?:took (?:the )?(?:minutes|notes)|scribed|acted as (?:secretary|scribe))"),
)
_WHAT = r"(?:the |this |a |an |its )?(?:[\w’'/.-]+ ){0,4}?(?:meeting|session|plenary|conference|assembly|discussion|debate|group|workshop|panel|round-?table|seminar|committee|forum|cop|consultations|hearing|event|proceedings|summit|congress|first|second|day)\b"
_PASSIVE = re.compile(
    r"\b(?P<verb>(?i:co-?chaired|chaired|moderated|facilitated|opened|presided over|called to order[^.;]{0,40}?|convened))\s+by\s+"
)
_PASSIVE_ROLE = {
    "presided over": "chair",
    "chaired": "chair",
    "moderated": "moderator",
    "facilitated": "facilitator",
}
_ACT = re.compile("|".join(f"(?P<r{n}>{verb})" for n, (_, verb) in enumerate(_ACTIVE)))
_CAP_OFFICE = (
    r"(?:(?:Co-|Vice-|Vice |Deputy |Acting |Interim )*(?:Chair(?:man|woman|person)?s?|President|Mayor"
    r"|Facilitators?|Moderator|Rapporteur|Secretary(?:-General)?|Treasurer|Clerk|Executive Secretary)"
    r"|Co-?[Cc]hairs?|Co-Facilitators?)"
)
# «SBSTA Chair Chow», «COP-5 President Jan Szyszko», «Co-Chairs Ash and Oak».
_BEFORE_NAME = re.compile(
    rf"(?P<of>(?:[A-Z][\w&/-]*\s+)?)(?P<office>{_CAP_OFFICE})\s+(?P<names>{NAME}(?:(?:,|\s+and)\s+{NAME})?)"
)
# «Ivo Ash (Kestria), Chair of the SBI», «the Chair, Ivo Ash».
_AFTER_NAME = re.compile(
    rf"(?P<names>{NAME})(?:\s+\([^()]{{2,60}}\))?,\s+(?:the\s+)?(?:[A-Z][A-Z\d/-]+\s+)?(?P<office>{_CAP_OFFICE}|{_OFFICE})\b(?:\s+of\s+(?:the\s+)?(?P<of>[\w/-]+(?:\s+[A-Z][\w/-]*)*))?"
)
_COMMA_OFFICE = re.compile(rf",\s+(?:the\s+)?(?:[A-Z][A-Z\d/-]+\s+)?(?:{_CAP_OFFICE}|{_OFFICE})\b")
_BODY = re.compile(
    r"(?:[A-Z][A-Z\d/-]+|.*\d.*|Board|Council|Session|Meeting|Association|Town|City|Assembly|Conference"
    r"|Commission|Group|Congress|Parliament|Club|Society|Day|Plenary|Bureau|)"
)
_PAST = re.compile(
    r"(?:[Pp]ast|[Ff]ormer|[Pp]revious|[Ii]ncoming|[Oo]utgoing|[Ll]ate|[Ee]x-?)\s+(?:\w+\s+)?$"
)
_BY_OFFICE = re.compile(
    rf"(?:(?:the|its|our)\s+)?(?:[\w’'-]+\s+){{0,3}}?(?P<office>{_OFFICE}),?\s+(?=[A-Z])", re.I
)
_THE_OFFICE = re.compile(
    rf"\b[Tt]he\s+(?:[A-Z][\w/-]*\s+)?(?P<office>{_CAP_OFFICE})(?:\s+of\s+(?:the\s+)?(?P<of>[\w/-]+(?:\s+[A-Z][\w/-]*)*))?,\s+(?P<names>{NAME})\s*(?:\([^()]*\))?,"
)
_ELECTED = re.compile(
    rf"(?P<names>{NAME}(?:\s+\([^()]{{2,60}}\))?)\s+(?:was|were|is|are)\s+(?:then |also |duly |unanimously |re-?)*(?:elected|chosen|appointed|selected|confirmed)\s+(?:as\s+|to be\s+|to serve as\s+)?(?:the\s+|its\s+|new\s+)*(?:[A-Z][\w/-]*\s+)?(?P<office>(?i:{_OFFICE}))\b"
)
_ELECTING = re.compile(
    rf"\b(?:re-?)?(?:elected|appointed|chose|selected)\s+(?P<names>{NAME}(?:\s+\([^()]{{2,60}}\))?)(?:\s*,)?\s+(?:as|to be|to serve as)\s+(?:the\s+|its\s+|new\s+)*(?:[A-Z][\w/-]*\s+)?(?P<office>(?i:{_OFFICE}))\b",
)
_ELECTS = re.compile(r"elected|appointed|chosen|chose|selected|confirmed")
_ACRONYM = re.compile(r"(?:US|UK|EU|USA|UN)\b")
_ROOM = 240  # characters before a verb in which its subject stands


def offices(text: str, blocks: Sequence[Block], present: Sequence[Person]) -> tuple[Person, ...]:
    """Those who led, each once an office, those of labels and lists before those of sentences."""
    lists = {person.said for person in present}
    headed = [*_labelled(text, blocks), *_of_lists(present)]
    told = list(_told(text, blocks, lists))
    every = [*headed, *(one for one, _ in told)]
    # Where a president leads, or a chair of the meeting is named, other chairs are committees'.
    if any(_office(person.role) in ("president", "mayor") for person in every) or any(
        _office(person.role) == "chair" for person in headed
    ):
        told = [(one, beside) for one, beside in told if not (beside and _is_chair(one.role))]
    kept: dict[tuple[str, str], Person] = {}
    for person in (*headed, *(one for one, _ in told)):
        kept.setdefault((family_name(person.name), _office(person.role)), person)
    return tuple(sorted(kept.values(), key=lambda one: one.span))


def _is_chair(role: str) -> bool:
    return "chair" in role and not role.startswith(("vice", "deputy"))


def _of_lists(present: Sequence[Person]) -> Iterator[Person]:
    """Those whose office stands beside the name in a list of those present."""
    for person in present:
        if person.presence == "present" and is_plain(person.role):
            yield replace(person, role=person.role.removeprefix("the "))
            if "in the chair" in person.role:
                yield replace(person, role="chair")


def is_plain(role: str) -> bool:
    """Whether it is an office of the meeting itself, and not of one of its committees."""
    return bool(role) and bool(_PLAIN.fullmatch(role))


def _office(role: str) -> str:
    """The office under its variants: chairman, chairwoman and chair are one."""
    return re.sub(r"(?:man|woman|person|s)$", "", re.split(r" of |, ", role)[0].replace(" ", "-"))


def _labelled(text: str, blocks: Sequence[Block]) -> Iterator[Person]:
    """«Chair: X», «Scribes: X, Y», «Chaired by X»."""
    waiting = ""
    for block in blocks:
        if block.is_row:
            continue
        label = _LABEL.match(text, block.span.start, min(block.span.end, block.span.start + 48))
        role = _of_label(label["label"].strip()) if label else ""
        if label and role:
            end = block.sentences[0].end if not block.mark else block.span.end
            yield from _people(text, Span(label.end(), end), role, block.span)
            waiting = role if label.end() >= block.span.end else ""
        elif block.heading or len(block.text) < 30:
            waiting = _of_label(block.text[len(block.mark) :].strip(" :#*_")) or ""
            waiting = "" if waiting == "note taker" else waiting
        elif waiting and block.mark:
            yield from _people(text, block.body, waiting, block.span)
        else:
            waiting = ""
        if waiting and not label and not block.heading and len(block.text) < 60:
            yield from _people(text, block.body, waiting, block.span)


def _of_label(label: str) -> str:
    for pattern, role in _LABELS:
        if pattern.fullmatch(label):
            low = label.lower()
            kind = low if re.match(r"(?:co|vice|deputy)\b", low) else ""
            return (kind.rstrip("s") or role or low).strip()
    return ""


def _people(text: str, span: Span, role: str, said: Span) -> Iterator[Person]:
    named = people_in(text, span)
    words = text[slice(*span)]
    if len(words) > _ROOM or len(words.split()) > 6 * max(1, len(named)):
        return
    for one in named:
        yield Person(one.name, role, one.span, said, one.organisation)


def _told(
    text: str, blocks: Sequence[Block], lists: Container[Span]
) -> Iterator[tuple[Person, bool]]:
    """Those of sentences, and whether only a title beside the name tells it."""
    for block in blocks:
        if block.is_row:
            continue
        for sentence in block.sentences:
            if not _HINT.search(text, *sentence):
                continue
            yield from ((one, False) for one in _by_verb(text, sentence))
            yield from ((one, False) for one in _by_election(text, sentence))
            if sentence not in lists:
                yield from ((one, True) for one in _by_title(text, sentence))


def _by_verb(text: str, span: Span) -> Iterator[Person]:
    """«X chaired the session», «the session was opened by X»."""
    start, end = span
    for match in _PASSIVE.finditer(text, start, end):
        verb = " ".join(match["verb"].lower().split())
        role = _PASSIVE_ROLE.get(verb, "co-chair" if verb.startswith("co") else "opened")
        role = "opened" if verb.startswith("conv") else role
        at = match.end()
        if office := _BY_OFFICE.match(text, at, end):
            at = office.end()
        for one in _first_people(text, Span(at, end)):
            yield Person(one.name, role, one.span, span, one.organisation)
            if office:
                yield Person(one.name, office["office"].lower(), one.span, span)
    for match in _ACT.finditer(text, start, end):
        role = next(_ACTIVE[n][0] for n in range(len(_ACTIVE)) if match[f"r{n}"])
        if role != "opened" or _opens(text, match, end):
            for one in _subject(text, start, match.start()):
                yield Person(one.name, role, one.span, span, one.organisation)


def _by_election(text: str, span: Span) -> Iterator[Person]:
    if _ELECTS.search(text, *span):
        for pattern in (_ELECTED, _ELECTING):
            for match in pattern.finditer(text, *span):
                yield from _named(text, match, span)


def _by_title(text: str, span: Span) -> Iterator[Person]:
    """«SBSTA Chair Chow», «X, Chair of the SBI», «the Chair, X,»."""
    for match in _THE_OFFICE.finditer(text, *span):
        if match["of"] is None or _BODY.fullmatch(match["of"]):
            yield from _named(text, match, span)
    if _COMMA_OFFICE.search(text, *span):
        for match in _AFTER_NAME.finditer(text, *span):
            if _is_own(text, match, span.end):
                yield from _named(text, match, span)
    for match in _BEFORE_NAME.finditer(text, *span):
        of = match["of"].strip()
        before = text[max(span.start, match.start() - 24) : match.start()]
        if before.endswith(("’s ", "'s ")):
            continue
        if _BODY.fullmatch(of) and not _ACRONYM.fullmatch(of) and not _PAST.search(before):
            yield from _named(text, match, span)


def _is_own(text: str, match: re.Match[str], end: int) -> bool:
    """Whether the office is one of the meeting, not of a firm or a committee."""
    of = match["of"]
    if of is None:
        return not text.startswith((" of ", " for "), match.end())
    if text.startswith((" of ", " for "), match.end()):
        return False
    return bool(_BODY.fullmatch(of)) or is_plain(f"chair of the {of.lower()}")


_HINT = re.compile(
    r"[Cc]hair|presid|Presid|[Mm]ayor|acilitat|oderat|apporteur|ecretary|reasurer|[Cc]lerk|opened|to order|convened|scribe|took (?:the )?(?:minutes|notes)"
)


def _opens(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a meeting is opened, and not a door or a discussion of one matter."""
    return "order" in match[0] or bool(
        re.compile(rf"\s+{_WHAT}", re.I).match(text, match.end(), end)
    )


def _named(text: str, match: re.Match[str], said: Span) -> Iterator[Person]:
    office = match["office"].lower()
    office = office[:-1] if office.endswith(("chairs", "facilitators", "moderators")) else office
    people = _first_people(text, Span(*match.span("names")))
    if not match["office"].endswith("s"):
        people = people[:1]
    elif len(people) == 1:
        return  # «A or B, co-chairs» of something
    for one in people:
        yield Person(one.name, office, one.span, said, one.organisation)


def _first_people(text: str, span: Span) -> list[Named]:
    """The people right at the beginning: one, or several joined by commas and «and»."""
    reach = Span(span.start, min(span.end, span.start + _ROOM))
    match = _LIST.match(text, *reach)
    if not match:
        return []
    named = people_in(text, Span(*match.span()))
    return [one for one in named if is_person(one.name) and not one.name.isupper()]


_ONE = rf"(?:[Tt]he\s+)?(?:{NAME})(?:\s+\([^()]{{2,60}}\))?"
_LIST = re.compile(rf"{_ONE}(?:(?:(?<=\)),\s+(?:and\s+)?|,?\s+and\s+){_ONE}){{0,4}}")
# «Ivo Ash, Minister of Energy, Kestria, moderated».
_APPOSED = re.compile(
    rf"(?:^|[.:;!?’'\"”]\s+)(?P<who>{NAME})(?:\s+\([^()]*\))?,\s[^.;:]{{2,120}},\s*$"
)
_SUBJECT = re.compile(
    rf"(?P<who>{_ONE}(?:(?:,\s+|\s+and\s+){_ONE}){{0,3}})(?:,[^,;.]{{2,80}},)?\s*(?:,\s*)?(?:\s(?:then|also|formally|officially|again|who|will|jointly))*\s*$"
)


def _subject(text: str, start: int, end: int) -> list[Named]:
    """The people who stand right in front of the verb."""
    first = max(start, end - _ROOM)
    if apposed := _APPOSED.search(text[first:end]):
        at = first + apposed.start("who")
        named = people_in(text, Span(at, first + apposed.end("who")))
        if named and " " in named[0].name and is_person(named[0].name):
            return named[:1]
    match = _SUBJECT.search(text[first:end])
    if not match:
        return []
    at = first + match.start("who")
    return [
        one
        for one in people_in(text, Span(at, first + match.end("who")))
        if is_person(one.name) and not one.name.isupper()
    ]
