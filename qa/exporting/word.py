"""A script as a Word document with footnotes."""

from __future__ import annotations

import io
import re
from dataclasses import replace

from qa.exporting.footnotes import Footnotes
from qa.exporting.script import Block, Script, Style

_STYLES: dict[Style, str] = {
    "heading": "Heading 1",
    "strong": "Normal",
    "text": "Normal",
    "quote": "Quote",
    "item": "List Bullet",
}
_UNWRITABLE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_docx(script: Script) -> bytes:
    """The bytes of the file; each note of a block is a footnote of Word."""
    import docx

    document = docx.Document()
    document.core_properties.title = _plain(script.title)[:255]
    document.core_properties.author = ""
    document.add_heading(_plain(script.title), 0)
    if script.note:
        document.add_paragraph(_plain(script.note))
    footnotes = Footnotes(document)
    for block in script.blocks:
        paragraph = document.add_paragraph(style=_STYLES[block.style])
        paragraph.add_run(_said(block)).bold = block.style == "strong" or None
        for note in block.notes:
            footnotes.add(paragraph, replace(note, words=_plain(note.words)))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _said(block: Block) -> str:
    words = _plain(block.words)
    return f"“{words}”" if block.style == "quote" else words


def _plain(text: str) -> str:
    """Without what XML can't hold."""
    return _UNWRITABLE.sub(" ", text)
