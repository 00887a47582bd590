from __future__ import annotations

import pytest

from qa.reports.formats.office.docx import read_docx
from tests.documents import docx, repacked
from tests.word_xml import document


@pytest.mark.parametrize(
    "inner",
    [
        "<w:footnoteReference w:id='99'/>",
        "<w:endnoteReference w:id='-7'/><w:endnoteReference/>",
        "<w:sym w:char='ZZZZ'/><w:sym/>",
    ],
)
def test_what_refers_to_nothing_is_passed_over(inner: str) -> None:
    main = document(f"<w:p><w:r><w:t>Fees</w:t>{inner}<w:t> rise.</w:t></w:r></w:p>")
    assert read_docx(repacked(docx(), {"word/document.xml": main})).text == "Fees rise."
