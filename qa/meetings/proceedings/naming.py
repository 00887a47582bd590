"""Names of people in a list or sentence: where each stands, and the role beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from qa.meetings.proceedings.names import (
    CAP,
    INITIAL,
    NAME,
    ROLE_CHARS,
    SMALL,
    TITLE,
    is_group,
    is_person,
    is_role,
    role_of,
)
from qa.meetings.wording import GROUP_WORDS, ROLE_WORDS
from qa.text import TITLES
from qa.types import Span

_PIECE = re.compile(r"(?:[^,;()|\n]|\([^()]*\)|\n(?=[^\n]))+|[;|\n,]")
_AND = re.compile(r"\s+(?:and|&)\s+|^(?:and|&)\s+")
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_HANDLE = re.compile(r"\s*@[\w-]+")
_LEAD = re.compile(
    r"(?:\s|[-*+•●–◦▪■·>]|\d{1,3}[.)]\s|\[[ xX]\]|(?:the|also|from|by|with|for|was|were|is|both"
    r"|plus|then|a|an|respectively|\d{1,2})\s)+"
)
_BEHIND = re.compile(r"\s+[-–—/]\s+|:\s+")
_TITLED = re.compile(rf"{TITLE}\s+(?={CAP})")
_NAME = re.compile(NAME)
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|MP|MEP|PhD|Ph\.D|MD|M\.D|Esq|OBE|CPA|P\.E|QC|KC)\.?")
_RUN_ON = re.compile(
    rf"{CAP}(?:\s+{INITIAL})*\s+(?:(?:{SMALL}|Van|Von|De|Der|Del|La|Le)\s+){{0,2}}{CAP}"
)
_ROLE_FIRST = re.compile(r"\s*[-–—:]\s+")
_POINT = re.compile(r"[A-Z]\.")
_SEVERAL = re.compile(r"(?:Messrs|Misses|Mmes|Mses|Drs|Profs|Revs|Revds|Cllrs)\.?\s+")
_TAIL = re.compile(r"\s+(?:(?:was|were)\s+)?(?:in attendance|present|attended)$")
_LINKS = frozenset("of the and for to in at la de on".split())
_FRONT = re.compile(r"(?<![^\s/])[^\s/]++[\s/]+")
_FRONT_CHARS = 160  # of a piece, in which a role stands in front of the name
_MOST = 4  # words of a name that no separator ends


@dataclass(frozen=True, slots=True)
class Named:
    """A person's name as written, on one line, and what stands beside it. `span` holds the name."""

    name: str
    span: Span
    role: str = ""
    organisation: str | None = None


def people_in(text: str, span: Span, *, short: bool = True) -> list[Named]:
    """The people whom a list names. `short` takes one word for a name too.

    What a list writes beside a name is its role or organisation, in brackets or between commas.
    """
    spans = [piece for piece in _pieces(text, span) if text[slice(*piece)] != ","]
    pieces = [(text[slice(*piece)], *_people(text, piece, short)) for piece in spans]
    spans_alone = _alone(text, spans, [people for _, people, _ in pieces])
    pieces = [piece for piece, kept in zip(pieces, spans_alone, strict=True) if kept]
    titled = sum(_is_titled(person.name) for _, people, _ in pieces for person in people) > 1
    spoken_for = titled and _begin_titled(pieces)
    run_on = any(len(people) > 1 for _, people, _ in pieces)
    found: list[Named] = []
    waiting, fresh, several = "", True, False
    for words, people, role in pieces:
        if words in (";", "|", "\n"):
            waiting, fresh = "", True
        elif words.lower().strip(".") in TITLES:
            continue  # «Mr and Mrs Ash»
        elif people and spoken_for and not fresh and not _is_titled(people[0].name):
            found[-1] = _beside(found[-1], role)
        elif (
            people
            and titled
            and not several
            and not _is_titled(people[0].name)
            and _is_short(people)
        ):
            continue  # «Presidents of the Banks of Ash, Oak and Elm, Mr Rowan, …»
        elif people:
            if run_on and people[0].role and found and not fresh:
                found[-1] = _beside(found[-1], people[0].role)
                people[0] = replace(people[0], role="")
            if waiting and not people[0].role:
                people[0] = replace(people[0], role=waiting)
            several = _SEVERAL.match(people[-1].name) is not None or (
                several and not _is_titled(people[-1].name)
            )
            waiting, fresh = "", False
            found += people
        elif role and found and not fresh:
            several = False
            if not found[-1].role or (is_group(role) and not is_role(role)):
                found[-1] = _beside(found[-1], role)
        elif role and fresh:
            waiting = role_of(role)
    return [_without_plural(person) for person in found]


def _alone(text: str, spans: list[Span], people: list[list[Named]]) -> list[bool]:
    """Which pieces stay: among full names one word is a place, but for «Walt and Ginger Oak»."""
    named = [one for some in people for one in some]
    full = sum(" " in one.name and not _is_titled(one.name) for one in named)
    if any(_is_titled(one.name) for one in named) or full * 2 <= len(named):
        return [True] * len(people)
    kept = []
    for n, some in enumerate(people):
        word = len(some) == 1 and " " not in some[0].name and not some[0].role
        paired = (
            word
            and n + 1 < len(people)
            and bool(people[n + 1])
            and _AND.fullmatch(text[spans[n].end : spans[n + 1].start]) is not None
        )
        kept.append(not word or paired)
    return kept


def _begin_titled(pieces: list[tuple[str, list[Named], str]]) -> bool:
    """Whether each of several lines begins with a title: «Dr Ash, Chief Executive, Elm Buses»."""
    starts = [0, *(n + 1 for n, (words, *_) in enumerate(pieces) if words == "\n")]
    firsts = [pieces[n][1] for n in starts if n < len(pieces)]
    return len(firsts) > 1 and all(some and _is_titled(some[0].name) for some in firsts)


def _is_titled(name: str) -> bool:
    return name.split(maxsplit=1)[0].lower().strip(".") in TITLES


def _is_short(people: list[Named]) -> bool:
    return len(people) == 1 and " " not in people[0].name


def _without_plural(person: Named) -> Named:
    """«Messrs. Ash, Oak» are Ash and Oak."""
    title = _SEVERAL.match(person.name)
    if not title:
        return person
    start = person.span.start + title.end()
    return replace(person, name=person.name[title.end() :], span=Span(start, person.span.end))


def only_people(text: str, span: Span) -> list[Named]:
    """The people, if every piece names some or a role; else nobody."""
    pieces = [piece for piece in _pieces(text, span) if text[slice(*piece)] not in ",;|\n"]
    for piece in pieces:
        people, role = _people(text, piece, short=True)
        if not people and not (role and is_role(role)):
            return []
    return people_in(text, span)


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """What stands between commas and «and», and the marks that end an entry."""
    lines = _lines_apart(text[slice(*span)])
    for match in _PIECE.finditer(text, *span):
        if match[0] in (",", ";", "|", "\n"):
            yield Span(*match.span())
            continue
        start = match.start()
        cuts = [*_cuts(match[0], lines), (len(match[0]), len(match[0]), "")]
        for begin, end, mark in cuts:
            yield from _trimmed(text, start, match.start() + begin)
            if mark == "\n":
                yield Span(match.start() + begin, match.start() + begin + 1)
            start = match.start() + end


def _cuts(words: str, lines: bool) -> list[tuple[int, int, str]]:
    """Where «and» stands outside of brackets, and where a line ends that is an entry."""
    closed = re.sub(r"\([^()]*\)", lambda m: "x" * len(m[0]), words)
    cuts = [(m.start(), m.end(), "") for m in _AND.finditer(closed)]
    if lines:
        cuts += [(m.start(), m.end(), "\n") for m in re.finditer(r"\n", closed)]
    return sorted(cuts)


def _lines_apart(words: str) -> bool:
    """Whether each line is an entry of its own, not wrapped prose."""
    lines = [line for line in words.split("\n") if line.strip()]
    return (
        len(lines) > 1
        and max(map(len, lines)) < 55
        and not any(line.rstrip().endswith((",", " and")) for line in lines)
    )


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    end = start + len(text[start:end].rstrip(" .\t\n*"))
    if start < end:
        yield Span(start, end)


def _people(text: str, piece: Span, short: bool) -> tuple[list[Named], str]:
    """The people of a piece, or else what it says of one."""
    words = text[slice(*piece)]
    if _SUFFIX.fullmatch(words):
        return [], ""
    bracket = _BRACKETS.search(words)
    if bracket and (holder := _holder(text, piece, bracket)):
        return [holder], words
    said = bracket[1].strip() if bracket else ""
    bare = words[: bracket.start()] if bracket else words
    if handle := _HANDLE.search(bare):
        bare = bare[: handle.start()]
    if (behind := _BEHIND.search(bare)) and is_person(bare[: behind.start()].strip(), short=short):
        said = said or bare[behind.end() :].strip()
        bare = bare[: behind.start()]
    start = piece.start
    before = ""
    bare = _TAIL.sub("", bare)
    while (first := _ROLE_FIRST.search(bare)) and _is_before(bare, first):
        before, start = role_of(bare[: first.start()]), start + first.end()
        bare = bare[first.end() :]
    people = list(_run(text, Span(start, start + len(bare.rstrip())), short))
    if people and before:
        people[0] = replace(people[0], role=before)
    if people and said:
        people[-1] = _beside(people[-1], said)
    return people, words


def _is_before(words: str, mark: re.Match[str]) -> bool:
    """Whether what stands before a mark is an office: «the Deans: Professor Ash»."""
    if is_role(words[: mark.start()]):
        return True
    titled = _TITLED.match(words, mark.end()) is not None and mark[0].startswith(":")
    return titled and not is_person(words[: mark.start()], short=False)


def _holder(text: str, piece: Span, bracket: re.Match[str]) -> Named | None:
    """Who holds the office that stands in front: «The Provost (Professor Ivo Ash) (Chair)»."""
    name, office = bracket[1].strip(), bracket.string[: bracket.start()].strip()
    if not (name and office and _is_titled(name) and is_person(name)) or _is_titled(office):
        return None
    start = piece.start + bracket.start(1)
    rest = _BRACKETS.search(bracket.string, bracket.end())
    said = rest[1] if rest else bracket.string[bracket.end() :].strip(" ,")
    role = office.lower().removeprefix("the ")
    person = Named(" ".join(name.split()), Span(start, start + len(name)), role[:ROLE_CHARS])
    return _beside(person, said.strip()) if is_role(said) else person


def _run(text: str, span: Span, short: bool) -> Iterator[Named]:
    """The people of words that no comma parts: «Mr Ash Ms Oak», «Ivo T. Ash Mara Oak»."""
    titles = [m.start() for m in _TITLED.finditer(text, *span)]
    titles = [at for n, at in enumerate(titles) if not n or text[titles[n - 1] : at].count(" ") > 1]
    starts = [span.start, *(at for at in titles if at > span.start)]
    if len(starts) > 1 and is_role(text[starts[0] : starts[1]]):
        starts.pop(1)
    for start, end in zip(starts, [*starts[1:], span.end], strict=True):
        yield from _one(text, Span(start, start + len(text[start:end].rstrip(" .,"))), short)


def _one(text: str, span: Span, short: bool) -> Iterator[Named]:
    start = _behind_role(text, span)
    name = text[start : span.end]
    role = role_of(text[span.start : start].strip())
    words = name.split()
    apart = len(words) > _MOST + 1 or any(_POINT.fullmatch(word) for word in words)
    if len(words) > _MOST and apart and not _is_titled(name):
        runs = list(_RUN_ON.finditer(text, start, span.end))
        if len(runs) > 1 and all(is_person(run[0]) for run in runs):
            yield from (Named(run[0], Span(*run.span())) for run in runs)
            return
    if _NAME.fullmatch(name) and is_person(name, short=short):
        yield Named(" ".join(name.split()), Span(start, span.end), role)


def _behind_role(text: str, span: Span) -> int:
    """Where the name begins behind a role in front of it: «Vice President Ivo Ash»."""
    start = span.start
    for match in _FRONT.finditer(text, span.start, min(span.end, span.start + _FRONT_CHARS)):
        word = match[0].strip(" \t\n/.,").lower()
        if word in TITLES:
            break
        if word in ROLE_WORDS or word in GROUP_WORDS or word.rstrip("s") in ROLE_WORDS:
            start = match.end()
        elif match[0][0].islower() and word not in _LINKS:
            break
    return start


def _beside(person: Named, said: str) -> Named:
    """The person with what stands beside the name, as a role or an organisation."""
    if person.role and role_of(said) and role_of(said) in person.role.split(", "):
        return person  # «the Secretary (Mr Ash) (Secretary)»
    if person.role and not is_role(said):
        role = f"{person.role}, {' '.join(said.lower().split())}"
        return replace(person, role=role[:ROLE_CHARS])
    if is_role(said):
        role = f"{person.role}, {role_of(said)}" if person.role else role_of(said)
        return replace(person, role=role)
    return replace(person, organisation=person.organisation or said)
