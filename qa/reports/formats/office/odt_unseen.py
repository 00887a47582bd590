"""What an OpenDocument text has and nobody sees in print."""

from __future__ import annotations

from typing import Any

from qa.reports.formats.leaving_out import Leaving
from qa.reports.formats.office.odt_names import FORM, OFFICE, TEXT
from qa.reports.formats.office.odt_styles import OdtStyles
from qa.reports.formats.office.xml_tree import take_away

_STYLED = (f"{TEXT}p", f"{TEXT}h", f"{TEXT}span")
_VALUE = f"{FORM}current-value"
_BESIDE = {
    f"{TEXT}tracked-changes": "deleted text",
    f"{OFFICE}annotation": "comments",
    f"{TEXT}sequence-decls": "declarations",
}


def take_unseen_odt(root: Any, styles: OdtStyles, dropped: Leaving) -> None:
    """Take out what isn't seen, and say so."""
    for element in list(root.iter(*_BESIDE)):
        words = (paragraph.itertext() for paragraph in element.iter(f"{TEXT}p", f"{TEXT}h"))
        dropped.add(_BESIDE[element.tag], " ".join(map("".join, words)))
        take_away(element)
    for forms in list(root.iter(f"{OFFICE}forms")):
        dropped.add("form fields", " ".join(field.get(_VALUE) or "" for field in forms.iter()))
        take_away(forms)
    _take_hidden(root, dropped)
    for element in list(root.iter(*_STYLED)):
        if kind := styles.unseen(element.get(f"{TEXT}style-name")):
            _empty(element, kind, dropped)


def _take_hidden(root: Any, dropped: Leaving) -> None:
    for section in list(root.iter(f"{TEXT}section")):
        if section.get(f"{TEXT}display") == "none":
            _empty(section, "hidden text", dropped)
    for mark in list(root.iter(f"{TEXT}hidden-paragraph")):
        if mark.get(f"{TEXT}is-hidden") == "true":
            _empty(mark.getparent(), "hidden text", dropped)


def _empty(element: Any, kind: str, dropped: Leaving) -> None:
    """Without words an element is nothing; what stands in it may be met again."""
    dropped.add(kind, "".join(element.itertext()))
    element.text = None
    for inner in element.iterdescendants():
        inner.text = inner.tail = None
