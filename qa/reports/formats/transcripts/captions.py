"""Transcripts of calls and films (WebVTT, SubRip): who said what, a paragraph each time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qa.errors import ReportError
from qa.reports.formats.blocks import Blocks, one_line
from qa.reports.formats.document import Document, LeftOut, Metadata
from qa.reports.formats.leaving_out import Leaving
from qa.reports.formats.markup.text import decode
from qa.reports.formats.titles import own_title
from qa.reports.formats.transcripts.cues import Cue, read_cues
from qa.reports.formats.transcripts.rolling import without_repeats

_TITLE = re.compile(r"\ufeff?WEBVTT[ \t]+(?:[-–—:]+[ \t]*)?([^\n]{1,300})")
_NOTE = re.compile(r"(?:\A|\n)NOTE(?=\s)([^\n]*(?:\n[^\n]+)*)")
_PAUSE = 4.0  # seconds after which someone unnamed begins anew
_LONG = 800  # characters after which a sentence of someone unnamed ends the paragraph
_ENDS = (".", "!", "?", "…")


def read_captions(raw: bytes) -> Document:
    """A paragraph "Name: words" for each time that someone speaks, without the time stamps.

    Raises:
        ReportError: the bytes are no text, or have no captions.
    """
    text = decode(raw)
    cues = without_repeats(list(read_cues(text)))
    if not cues:
        raise ReportError("The file has no captions with times.", "Export the transcript anew.")
    blocks, title, dropped = Blocks(), _TITLE.match(text), Leaving()
    said = own_title(one_line(title[1])) if title else None
    blocks.add(said or "")
    for speech in _speeches(cues):
        blocks.add(f"{speech[0].speaker}: {_joined(speech)}".removeprefix(": "))
    for note in _NOTE.finditer(text):
        dropped.add("the file's own notes", note[1])
    # They aren't words, so that none of the file's letters are gone with them.
    left_out = (LeftOut("time stamps", 0), *dropped.parts())
    return Document(text=blocks.text(), said=Metadata(said), left_out=left_out)


def _speeches(cues: Sequence[Cue]) -> Iterator[list[Cue]]:
    """Cues that follow one another and are one person's."""
    speech = [cues[0]]
    for cue in cues[1:]:
        if _goes_on(speech, cue):
            speech.append(cue)
        else:
            yield speech
            speech = [cue]
    yield speech


def _goes_on(speech: list[Cue], cue: Cue) -> bool:
    if cue.speaker or speech[0].speaker:
        return cue.speaker in ("", speech[0].speaker)
    long = sum(len(before.words) for before in speech[-40:]) > _LONG
    paused = cue.start - speech[-1].end > _PAUSE
    return not paused and not (long and speech[-1].words.endswith(_ENDS))


def _joined(speech: list[Cue]) -> str:
    return " ".join(cue.words for cue in speech)
