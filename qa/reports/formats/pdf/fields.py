"""What was typed into a PDF: the values of its form's fields, notes on its pages."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from qa.reports.formats.pdf.glyphs import turn
from qa.reports.formats.pdf.segments import Segment

_HIDDEN = 2  # flag of an annotation
_PASSWORD = 1 << 13  # flag of a field
_SIZE = 10.0  # points, where the page has no letters
_PITCH = 1.2  # of the letters' size
_CAPITAL = 0.7  # height of a capital, as a share of the letters' size
_CHECKED = "[x]"


class Typed(NamedTuple):
    """Words in a box of the page, in points."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


class Annotations(NamedTuple):
    """`values` stand in fields, `notes` on the page, `comments` behind it."""

    values: tuple[Typed, ...] = ()
    notes: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()


def page_annotations(pdf: Any, page: Any, upright: int, low: float) -> Annotations:
    """What was typed into a page, whose lower edge is at `low`."""
    from pypdfium2 import raw

    values, notes, comments = [], [], []
    for annotation in _annotations(raw, page):
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        if kind == raw.FPDF_ANNOT_WIDGET and (value := _value(raw, pdf.formenv, annotation)):
            values.append(_placed(raw, annotation, value, upright, low))
        elif kind == raw.FPDF_ANNOT_FREETEXT:
            notes.append(_contents(raw, annotation))
        elif kind in (raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_POPUP):
            comments.append(_contents(raw, annotation))
    return Annotations(tuple(values), tuple(filter(None, notes)), tuple(filter(None, comments)))


def with_values(
    segments: Sequence[Segment], values: Sequence[Typed], height: float
) -> list[Segment]:
    """The values beside what labels them: on its line and after it in the file's order."""
    filled = list(segments)
    for value in values:
        lines = list(_lines(value, filled, max(1.0, height)))
        label = _label(value, filled)
        if label and len(lines) == 1:
            lines = [replace(lines[0], base=label.base, edge=label.edge)]
        at = filled.index(label) + 1 if label else len(filled)
        filled[at:at] = lines
    return filled


def _annotations(raw: Any, page: Any) -> Iterator[Any]:
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        try:
            if not raw.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
                yield annotation
        finally:
            raw.FPDFPage_CloseAnnot(annotation)


def _value(raw: Any, form: Any, annotation: Any) -> str:
    if not form:
        return ""
    kind = raw.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind in (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON):
        return _CHECKED if raw.FPDFAnnot_IsChecked(form, annotation) else ""
    shown = (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX)
    secret = raw.FPDFAnnot_GetFormFieldFlags(form, annotation) & _PASSWORD
    if kind not in shown or (secret and kind == raw.FPDF_FORMFIELD_TEXTFIELD):
        return ""
    return _string(lambda *room: raw.FPDFAnnot_GetFormFieldValue(form, annotation, *room))


def _contents(raw: Any, annotation: Any) -> str:
    return _string(lambda *room: raw.FPDFAnnot_GetStringValue(annotation, b"Contents", *room))


def _string(read: Any) -> str:
    """PDFium says how many bytes it needs, then fills them with UTF-16."""
    from pypdfium2 import raw

    size = read(None, 0)
    buffer = ctypes.create_string_buffer(max(size, 2))
    read(ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    words = buffer.raw[: max(size - 2, 0)].decode("utf-16-le", "replace")
    return words.replace("\r\n", "\n").replace("\r", "\n").strip()


def _placed(raw: Any, annotation: Any, value: str, upright: int, low: float) -> Typed:
    box = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, box)
    one, other = turn(upright, box.left, box.bottom), turn(upright, box.right, box.top)
    (left, right), (bottom, top) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return Typed(value, left, bottom - low, right, top - low)


def _lines(value: Typed, segments: Sequence[Segment], height: float) -> Iterator[Segment]:
    words = list(filter(None, map(str.strip, value.text.split("\n"))))
    size = segments[0].size if segments else _SIZE
    size = min(size, max(1.0, value.top - value.bottom))
    above = (value.top + value.bottom) / 2 - _CAPITAL * size / 2
    base = value.top - size if len(words) > 1 else above
    for number, text in enumerate(words):
        at = base - _PITCH * size * number
        yield Segment(text, value.left, value.right, at, size, False, at / height)


def _label(value: Typed, segments: Sequence[Segment]) -> Segment | None:
    """The nearest words on the left of the field, on its line."""
    near = [
        s
        for s in segments
        if s.left < value.left and s.base < value.top and s.base + _CAPITAL * s.size > value.bottom
    ]
    return max(near, key=lambda s: s.right, default=None)
