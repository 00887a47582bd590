from __future__ import annotations

import pytest

from qa.reports.formats.office.docx_fields import fill_fields
from qa.reports.formats.office.docx_names import WORDS
from qa.reports.formats.office.xml_tree import words_of
from tests.word_xml import body, form_field, run


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        (
            f"<w:p>{run('On')}<w:fldSimple w:instr='DATE'>{run('4 May')}</w:fldSimple></w:p>",
            "On 4 May",
        ),
        (f"<w:p><w:dir w:val='rtl'>{run('Fees')}</w:dir></w:p>", "Fees"),
        (f"<w:p><w:newer><w:more>{run('Fees')}</w:more>{run('rise')}</w:newer></w:p>", "Fees rise"),
        ("<w:p><m:oMath><m:r><m:t>x</m:t></m:r><m:r><m:t>=1</m:t></m:r></m:oMath></w:p>", "x=1"),
        (
            "<w:p><w:r><w:ruby><w:rt><w:r><w:t>kyo</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>京</w:t>"
            "</w:r></w:rubyBase></w:ruby></w:r></w:p>",
            "京",
        ),
        (form_field("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>"), "☒"),
        (form_field("<w:checkBox><w:default w:val='1'/></w:checkBox>"), "☒"),
        (form_field("<w:checkBox/>"), "☐"),
        (
            form_field(
                "<w:ddList><w:result w:val='1'/><w:listEntry w:val='no'/><w:listEntry w:val='yes'/>"
                "</w:ddList>"
            ),
            "yes",
        ),
        (form_field("<w:ddList><w:result w:val='9'/></w:ddList>"), ""),
        (form_field("<w:textInput/>"), ""),
    ],
)
def test_fields_are_words(xml: str, words: str) -> None:
    root = body(xml)
    fill_fields(root)
    assert words_of(root, (WORDS,)) == words
