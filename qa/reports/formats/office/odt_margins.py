"""Headers and footers of an OpenDocument text: those of its first pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qa.reports.formats.blocks import LINE
from qa.reports.formats.office.odt_names import OFFICE, PARAGRAPHS, STYLE, TEXT
from qa.reports.formats.office.odt_styles import OdtStyles

_HEADERS = ("header-first", "header", "header-left")
_FOOTERS = ("footer-first", "footer", "footer-left")
_STANDARD = "Standard"
_BREAKS = (f"{TEXT}tab", f"{TEXT}line-break")


def odt_margins(content: Any, pages: Any, styles: OdtStyles) -> tuple[list[str], list[str]]:
    """Lines of the headers and of the footers.

    Args:
        content: the root of content.xml.
        pages: the root of styles.xml, which has the kinds of pages.
    """
    kinds = list(_first_kinds(content, pages, styles))
    return _lines(kinds, _HEADERS), _lines(kinds, _FOOTERS)


def _first_kinds(content: Any, pages: Any, styles: OdtStyles) -> Iterator[Any]:
    """The first page's kind, and the one that follows it."""
    kinds = {page.get(f"{STYLE}name"): page for page in pages.iter(f"{STYLE}master-page")}
    first = next(content.iterfind(f".//{OFFICE}text//{TEXT}p"), None)
    heading = next(content.iterfind(f".//{OFFICE}text//{TEXT}h"), None)
    names = (styles.page(p.get(f"{TEXT}style-name")) for p in (first, heading) if p is not None)
    kind = kinds.get(next(filter(None, names), _STANDARD), next(iter(kinds.values()), None))
    if kind is not None:
        yield kind
        after = kinds.get(kind.get(f"{STYLE}next-style-name"))
        yield from () if after is None or after is kind else (after,)


def _lines(kinds: list[Any], names: tuple[str, ...]) -> list[str]:
    found = (kind.find(f"{STYLE}{name}") for kind in kinds for name in names)
    shown = (part for part in found if part is not None and part.get(f"{STYLE}display") != "false")
    paragraphs = (paragraph for part in shown for paragraph in part.iter(*PARAGRAPHS))
    return [line for paragraph in paragraphs for line in _words(paragraph).split(LINE)]


def _words(element: Any) -> str:
    """What stands at the left and the right of a line are lines of their own."""
    own = LINE if element.tag in _BREAKS else " " if element.tag == f"{TEXT}s" else ""
    inner = (_words(child) + (child.tail or "") for child in element)
    return own + (element.text or "") + "".join(inner)
