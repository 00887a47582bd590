"""Packs how often stems stand in passages, for the table `postings`.

`held` has a number for each passage of a report with the stem. From the highest bits on, it is the
passage's number (31 bits), how often the stem stands in everything (8), how long everything is (8),
and the same two of the context. Lengths are coded as Lucene and Tantivy do, exactly up to 40 stems
and then to four bits, so that both stores rank alike. More than 255 times count as 255.

A name before a number of up to three digits ("COP 3") has postings too: its two stems, with a space
between. That is all that phrases are searched for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from qa.types import Passage

_EXACT = 24  # lengths below are their own codes; those above have four bits more
_DIGITS = 3
_MOST = 255

Analyze = Callable[[str], list[str]]


class Postings(NamedTuple):
    """Stems and what is packed of each passage, side by side; and stems in all, of both fields."""

    stems: list[str]
    held: list[int]
    everything: int
    context: int


def make_postings(
    passages: Sequence[Passage], numbers: Mapping[str, int], analyze: Analyze
) -> Postings:
    """`numbers` are those of the passages, by id."""
    made = Postings([], [], 0, 0)
    for passage in passages:
        context = analyze(passage.context)
        everything = analyze(f"{passage.context}\n{passage.body}")
        for stem, packed in _packed(numbers[passage.id], everything, context):
            made.stems.append(stem)
            made.held.append(packed)
        length, within = made.everything + len(everything), made.context + len(context)
        made = made._replace(everything=length, context=within)
    return made


@cache
def lengths() -> tuple[int, ...]:
    """The length that each code stands for, the shortest of those that have it."""
    return tuple(_decoded(code) for code in range(_MOST + 1))


def length_code(length: int) -> int:
    """
    >>> [length_code(n) for n in (0, 40, 41, 42, 100)]
    [0, 40, 40, 41, 52]
    """
    if length < _EXACT:
        return length
    above = length - _EXACT
    shift = max(0, above.bit_length() - 4)
    code = above if above < 8 else (above >> shift & 7) | (shift + 1) << 3
    return min(_EXACT + code, _MOST)


def _decoded(code: int) -> int:
    if code < _EXACT:
        return code
    above = code - _EXACT
    return _EXACT + (above if above < 8 else (above & 7 | 8) << (above >> 3) - 1)


def phrases(stems: Sequence[str]) -> Iterator[str]:
    """The names with numbers in a text."""
    for name, number in zip(stems, stems[1:], strict=False):
        if len(number) <= _DIGITS and number.isdecimal() and len(name) > 1 and name.isalpha():
            yield f"{name} {number}"


def _packed(
    number: int, everything: Sequence[str], context: Sequence[str]
) -> Iterator[tuple[str, int]]:
    said = Counter([*everything, *phrases(everything)])
    named = Counter(context)
    length, within = length_code(len(everything)), length_code(len(context))
    for stem, times in said.items():
        fields = (min(times, _MOST), length, min(named[stem], _MOST), within)
        packed = number
        for value in fields:
            packed = packed << 8 | value
        yield stem, packed
