"""Who was present, who was absent and who sent apologies: from labels, lists, rows, sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from qa.meetings.naming import NAME, Named, is_person, is_role, only_people, people_in
from qa.meetings.outline import Block
from qa.types import Person, Presence, Span

_WHO = (
    r"(?:(?:board|committee|council|staff|also|others?|all|members?|directors?|trustees?|councill?ors?"
    r"|officers?|voting|non-voting|those|community|commissioners?|guests?|people|persons|ex|officio"
    r"|in|the|of|and|meeting|list|following|were|other|public|residents?|homeowners?|owners?)[ /-]+)*"
)
# What a label or heading says of the names behind it. «Apologies» go before «absent».
_LABELS: tuple[tuple[Presence, re.Pattern[str]], ...] = (
    (
        "apologies",
        re.compile(
            rf"{_WHO}(?:apolog(?:y|ies)(?: for (?:absence|non-?attendance))?(?: received)?(?: from)?"
            r"|(?:absent )?with apologies|regrets|excused|sent regrets|leave of absence"
            r"|absent(?: \(excused\)| excused| with notice))"
        ),
    ),
    (
        "absent",
        re.compile(rf"{_WHO}(?:absent|absentees?|not present|not in attendance|not attending)"),
    ),
    (
        "present",
        re.compile(
            rf"{_WHO}(?:present|attendees|attendance|attending|attended|participants|participating"
            r"|in attendance|(?:call to order(?:,| and| &)? )?(?:board )?roll ?call|blue ?sheets?|sign-?in sheet|who attended)"
            r"(?: (?:were|was|in person|online|remotely|remote|virtually|by (?:phone|video|zoom)"
            r"|via \w+|included?|were present))?"
        ),
    ),
)
# Beside a list of those present, these are present too.
_BESIDE = re.compile(
    r"(?:the )?(?:board|committee|council|staff|guests?|observers?|visitors?|members?|officers?"
    r"|directors?|trustees?|commissioners?|invited|invitees|residents|community|members of staff"
    r"|administration|press|public|others|members of the public|voting|regular|tsc|in person|remote|online"
    r"|board of directors|alternates?|owners?|homeowners?|board members|community members)"
    r"(?: members| guests| speakers)?"
)
_LABEL = re.compile(
    r"[\s>]*(?P<label>[^\W\d_][\w /’'()-]{2,60}?)[*_]{0,2}\s*(?::|\s[–—-]\s)[*_]{0,2}[ \t\n]*"
)
# Another label within a line: «Present: Ash (Absent: Oak) Guests: Elm».
_INNER = re.compile(r"(?<=[\s(])(?P<label>[A-Z][a-z]+(?: [A-Za-z]+){0,3})\s*(?::|\s[–—]\s)\s*")
_STATUS: tuple[tuple[Presence, re.Pattern[str]], ...] = (
    ("apologies", re.compile(r"excused|apologies|regrets|with apologies|absent \(excused\)", re.I)),
    ("absent", re.compile(r"absent|not present|no show", re.I)),
    (
        "present",
        re.compile(r"present|here|attended|in attendance|aye,? present|yes, present", re.I),
    ),
)
_CALLED = re.compile(
    rf"(?P<name>{NAME})\s*(?::|\s[–—-]+|\.{{2,}}|\t)\s*(?P<said>[A-Za-z() ]{{4,20}})\.?\s*$"
)
# «Present were …», «Board members present were …», «Also present for a part was …».
_WERE = re.compile(
    r"(?P<label>(?:(?:Also|Others?|Those|The|Board|Committee|Council|Staff|Members?|Directors?|Trustees?"
    r"|Councillors?|following|[Mm]embers?|[Dd]irectors?|[Pp]eople|other|board|also)\s+){0,4}"
    r"(?:[Pp]resent|PRESENT|ABSENT|[Ii]n attendance|[Aa]ttending|[Aa]bsent|[Ee]xcused|[Nn]ot present|[Uu]nable to attend))"
    r"\b(?P<between>[^.:;,]{0,50}?)\s*(?:\b(?:were|was|included|are)\b:?|:)\s+"
)
_FROM = re.compile(
    r"(?:(?:Apologies|Regrets)(?: for (?:absence|non-attendance))?|Leave of absence)\s+(?:were|was|had been|have been|has been)?\s*"
    r"(?:received|given|tendered|accepted|noted|sent|granted|presented|reported)?\s*(?:from|for|by|to|on behalf of)\s+",
    re.IGNORECASE,
)
# «X and Y were absent», «X sent apologies», «… attended».
_DID: tuple[tuple[Presence, re.Pattern[str]], ...] = (
    (
        "apologies",
        re.compile(
            r"\s+(?:(?:was|were) excused|(?:has |have |had )?sent (?:his |her |their )?(?:apologies|regrets)|(?:gave|tendered|offered) (?:his |her |their )?apologies)\b"
        ),
    ),
    (
        "absent",
        re.compile(
            r"\s+(?:(?:was|were) (?:also )?(?:absent|not present|not in attendance|unable to attend|away)|did not attend|could not attend)\b"
        ),
    ),
    (
        "present",
        re.compile(
            r",?\s+(?:(?:was|were) (?:also |all )?(?:present|in attendance)|(?:also )?attended|presided"
            r"|was in the chair|took (?:the )?(?:minutes|notes|chair))\b(?=\s*(?:[.,;]|$|\n|the meeting|by|via|remotely|for))"
        ),
    ),
)
_HINT = re.compile(
    r"resent\b|PRESENT|bsent\b|ABSENT|ttend|xcused|pologies|egrets|presided|took the|in the chair|Leave of"
)
_LONG = 240  # characters: prose, not a list
_FIRST = 6000  # characters from the meeting's beginning in which a sentence tells attendance
_HEADING_CHARS = 80


def attendance(text: str, blocks: Sequence[Block]) -> tuple[Person, ...]:
    """The people whom a list, row or sentence calls present, absent or excused, in order."""
    found = [*_listed(text, blocks), *_rows(text, blocks), *_said(text, blocks)]
    seen: set[tuple[int, int]] = set()
    kept: list[Person] = []
    for person in sorted(found, key=lambda one: one.span.start):
        if person.span not in seen:
            seen.add(person.span)
            kept.append(person)
    return tuple(kept)


def presence_label(words: str) -> Presence | None:
    """What a label or heading says of the people below it."""
    low = re.sub(r"^[\s#\d.()*]+|[\s:.*_]+$", "", " ".join(words.split())).lower()
    low = re.sub(r"\s*\(\d+\)$", "", low)
    return next((told for told, label in _LABELS if label.fullmatch(low)), None)


def _listed(text: str, blocks: Sequence[Block]) -> Iterator[Person]:
    """Lists under a heading or a label, or behind one on its line."""
    now: Presence | None = None
    beside = False
    for block in blocks:
        if (block.heading and not _has_names(block)) or _is_label_alone(block):
            now = presence_label(block.text)
            beside = now is not None
        elif called := _called(text, block):
            yield called
        elif not block.is_row:
            people, told = _of_block(text, block, now, beside)
            yield from people
            beside = beside or told is not None
            if told and not people:
                now = told
            elif told or (not people and not block.mark and len(block.text) > _HEADING_CHARS):
                now, beside = None if told != now else now, told is not None


def _of_block(
    text: str, block: Block, now: Presence | None, beside: bool
) -> tuple[list[Person], Presence | None]:
    """The people of a block, and what its last label says."""
    found: list[Person] = []
    last: Presence | None = None
    for sentence in block.sentences:
        start = max(sentence.start, block.body.start)
        labelled = list(_labelled(text, Span(start, sentence.end), now, beside or bool(last)))
        for told, names in labelled:
            last = told
            found += (_person(one, sentence, told) for one in people_in(text, names))
    if last is None and now is not None:
        found = [_person(one, block.span, now) for one in _entries(text, block)]
    return found, last


def _labelled(
    text: str, span: Span, now: Presence | None, beside: bool
) -> Iterator[tuple[Presence, Span]]:
    """The lists behind labels in a sentence, with what each label says."""
    first = _LABEL.match(text, span.start, min(span.end, span.start + _HEADING_CHARS))
    told = _told(first["label"], now, beside) if first else None
    if first is None or told is None:
        return
    start = first.end()
    end = span.end
    for inner in _INNER.finditer(text, start, end):
        if following := _told(inner["label"], now or "present", True):
            yield told, Span(start, inner.start())
            told, start = following, inner.end()
    yield told, Span(start, end)


def _told(label: str, now: Presence | None, beside: bool) -> Presence | None:
    told = presence_label(label)
    if told is None and beside and _BESIDE.fullmatch(label.lower().strip()):
        return now or "present"
    return told


def _entries(text: str, block: Block) -> list[Named]:
    """The people of a line that stands in a list of names."""
    body = block.body
    people = people_in(text, body)
    words = block.text[len(block.mark) :]
    if len(block.sentences) > 1 and not block.mark:
        return []  # `_said` reads prose
    if block.mark and people and words.count(",") == 1 and " and " not in words:
        return people[:1]  # «- Ivo Ash, Kestria»
    if len(words) > _LONG or (people and not block.mark and not _mostly(words, people)):
        return only_people(text, body)
    return people


def _mostly(words: str, people: Sequence[Named]) -> bool:
    """Whether the words are names, and not prose with a name in it."""
    told = sum(len(p.name) + len(p.role) + len(p.organisation or "") for p in people)
    return told * 2 >= len(words) or words.count(",") + 1 <= len(people)


def _called(text: str, block: Block) -> Person | None:
    """A roll call: «Ms Okafor: present»."""
    match = _CALLED.match(text, block.body.start, block.span.end)
    if not match or len(block.text) > _HEADING_CHARS:
        return None
    told = _status(match["said"])
    name = people_in(text, Span(*match.span("name")))
    return _person(name[0], block.span, told) if told and len(name) == 1 else None


def _status(words: str) -> Presence | None:
    said = words.strip(" .*_")
    return next((told for told, pattern in _STATUS if pattern.fullmatch(said)), None)


def _rows(text: str, blocks: Sequence[Block]) -> Iterator[Person]:
    """Rows of a table with a cell that says present or absent."""
    for block in blocks:
        if "|" not in block.text:
            continue
        at, cells = block.span.start, []
        for cell in block.text.split("|"):
            cells.append(Span(at, at + len(cell)))
            at += len(cell) + 1
        told = next((s for cell in cells if (s := _status(text[slice(*cell)]))), None)
        names = [n for cell in cells for n in people_in(text, cell) if " " in n.name]
        names = names or [n for cell in cells for n in people_in(text, cell)]
        if told and names:
            role = next((c for cell in cells if is_role(c := text[slice(*cell)].strip())), "")
            person = _person(names[0], block.span, told)
            yield Person(person.name, role.lower(), person.span, block.span, None, told)


def _said(text: str, blocks: Sequence[Block]) -> Iterator[Person]:
    """Sentences that say it."""
    if not blocks:
        return
    last = blocks[0].span.start + _FIRST
    for block in blocks:
        if block.span.start > last:
            return
        if not block.heading and not block.is_row:
            for sentence in block.sentences:
                yield from _sentence(text, sentence)


def _sentence(text: str, sentence: Span) -> Iterator[Person]:
    start, end = sentence
    words = text[start:end]
    if not _HINT.search(words):
        return
    for match in _WERE.finditer(words):
        told = presence_label(match["label"]) or ("absent" if "nable" in match["label"] else None)
        if told and (match.start() == 0 or words[match.start() - 1] in " \n."):
            names = people_in(text, Span(start + match.end(), end))
            yield from (_person(one, sentence, told) for one in names)
    if match := _FROM.search(words):
        names = people_in(text, Span(start + match.end(), end))
        yield from (_person(one, sentence, "apologies") for one in names)
    for told, pattern in _DID:
        for match in pattern.finditer(words):
            yield from _before(text, sentence, match.start(), told)


def _before(text: str, sentence: Span, at: int, told: Presence) -> Iterator[Person]:
    """The people in front of «were absent», if nothing else stands there."""
    names = only_people(text, Span(sentence.start, sentence.start + at))
    yield from (_person(one, sentence, told) for one in names if is_person(one.name))


def _has_names(block: Block) -> bool:
    """Whether names stand behind a label in what is taken for a heading."""
    label = _LABEL.match(block.text[len(block.mark) :])
    return (
        bool(label)
        and label.end() < len(block.text) - len(block.mark)
        and bool(presence_label(label["label"]))
    )


def _is_label_alone(block: Block) -> bool:
    words = block.text[len(block.mark) :].strip()
    return len(words) < _HEADING_CHARS and presence_label(words) is not None


def _person(named: Named, said: Span, told: Presence) -> Person:
    return Person(named.name, named.role, named.span, said, named.organisation, told)


def names_of(people: Iterable[Person]) -> list[str]:
    """The distinct names, in order."""
    return list(dict.fromkeys(person.name for person in people))
