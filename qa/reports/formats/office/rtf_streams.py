"""An RTF file's source, taken apart: the text, what stands around it, and what nobody sees."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

TEXT, HEADER, FOOTER, NOTES, BOXES = "text", "header", "footer", "notes", "boxes"
STRUCK, HIDDEN, DELETED, COMMENTS = "struck text", "hidden text", "deleted text", "comments"
_GROUPS = {
    **dict.fromkeys(("headerf", "header", "headerl", "headerr"), HEADER),
    **dict.fromkeys(("footerf", "footer", "footerl", "footerr"), FOOTER),
    "footnote": NOTES,
    "shptxt": BOXES,
    "annotation": COMMENTS,
}
_MARKS = {"strike": STRUCK, "striked": STRUCK, "v": HIDDEN, "deleted": DELETED}
_TOKEN = re.compile(
    r"(?P<word>\\(?P<name>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?)"
    r"|(?P<sign>\\'[0-9a-fA-F]{2}|\\[^a-zA-Z])|(?P<brace>[{}])|(?P<plain>[^\\{}]+)|\\"
)
_UNITS = 1 << 16  # the codes of letters that the format has
_PROPERTIES = frozenset(
    "fonttbl colortbl stylesheet info listtable listoverridetable rsidtbl xmlnstbl pict object "
    "themedata datastore fldinst shprslt latentstyles generator".split()
)


@dataclass(slots=True)
class _State:
    """Of a group: where its words go, the marks that are on, and whether words are data in it."""

    stream: str = TEXT
    marks: frozenset[str] = frozenset()
    data: bool = False


def split_rtf(source: str) -> Mapping[str, str]:
    """Stream -> source that reads by itself when it is set behind the file's head.

    A header, note or box is a paragraph in its own stream, and what is struck or hidden is no
    longer in any other.
    """
    splitter = _Splitter()
    at = 0
    while (token := _TOKEN.match(source, at)) is not None:
        at = token.end()
        if token["name"] == "bin" and splitter.in_data:
            at += max(0, int(token["number"] or 0))
        else:
            splitter.take(token)
    return splitter.streams()


class _Splitter:
    def __init__(self) -> None:
        self._state, self._above = _State(), list[_State]()
        self._out: dict[str, list[str]] = {}

    @property
    def in_data(self) -> bool:
        return self._state.data

    def take(self, token: re.Match[str]) -> None:
        if token["brace"] == "{":
            self._above.append(self._state)
            self._state = _State(self._state.stream, self._state.marks, self._state.data)
            self._write(token[0])
        elif token["brace"] == "}":
            self._close()
        elif token["word"]:
            self._word(token["name"], token["number"], token[0])
        elif token[0] == "\\*":
            self._write(token[0])
        else:
            self._say(token[0])

    def streams(self) -> Mapping[str, str]:
        return {name: "".join(parts) for name, parts in self._out.items()}

    def _word(self, name: str, number: str | None, written: str) -> None:
        if name in _GROUPS and not self._state.data:
            self._enter(_GROUPS[name])
        elif name in _PROPERTIES:
            self._state.data = True
            self._write(written)
        elif name in _MARKS:
            self._mark(_MARKS[name], number != "0")
        elif name == "u" and number:
            self._say(written if abs(int(number)) < _UNITS else "?")
        elif name == "chpgn":
            self._say("1")  # the page's number, which programs put in when they print
        else:
            if name == "plain":
                self._state.marks = frozenset()
            self._write(written)

    def _enter(self, stream: str) -> None:
        self._state.stream = stream
        self._state.marks = frozenset()
        self._write("{")

    def _close(self) -> None:
        before = self._state
        self._state = self._above.pop() if self._above else _State()
        if before.stream != self._state.stream:
            self._out[before.stream].append("\\par}")
        self._write("}")

    def _mark(self, kind: str, on: bool) -> None:
        marks = self._state.marks
        self._state.marks = marks | {kind} if on else marks - {kind}

    def _say(self, words: str) -> None:
        """Words go where they belong: to what isn't seen, if they aren't."""
        if self._state.marks and not self._state.data:
            self._out.setdefault(min(self._state.marks), []).append(words)
        else:
            self._write(words)

    def _write(self, source: str) -> None:
        self._out.setdefault(self._state.stream, []).append(source)
