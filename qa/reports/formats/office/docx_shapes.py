"""Text boxes of Word documents: their paragraphs follow the one that they are anchored in."""

from __future__ import annotations

from typing import Any

from qa.reports.formats.office.docx_names import BOX, COMPATIBLE, PARAGRAPH
from qa.reports.formats.office.xml_tree import put_after, take_away, unwrap

_TWICE = f"{COMPATIBLE}AlternateContent"
_CHOICE = f"{COMPATIBLE}Choice"


def lift_text_boxes(root: Any) -> None:
    """Each box stands once in the text, however often the file has it for older programs."""
    for twice in list(root.iter(_TWICE)):
        _choose(twice)
    for box in reversed(list(root.iter(BOX))):
        if paragraphs := list(box.iterancestors(PARAGRAPH)):
            put_after(paragraphs[-1], iter(list(box)))


def _choose(twice: Any) -> None:
    """Of the forms of one thing: the first that has a text box, or the one for older programs."""
    forms = list(twice)
    boxed = (form for form in forms if form.tag == _CHOICE and form.find(f".//{BOX}") is not None)
    chosen = next(boxed, forms[-1] if forms else None)
    for form in forms:
        if form is chosen:
            unwrap(form)
        else:
            take_away(form)
    unwrap(twice)
