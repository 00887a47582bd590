"""Markdown's marks inside of a paragraph: links, images, code, escapes, entities, tags."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from html import unescape

from qa.reports.formats.blocks import one_line
from qa.reports.formats.markup.edits import Edit
from qa.reports.formats.markup.elements import BLOCKS
from qa.reports.formats.markup.emphasis import Run, pairs, run_at
from qa.reports.formats.markup.unseen import DELETED, MARKS, NO_TEXT, raised

IMAGES, ADDRESSES = "images", "link addresses"
_TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~\n])|(?P<ticks>`+)|(?P<opens>!?\[)|(?P<closes>\])"
    r"|(?P<run>\*+|_+|~~+)|(?P<url>https?://[^\s<>\[\]()*`]{1,2000})"
    r"|<(?P<address>(?:https?://|mailto:)[^<>\s]{1,2000}|[\w.+-]{1,64}@[\w.-]{1,255})>"
    r"|<(?P<ends>/?)(?P<tag>[a-zA-Z]{1,10}[1-6]?)(?:\s[^<>]{0,1000})?/?>"
    r"|&(?P<entity>(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
)
_TARGET = re.compile(
    r"\(\s{0,3}(?:<[^<>\n]{0,2000}>|[^()\s<]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200}){0,5})"
    r"(?:\s{1,3}(?:\"[^\"]{0,300}\"|'[^']{0,300}'|\([^()]{0,300}\)))?\s{0,3}\)"
)
_HALF = re.compile(r"\((?:(?:https?://|mailto:|www\.)[^\s()]{0,2000}\)?|(?=\s|\Z))")
_REFERENCE = re.compile(r"\[([^\[\]]{0,200})\]")
_NOTE = re.compile(r"\[\^[^\[\]\s]{1,50}\]")
_CODE = 1000  # characters of the longest code in a line
_DELETED = frozenset(("del", "s", "strike"))
# Others are words in brackets, such as a speaker's name.
_TAGS = _DELETED | frozenset(
    "a abbr b big br center cite code details div em font hr i img input ins kbd li mark ol p q "
    "samp small span strong sub summary sup table tbody td th thead tr tt u ul var wbr".split()
)


def edits_of(text: str, start: int, end: int, references: AbstractSet[str]) -> list[Edit]:
    """What makes the part of a Markdown text from `start` to `end` plain.

    `references` are the labels of the text's link definitions, as CommonMark folds them.
    """
    reader = _Reader(text, end, references)
    reader.read(start)
    return [*reader.edits, *pairs(reader.runs)]


class _Reader:
    def __init__(self, text: str, end: int, references: AbstractSet[str]) -> None:
        self.edits: list[Edit] = []
        self.runs: list[Run] = []
        self._text, self._end, self._references = text, end, references
        self._brackets: list[tuple[int, int]] = []  # where each opens, and what it has inside
        self._tags: dict[str, tuple[int, int]] = {}

    def read(self, at: int) -> None:
        takers = {
            "escaped": self._escaped,
            "ticks": self._code,
            "opens": self._opens,
            "closes": self._closes,
            "run": self._run,
            "address": self._address,
            "tag": self._tag,
            "entity": self._entity,
        }
        while found := _TOKEN.search(self._text, at, self._end):
            taker = takers.get(found.lastgroup or "")
            at = taker(found) if taker else found.end()

    def _escaped(self, found: re.Match[str]) -> int:
        self.edits.append(Edit(found.start(), found.start() + 1))
        return found.end()

    def _code(self, found: re.Match[str]) -> int:
        ticks = re.compile(rf"(?<!`){found[0]}(?!`)")
        closing = ticks.search(self._text, found.end(), min(self._end, found.end() + _CODE))
        if not closing:
            return found.end()
        self.edits += (Edit(*found.span()), Edit(*closing.span()))
        return closing.end()

    def _opens(self, found: re.Match[str]) -> int:
        if note := _NOTE.match(self._text, found.start(), self._end):
            return self._note(note)
        self._brackets.append(found.span())
        return found.end()

    def _note(self, note: re.Match[str]) -> int:
        """A definition's colon goes with its mark."""
        defines = self._text.startswith(":", note.end()) and self._begins_line(note.start())
        end = note.end() + 1 if defines else note.end()
        self.edits.append(Edit(note.start(), end, kind=MARKS))
        return end

    def _begins_line(self, at: int) -> bool:
        return not self._text[self._text.rfind("\n", 0, at) + 1 : at].strip()

    def _closes(self, found: re.Match[str]) -> int:
        if not self._brackets:
            half = _HALF.match(self._text, found.end(), self._end)
            self.edits += [Edit(found.start(), half.end())] if half else []
            return half.end() if half else found.end()
        start, inside = self._brackets.pop()
        end = self._link_end(inside, found)
        if end and self._text[start] == "!":
            alternative = self._text[inside : found.start()] or " "
            self.edits.append(Edit(start, end, kind=IMAGES, lost=alternative))
        elif end:
            self.edits += (Edit(start, inside), Edit(found.start(), end))
        return end or found.end()

    def _link_end(self, inside: int, found: re.Match[str]) -> int | None:
        after = found.end()
        for form in (_TARGET, _HALF):
            if target := form.match(self._text, after, self._end):
                return target.end()
        label = self._text[inside : found.start()]
        reference = _REFERENCE.match(self._text, after, self._end)
        if reference and fold(reference[1] or label) in self._references:
            return reference.end()
        return after if fold(label) in self._references else None

    def _run(self, found: re.Match[str]) -> int:
        self.runs.append(run_at(self._text, *found.span()))
        return found.end()

    def _address(self, found: re.Match[str]) -> int:
        """That of a mailbox is worth reading; others are named, but aren't lost words."""
        words = "" if "://" in found["address"] else found["address"].removeprefix("mailto:")
        self.edits.append(Edit(*found.span(), words, "" if words else ADDRESSES, lost="<…>"))
        return found.end()

    def _entity(self, found: re.Match[str]) -> int:
        self.edits.append(Edit(*found.span(), one_line(unescape(found[0])) or " "))
        return found.end()

    def _tag(self, found: re.Match[str]) -> int:
        tag = found["tag"].lower()
        if tag not in _TAGS:
            return found.start() + 1
        if not found["ends"]:
            self._tags[tag] = found.span()
        elif tag in self._tags and tag in (_DELETED | {"sup"}):
            self._pair(tag, found)
        new = self._line_end(found.start()) if tag == "br" else ""
        self.edits.append(Edit(*found.span(), new))
        return found.end()

    def _pair(self, tag: str, found: re.Match[str]) -> None:
        start, inside = self._tags.pop(tag)
        words = self._text[inside : found.start()]
        if tag in _DELETED:
            self.edits.append(Edit(start, found.end(), kind=DELETED, lost=words or " "))
            return
        beside = self._text[max(0, start - 20) : start], self._text[found.end() : found.end() + 2]
        said = raised(words, *beside, "](" in words)
        self.edits.append(Edit(start, found.end(), said or "", MARKS if said is None else ""))

    def _line_end(self, at: int) -> str:
        """In a table's row a line can't end."""
        line = self._text.rfind("\n", 0, at) + 1
        return " " if self._text[line:at].lstrip().startswith("|") else "\n"


def fold(label: str) -> str:
    """A label as CommonMark compares it."""
    return " ".join(label.split()).casefold()


def is_html(block: str) -> bool:
    """Whether a block that begins with a tag is a page's, not a word in brackets."""
    found = re.match(r"\s*</?([a-zA-Z][a-zA-Z0-9]*)|\s*<[!?]", block)
    name = (found[1] or "script").lower() if found else ""
    return name in _TAGS | BLOCKS | NO_TEXT
