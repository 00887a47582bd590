from __future__ import annotations

import pypdfium2

from qa.reports.formats.pdf.fields import Annotations, Typed, page_annotations, with_values
from qa.reports.formats.pdf.segments import Segment
from tests.documents import Pdf, form_pdf


def _segment(text: str, base: float) -> Segment:
    return Segment(text, 50, 50 + 5 * len(text), base, 10, False, base / 800)


def _annotations(raw: bytes) -> Annotations:
    with pypdfium2.PdfDocument(raw) as document:
        document.init_forms()
        page = document[0]
        found = page_annotations(document, page, 0, 0)
        page.close()
    return found


def test_values_have_their_place() -> None:
    (chair, day) = _annotations(form_pdf([("Chair:", "Ms Lind"), ("Day:", "4 May")])).values
    assert chair == Typed("Ms Lind", 150, 696, 400, 712)
    assert day.text == "4 May"


def test_a_field_without_a_value_is_none() -> None:
    assert _annotations(form_pdf([("Chair:", "")])) == Annotations()


def test_notes_and_comments_are_told_apart() -> None:
    raw = Pdf().page().note("Ask again.", 60).note("Why?", 90, comment=True).raw()
    found = _annotations(raw)
    assert (found.notes, found.comments) == (("Ask again.",), ("Why?",))


def test_a_value_stands_on_its_label_s_line_and_after_it() -> None:
    labels = [_segment("Chair:", 700), _segment("Day:", 670)]
    filled = with_values(labels, [Typed("Ms Lind", 150, 696, 400, 712)], 800)
    assert [segment.text for segment in filled] == ["Chair:", "Ms Lind", "Day:"]
    assert filled[1].base == 700


def test_lines_of_a_value_go_down() -> None:
    lines = with_values([], [Typed("one\ntwo", 150, 600, 400, 712)], 800)
    assert [segment.text for segment in lines] == ["one", "two"]
    assert lines[0].base > lines[1].base
