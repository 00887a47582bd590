"""What a page has and its reader doesn't see or read: deleted, hidden, footnote marks."""

from __future__ import annotations

import re

from qa.reports.formats.markup.elements import Element

DELETED, HIDDEN, MARKS = "deleted text", "hidden text", "footnote marks"
MEDIA = "pictures and media"
NO_TEXT = frozenset("script style template head title".split())
_MEDIA = frozenset("svg iframe object audio video canvas map noembed".split())
_DELETED = frozenset(("del", "s", "strike"))
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]{0,60}line-through")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all")
_RAISED = re.compile(r"vertical-align\s*:\s*super")
_NOTE = re.compile(
    r"#_?(?:ftn|fn|footnote|note|cite[_-]?note|cite[_-]?ref|edn|endnote|sdfootnote|sdendnote)"
)
_MARK = re.compile(
    r"[\[(]?(?:\d{1,3}|[*†‡§¶↑↩^#\uFE0E]{1,3}|[a-z]|[ivx]{1,4})[\])]?", re.IGNORECASE
)
_NUMBERS = re.compile(r"[\[(]?(?:\d{1,3}(?:\s*[,;–-]\s*\d{1,3}){0,5}|[*†‡§¶]{1,3})[\])]?")
# What is raised to a power: a unit of length, a letter in a formula, ten.
_POWER = re.compile(r"[-−]?\d")
_BASE = re.compile(r"(?<![^\W_])(?:[kcdmµn]?m|in|ft|yd|mi|s|[a-z]|R)\Z")
_POWER_OF_TEN = re.compile(r"[-−+]?\d{1,2}")
_TEN = re.compile(r"(?<![\d.,])10\Z")
_HIGH = str.maketrans("0123456789-−+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺")


def unseen(element: Element) -> str | None:
    """The kind of what isn't there to be read; None if it is text."""
    style = element.says("style")
    if element.tag in _DELETED or _STRUCK.search(style):
        return DELETED
    hides = "hidden" in element.attributes and element.says("hidden") != "until-found"
    closed = element.tag == "dialog" and "open" not in element.attributes
    if hides or closed or element.says("aria-hidden") == "true" or _HIDDEN.search(style):
        return HIDDEN
    if element.tag in _MEDIA:
        return MEDIA
    return HIDDEN if element.tag == "noscript" else None


def is_raised(element: Element) -> bool:
    return element.tag == "sup" or bool(_RAISED.search(element.says("style")))


def is_note_link(element: Element, words: str) -> bool:
    """Whether it leads to a footnote, or back from it, and says no more than its mark."""
    if element.tag != "a":
        return False
    named = f"{element.says('class')} {element.says('role')} {element.says('epub:type')}"
    leads = _NOTE.search(element.says("href")) or re.search(r"footnote|noteref|backlink", named)
    return bool(leads and _MARK.fullmatch(words.strip()))


def raised(words: str, before: str, after: str, links: bool) -> str | None:
    """How raised words read in a line: "m²", "1st", "10⁶"; None if they are a footnote's mark.

    `before` and `after` are what stands beside them, `links` whether they are a link.
    """
    said = words.strip()
    if links and _MARK.fullmatch(said):
        return None
    if after.lstrip()[:1] in ("/", "⁄"):
        return f" {said}" if before[-1:].isdigit() else said
    if _is_power(said, before):
        return said.translate(_HIGH)
    return None if _NUMBERS.fullmatch(said) else words


def _is_power(said: str, before: str) -> bool:
    of_ten = _POWER_OF_TEN.fullmatch(said) and _TEN.search(before)
    return bool(of_ten or (_POWER.fullmatch(said) and _BASE.search(before)))
