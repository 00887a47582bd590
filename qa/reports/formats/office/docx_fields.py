"""Fields of Word documents: their values as words."""

from __future__ import annotations

from typing import Any

from qa.reports.formats.office.docx_names import MATH, RUN, W14, WORDS, W, is_on
from qa.reports.formats.office.xml_tree import put_after, take_away, unwrap

# Around words mammoth knows these; it drops all others with what is in them.
_KNOWN = frozenset(
    f"{W}{name}"
    for name in (
        "document body p r t tbl tr tc sdt sdtContent ins del moveFrom moveTo smartTag customXml "
        "hyperlink object drawing pict footnotes footnote endnotes endnote hdr ftr"
    ).split()
)
_YES, _NO = "☒", "☐"


def fill_fields(root: Any) -> None:
    """Values of form fields, check boxes, formulas and simple fields become words."""
    for reading in list(root.iter(f"{W}rt", f"{W}rubyPr")):
        take_away(reading)
    for formula in list(root.iter(f"{MATH}oMath")):
        _as_words(formula)
    for wrapper in _unknown(root):
        unwrap(wrapper)
    # Without it the box is the words of the control, a sign that is ticked or isn't.
    for box in list(root.iter(f"{W14}checkbox")):
        take_away(box)
    for field in list(root.iter(f"{W}ffData")):
        _fill(field)


def _unknown(root: Any) -> list[Any]:
    """Elements around words that would be dropped with them, such as simple fields."""
    around = {above for words in root.iter(WORDS) for above in words.iterancestors()}
    return [above for above in around if above.tag not in _KNOWN and above is not root]


def _fill(field: Any) -> None:
    value = _value(field)
    run = next(field.iterancestors(RUN), None)
    if value and run is not None:
        put_after(run, iter([_run(run, value)]))


def _value(field: Any) -> str:
    """A text field has its value in the text already."""
    if (box := field.find(f"{W}checkBox")) is not None:
        checked = box.find(f"{W}checked")
        return _YES if is_on(checked if checked is not None else box.find(f"{W}default")) else _NO
    if (choices := field.find(f"{W}ddList")) is not None:
        return _chosen(choices)
    return ""


def _chosen(choices: Any) -> str:
    entries = [entry.get(f"{W}val") or "" for entry in choices.iter(f"{W}listEntry")]
    result = choices.find(f"{W}result")
    written = result.get(f"{W}val") if result is not None else None
    at = int(written) if written and written.isdecimal() else 0
    return entries[at] if at < len(entries) else ""


def _as_words(formula: Any) -> None:
    words = "".join(part.text or "" for part in formula.iter(f"{MATH}t"))
    put_after(formula, iter([_run(formula, words)]))
    take_away(formula)


def _run(like: Any, words: str) -> Any:
    run = like.makeelement(RUN)
    text = run.makeelement(WORDS)
    text.text = words
    run.append(text)
    return run
