"""What a Word document has and nobody sees in print: struck and hidden words, prompts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from qa.reports.formats.leaving_out import Leaving
from qa.reports.formats.office.docx_names import DELETED, PARAGRAPH, RUN, WORDS, W, is_on
from qa.reports.formats.office.xml_tree import take_away, words_of

_MARKS = {f"{W}strike": "struck text", f"{W}dstrike": "struck text", f"{W}vanish": "hidden text"}
_DELETED = (f"{W}del", f"{W}moveFrom")
_DELETED_ROW = f".//{W}tr/{W}trPr/{W}del/../.."
_DEEPEST = 20  # styles that are based on one another


@dataclass(frozen=True, slots=True)
class Styles:
    """What each style says of the marks: on, off, or nothing."""

    marks: Mapping[str, Mapping[str, bool]]

    def of(self, style: str | None) -> Mapping[str, bool]:
        return self.marks.get(style or "", {})


def read_styles(root: Any | None) -> Styles:
    """The styles of `word/styles.xml`, each with what it takes from the one it is based on."""
    styles = {} if root is None else {s.get(f"{W}styleId"): s for s in root.iter(f"{W}style")}
    return Styles({name: _inherited(styles, name) for name in styles})


def take_unseen(root: Any, styles: Styles, dropped: Leaving) -> None:
    """Take out what isn't seen, and say so; deleted words are left to the reader to pass over."""
    for prompt in list(root.iter(f"{W}showingPlcHdr")):
        _take_prompt(prompt, dropped)
    for run in list(root.iter(RUN)):
        if kind := _kind(run, styles):
            dropped.add(kind, words_of(run, (WORDS,)))
            _empty(run)
    for deleted in (*root.iter(*_DELETED), *root.iterfind(_DELETED_ROW)):
        dropped.add("deleted text", words_of(deleted, (DELETED, WORDS)))


def _inherited(styles: Mapping[str, Any], name: str | None) -> Mapping[str, bool]:
    marks: dict[str, bool] = {}
    for _ in range(_DEEPEST):
        style = styles.get(name or "")
        if style is None:
            break
        marks = {**_marks(style), **marks}
        based = style.find(f"{W}basedOn")
        name = based.get(f"{W}val") if based is not None else None
    return marks


def _kind(run: Any, styles: Styles) -> str | None:
    """What says that a run isn't seen: itself, its style, or its paragraph's style."""
    paragraph = next(run.iterancestors(PARAGRAPH), None)
    above = styles.of(_style(paragraph, f"{W}pPr/{W}pStyle"))
    marks = {**above, **styles.of(_style(run, f"{W}rPr/{W}rStyle")), **_marks(run)}
    return next((_MARKS[mark] for mark, on in marks.items() if on), None)


def _marks(element: Any) -> dict[str, bool]:
    properties = element.find(f"{W}rPr")
    found = [] if properties is None else [p for p in properties if p.tag in _MARKS]
    return {mark.tag: is_on(mark) for mark in found}


def _style(element: Any | None, path: str) -> str | None:
    found = element.find(path) if element is not None else None
    return found.get(f"{W}val") if found is not None else None


def _take_prompt(prompt: Any, dropped: Leaving) -> None:
    """«Click here to enter a date» is no value."""
    control = next(prompt.iterancestors(f"{W}sdt"), None)
    content = control.find(f"{W}sdtContent") if control is not None else None
    for run in [] if content is None else list(content.iter(RUN)):
        dropped.add("prompts of empty fields", words_of(run, (WORDS,)))
        _empty(run)


def _empty(run: Any) -> None:
    """Its words go; marks of fields and notes, which belong together with others, stay."""
    for words in list(run.iter(WORDS)):
        take_away(words)
