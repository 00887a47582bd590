from __future__ import annotations

from qa.reports.formats.office.docx_names import WORDS
from qa.reports.formats.office.docx_shapes import lift_text_boxes
from qa.reports.formats.office.xml_tree import words_of
from tests.word_xml import body, box, paragraph, run


def _lifted(xml: str) -> str:
    root = body(xml)
    lift_text_boxes(root)
    return words_of(root, (WORDS,))


def test_a_box_follows_its_paragraph() -> None:
    xml = f"<w:p>{run('a')}{box(paragraph('box') + paragraph('two'))}{run('b')}</w:p>"
    assert _lifted(xml + paragraph("c")) == "a b box two c"


def test_boxes_of_one_paragraph_keep_their_order_and_inner_ones_follow() -> None:
    inner = f"<w:p>{run('one')}{box(paragraph('inner'))}</w:p>"
    assert _lifted(f"<w:p>{box(inner)}{box(paragraph('two'))}{run('a')}</w:p>") == "a one inner two"


def test_a_box_that_the_file_has_twice_is_read_once() -> None:
    newer = f"<mc:Choice Requires='wps'>{box(paragraph('box'))}</mc:Choice>"
    older = f"<mc:Fallback>{box(paragraph('box'))}</mc:Fallback>"
    twice = f"<mc:AlternateContent>{newer}{older}</mc:AlternateContent>"
    assert _lifted(f"<w:p>{run('a')}{twice}</w:p>") == "a box"


def test_of_other_things_the_form_for_older_programs_is_read() -> None:
    forms = f"<mc:Choice>{run('new')}</mc:Choice><mc:Fallback>{run('old')}</mc:Fallback>"
    assert _lifted(f"<w:p><mc:AlternateContent>{forms}</mc:AlternateContent></w:p>") == "old"


def test_alternatives_inside_of_alternatives_are_chosen_too() -> None:
    inner = f"<mc:Choice>{box(paragraph('box'))}</mc:Choice><mc:Fallback/>"
    twice = f"<mc:AlternateContent>{inner}</mc:AlternateContent>"
    outer = f"<mc:AlternateContent><mc:Choice>{twice}</mc:Choice></mc:AlternateContent>"
    assert _lifted(f"<w:p>{run('a')}{outer}</w:p>") == "a box"
