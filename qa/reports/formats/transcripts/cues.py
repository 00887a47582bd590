"""Captions -> cues: who says what from when to when. Both kinds of file are written alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import chain, groupby, zip_longest

from qa.reports.formats.blocks import one_line

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMES = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}")
_VOICE = re.compile(r"<v(?:\.[^\s>]{0,100})?[ \t]+([^>\n]{1,200})>")
_TAG = re.compile(
    r"</?[a-z0-9][^<>\n]{0,200}>|<\d[\d:.,]{0,20}>|\{\\[^{}\n]{0,100}\}", re.IGNORECASE
)
_NAMED = re.compile(r"([^\W\d_][^:<>\n]{0,59}):\s+(?=\S)")
_NAME_WORDS = 6
_ASIDE = ("NOTE", "STYLE", "REGION")


@dataclass(frozen=True, slots=True)
class Cue:
    """`start` and `end` in seconds; an empty `speaker` is one that isn't named."""

    start: float
    end: float
    speaker: str
    lines: tuple[str, ...]

    @property
    def words(self) -> str:
        return " ".join(self.lines)


def read_cues(text: str) -> Iterator[Cue]:
    """The cues of WebVTT or SubRip, in the file's order; a voice begins one of its own."""
    lines = text.split("\n")
    found = [(at, times) for at, line in enumerate(lines) if (times := _TIMES.match(line))]
    for (at, times), after in zip_longest(found, [at for at, _ in found[1:]]):
        start, end = _seconds(times.groups()[:4]), _seconds(times.groups()[4:])
        for speaker, words in _voices(_payload(lines[at + 1 : after], last=after is None)):
            yield Cue(start, end, speaker, words)


def _payload(lines: list[str], last: bool) -> list[str]:
    """What is said until the next times, without that cue's name, comments and styles."""
    if not last and _names_next(lines):
        lines = lines[:-1]
    first, *others = [list(block) for blank, block in groupby(lines, _is_blank) if not blank] or [
        []
    ]
    spoken = (block for block in others if not block[0].startswith(_ASIDE))
    return [*first, *chain.from_iterable(spoken)]


def _names_next(lines: list[str]) -> bool:
    """A line right above the next times, after a blank one or as a mere number."""
    if not lines or _is_blank(lines[-1]):
        return False
    return lines[-1].strip().isdecimal() or (len(lines) > 1 and _is_blank(lines[-2]))


def _is_blank(line: str) -> bool:
    return not line.strip()


def _voices(said: list[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """«<v Ms Tarn>Yes.» or «Ms Tarn: Yes.»; words before the first voice have no speaker."""
    before, *voices = _VOICE.split("\n".join(said))
    for speaker, words in (("", before), *zip(voices[::2], voices[1::2], strict=True)):
        lines = tuple(filter(None, map(_clean, words.split("\n"))))
        if lines and speaker:
            yield one_line(unescape(speaker)), lines
        elif lines:
            yield _named(lines)


def _named(lines: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    found = _NAMED.match(lines[0])
    if not found or len(found[1].split()) > _NAME_WORDS or not found[1][0].isupper():
        return "", lines
    return found[1], (lines[0][found.end() :], *lines[1:])


def _clean(line: str) -> str:
    return one_line(unescape(_TAG.sub("", line)))


def _seconds(time: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in time)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
