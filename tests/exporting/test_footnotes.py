from __future__ import annotations

import io
import zipfile

import docx

from qa.exporting.footnotes import Footnotes
from qa.exporting.script import Note


def test_footnotes_are_numbered_and_kept_with_the_document() -> None:
    document = docx.Document()
    footnotes = Footnotes(document)
    for word in ("first", "second"):
        footnotes.add(document.add_paragraph(word), Note(word, f"https://example.org/{word}"))
    file = io.BytesIO()
    document.save(file)
    with zipfile.ZipFile(file) as archive:
        notes = archive.read("word/footnotes.xml").decode()
        body = archive.read("word/document.xml").decode()
        links = archive.read("word/_rels/footnotes.xml.rels").decode()
    assert [f'w:id="{n}"' in notes and f'w:id="{n}"' in body for n in (1, 2)] == [True, True]
    assert "https://example.org/second" in links
    assert "separator" in notes
