"""Ordinal numbers in words and digits: "twenty-fourth", "24th"."""

from __future__ import annotations

import re

_UNITS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ROUND = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()
_SMALL = {word: number for number, word in enumerate(_UNITS, start=1)}
_LARGE = {word: 10 * number for number, word in enumerate(_TENS, start=2)}
_EVEN = {word: 10 * number for number, word in enumerate(_ROUND, start=2)}
# "twenty- fourth" too, as cut lines are joined.
ORDINAL = (
    rf"(?:(?:{'|'.join(_TENS)})(?:-\s?|\s)(?:{'|'.join(_UNITS[:9])})|{'|'.join([*_UNITS, *_ROUND])}"
    r"|\d{1,3}(?:st|nd|rd|th))"
)
_DIGITS = re.compile(r"\d+")
_PARTS = re.compile(r"[a-z]+")


def ordinal_number(written: str) -> int | None:
    """24 for "twenty-fourth" and "24th", None for what is no ordinal number."""
    if digits := _DIGITS.match(written):
        return int(digits[0])
    words = _PARTS.findall(written.casefold())
    if len(words) == 1:
        return _SMALL.get(words[0]) or _EVEN.get(words[0])
    if len(words) == 2 and words[0] in _LARGE and words[1] in _SMALL:
        return _LARGE[words[0]] + _SMALL[words[1]]
    return None
