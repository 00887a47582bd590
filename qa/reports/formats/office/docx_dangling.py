"""References of a Word document to what isn't there: whoever follows them stumbles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from qa.reports.formats.office.docx_names import W
from qa.reports.formats.office.xml_tree import take_away

_NOTES = ("footnote", "endnote")
_CODE = re.compile(r"[0-9a-fA-F]{1,6}")


def take_dangling(root: Any, trees: Mapping[str, Any]) -> None:
    """Take out the marks of notes that the document lacks, and symbols without a code."""
    for kind in _NOTES:
        notes = trees.get(f"word/{kind}s.xml")
        there = set() if notes is None else {n.get(f"{W}id") for n in notes.iter(f"{W}{kind}")}
        for mark in list(root.iter(f"{W}{kind}Reference")):
            if mark.get(f"{W}id") not in there:
                take_away(mark)
    for symbol in list(root.iter(f"{W}sym")):
        if not _CODE.fullmatch(symbol.get(f"{W}char") or ""):
            take_away(symbol)
