from __future__ import annotations

import pytest

from qa.errors import ReportError
from qa.reports.formats.document import LeftOut
from qa.reports.formats.office.pptx import read_pptx
from tests.documents import zipped
from tests.office_xml import pptx, shape, slide

TALK = pptx(
    slide(shape("Harbour board", place="ctrTitle"), shape("4 March 2024", place="subTitle")),
    slide(shape("Fees", place="title"), shape("They rise", "by 18 euros", place="body")),
    slide(shape("Secret", place="title"), about="show='0'"),
    slide(shape("The end")),
    notes=shape("Ms Tarn proposed it.", place="body"),
)


def test_slides_are_sections_in_the_order_in_which_they_are_shown() -> None:
    document = read_pptx(TALK)
    assert document.text == (
        "Harbour board\n\n4 March 2024\n\nNotes: Ms Tarn proposed it.\n\n"
        "Fees\n- They rise\n- by 18 euros\n\nThe end"
    )
    titles = [section.title for section in document.sections]
    assert titles == ["Harbour board", "Harbour board › Fees"]


def test_each_slide_is_a_page() -> None:
    document = read_pptx(TALK)
    begins = [document.text[start:].split("\n")[0] for start in document.pages]
    assert begins == ["Harbour board", "Fees", "The end", "The end"]


def test_hidden_slides_comments_and_charts_are_named() -> None:
    part = {"ppt/charts/chart1.xml": slide(shape("12 boats"))}
    raw = pptx(slide(shape("Secret"), about="show='0'"), slide(shape("Fees")), parts=part)
    assert read_pptx(raw).left_out == (
        LeftOut("hidden slides", 6, "Secret"),
        LeftOut("charts and diagrams", 7, "12 boats"),
    )


def test_a_footer_is_read_once() -> None:
    footer = shape("Board, 4 March 2024", place="ftr")
    document = read_pptx(pptx(slide(shape("Fees"), footer), slide(shape("Rise"), footer)))
    assert document.text == "Fees\n\nRise\n\nBoard, 4 March 2024"
    assert document.margin == "Board, 4 March 2024"


def test_another_zip_file_is_no_presentation() -> None:
    with pytest.raises(ReportError, match=r"lacks ppt/presentation\.xml"):
        read_pptx(zipped({"a.xml": b"<a/>"}))


def test_a_presentation_without_words_has_no_text() -> None:
    document = read_pptx(pptx(slide()))
    assert (document.text, document.pages) == ("", (0,))
