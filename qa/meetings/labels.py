"""Lines with a label: "Place: Torvik", "Committee: Harbour Users", "Time | 19:00"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest

from qa.meetings.head import Head, Line

# What a label is of, by the field of the record that it fills.
_FIELDS = {
    "day": r"(?:meeting |session )?dates?|date(?: and |/|, )(?:time|place)|date held|held on|when",
    "time": r"(?:meeting |start(?:ing)? |date and )?times?|hours?|start|began|opened|date/time",
    "ended": r"end(?:ed|ing)?(?: time)?|finish(?:ed)?|adjourn(?:ed|ment)?|closed",
    "place": r"(?:meeting )?(?:place|location|venue)|where|held (?:at|in)|town|city|lieu|lugar",
    "room": r"(?:meeting )?room|hall|building|address",
    "body": r"body|committee|board|group|working group|council|organi[sz]ation|name of (?:the )?"
    r"(?:committee|group|body|board)",
    "session": r"session|meeting (?:number|no\.?)|no\.? of (?:the )?meeting",
    "next": r"next (?:\w+ )?(?:meeting|session)|date of (?:the )?next (?:\w+ )?(?:meeting|session)",
}
_END = r"[*_ \t]{0,4}(?::|\||\t)[*_ \t|]{0,6}"
_LABELS = {
    field: re.compile(rf"(?:{words}){_END}", re.IGNORECASE) for field, words in _FIELDS.items()
}
_INLINE = {
    field: re.compile(
        rf"(?:^|[|;·•]|(?<!\s)\s\s|\b(?:[AP]M|M[SD]T)\s)[\s*_]*+(?:{words}){_END}", re.IGNORECASE
    )
    for field, words in _FIELDS.items()
    if field in ("day", "time", "place", "room")
}
# Any other label in the same line: «Place: Mill Lane 4 Present: Una Falk».
_OTHER = re.compile(r"\s[A-Z][a-z]+(?: [a-z]+){0,2}:\s")


def is_field(label: str) -> bool:
    """Whether it labels a field of the record, such as the place, and not what somebody is."""
    return any(pattern.fullmatch(f"{label}:") for pattern in _LABELS.values())


def labelled(head: Head, field: str) -> Line | None:
    """What stands behind the first label of this field, in its line or alone in the next one."""
    return next(_all(head, field), None)


def _all(head: Head, field: str) -> Iterator[Line]:
    yield from _behind(head.margin, field)
    yield from _behind(head.lines, field)


def _behind(lines: Sequence[Line], field: str) -> Iterator[Line]:
    for line, after in zip_longest(lines, lines[1:]):
        match = _LABELS[field].match(line.text)
        if not match and field in _INLINE:
            match = _INLINE[field].search(line.text)
        if match:
            rest = _cut(line, match.end(), field)
            if rest.text:
                yield rest
            elif after and not _is_labelled(after):
                yield Line(after.text, after.start, "label")


def _cut(line: Line, start: int, field: str) -> Line:
    start += len(line.text[start:]) - len(line.text[start:].lstrip(" *_|\t"))
    end = min(chain((len(line.text),), _ends(line.text, start, field)))
    where = None if line.start is None else line.start + start
    return Line(line.text[start:end].rstrip(" *_|\t"), where, "label")


def _ends(text: str, start: int, field: str) -> Iterator[int]:
    """Where another label begins in the same line."""
    for pattern in (*_INLINE.values(), *([_OTHER] if field in _INLINE else [])):
        if match := pattern.search(text, start + 1):
            yield match.start()


def _is_labelled(line: Line) -> bool:
    return any(pattern.match(line.text) for pattern in _LABELS.values())
