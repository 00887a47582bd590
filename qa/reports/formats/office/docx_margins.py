"""Headers and footers of a Word document: those of its first section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from qa.reports.formats.blocks import LINE
from qa.reports.formats.office.docx_names import PARAGRAPH, RELATION, WORDS, W, is_on
from qa.reports.formats.office.office_parts import read_relations

_MAIN = "word/document.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_SETTINGS = "word/settings.xml"
_BREAKS = (f"{W}tab", f"{W}br", f"{W}cr", f"{W}ptab")


def margin_parts(parts: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """The names of the first section's headers and footers, the first page's before others'.

    Args:
        parts: the roots of the document's parts by their names.
    """
    section = next(parts[_MAIN].iter(f"{W}sectPr"), None)
    if section is None:
        return [], []
    shown = [*_shown(section, parts.get(_SETTINGS))]
    targets = _targets(parts.get(_RELATIONS))
    return tuple(  # type: ignore[return-value]
        [name for kind in shown if (name := targets.get(_id(section, tag, kind))) in parts]
        for tag in (f"{W}headerReference", f"{W}footerReference")
    )


def margin_lines(root: Any) -> Iterator[str]:
    """A header's lines; what stands at its left and right are lines of their own."""
    for paragraph in root.iter(PARAGRAPH):
        words = [_word(element) for element in paragraph.iter(WORDS, *_BREAKS)]
        yield from "".join(words).split(LINE)


def _word(element: Any) -> str:
    """Tabs among a paragraph's properties are places, not signs."""
    if element.tag == WORDS:
        return element.text or ""
    return LINE if element.getparent().tag == f"{W}r" else ""


def _shown(section: Any, settings: Any | None) -> Iterator[str]:
    if is_on(section.find(f"{W}titlePg")):
        yield "first"
    yield "default"
    if settings is not None and is_on(settings.find(f"{W}evenAndOddHeaders")):
        yield "even"


def _id(section: Any, tag: str, kind: str) -> str:
    references = (found for found in section.iter(tag) if found.get(f"{W}type") == kind)
    return next((found.get(f"{RELATION}id") or "" for found in references), "")


def _targets(relations: Any | None) -> Mapping[str, str]:
    """Relation -> the part's name."""
    found = () if relations is None else read_relations("word", relations)
    return {one.id: one.target for one in found}
