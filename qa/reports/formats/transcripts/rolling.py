"""Rolling captions, which show each line again while the next one appears."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.reports.formats.transcripts.cues import Cue

_ROLLING = 0.3  # share of cues that begin with a line of the one before; a person's echo is rare
_FEWEST = 3


def without_repeats(cues: Sequence[Cue]) -> list[Cue]:
    """Each line once, where a file rolls; else the cues as they are."""
    pairs = list(zip(cues, cues[1:], strict=False))
    again = sum(_shared(before, cue) > 0 for before, cue in pairs)
    if again < max(_FEWEST, _ROLLING * len(pairs)):
        return list(cues)
    rest = (_without(before, cue) for before, cue in pairs)
    return [*cues[:1], *(cue for cue in rest if cue.lines)]


def _without(before: Cue, cue: Cue) -> Cue:
    """The lines that are new, and of one that has grown what it has grown by."""
    shared = _shared(before, cue)
    if shared > 0 and not _grown(before, cue):
        return replace(cue, lines=cue.lines[shared:])
    if shared > 0:
        new = cue.lines[shared - 1][len(before.lines[-1]) :].strip()
        return replace(cue, lines=tuple(filter(None, (new, *cue.lines[shared:]))))
    return cue


def _shared(before: Cue, cue: Cue) -> int:
    """With how many lines the cue repeats the end of the one before; the last may have grown."""
    most = min(len(before.lines), len(cue.lines))
    counts = range(most, 0, -1)
    return next((n for n in counts if _repeats(before.lines[-n:], cue.lines[:n])), 0)


def _repeats(old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    return old[:-1] == new[:-1] and (new[-1] == old[-1] or new[-1].startswith(f"{old[-1]} "))


def _grown(before: Cue, cue: Cue) -> bool:
    return cue.lines[_shared(before, cue) - 1] != before.lines[-1]
