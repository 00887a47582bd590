from __future__ import annotations

import pytest

from qa.reports.formats.leaving_out import Leaving
from qa.reports.formats.office.pptx_shapes import Shape, read_shapes
from qa.reports.formats.office.xml_tree import parse_office_xml
from tests.office_xml import shape, slide, text_run


def _read(*shapes: str) -> tuple[list[Shape], dict[str, str]]:
    dropped = Leaving()
    found = list(read_shapes(parse_office_xml(slide(*shapes)), dropped))
    return found, {part.kind: part.example for part in dropped.parts()}


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("title", "title"),
        ("ctrTitle", "title"),
        ("body", "list"),
        ("obj", "list"),
        ("subTitle", "text"),
        ("ftr", "ftr"),
        ("dt", "dt"),
        (None, "text"),
    ],
)
def test_a_shape_is_what_its_place_is(place: str | None, kind: str) -> None:
    assert _read(shape("Fees", place=place)) == ([Shape(kind, ("Fees",))], {})


def test_slide_numbers_are_no_words() -> None:
    assert _read(shape("12", place="sldNum")) == ([], {})


def test_groups_are_read_in_order_and_older_forms_are_not() -> None:
    older = f"<mc:AlternateContent><mc:Choice>{shape('b')}</mc:Choice><mc:Fallback>{shape('b')}"
    group = f"<p:grpSp>{shape('a')}{older}</mc:Fallback></mc:AlternateContent></p:grpSp>"
    found, _ = _read(group, shape("c"))
    assert [words for one in found for words in one.paragraphs] == ["a", "b", "c"]


def test_rows_of_a_table_are_paragraphs() -> None:
    cell = "<a:tc><a:txBody><a:p>{}</a:p></a:txBody></a:tc>".format
    rows = "".join(
        f"<a:tr>{cell(text_run(a))}{cell(text_run(b))}</a:tr>"
        for a, b in (("Item", "Cost"), ("Survey", "12"))
    )
    (table,), _ = _read(f"<p:graphicFrame><a:tbl>{rows}</a:tbl></p:graphicFrame>")
    assert table == Shape("table", ("Item | Cost", "Survey | 12"))


def test_what_is_not_seen_is_named() -> None:
    struck = text_run("Fee ") + text_run("12", "strike='sngStrike'") + text_run("18")
    found, gone = _read(shape(struck), shape("No", about="hidden='1'"))
    assert found == [Shape("text", ("Fee 18",))]
    assert gone == {"struck text": "12", "hidden text": "No"}


def test_lines_in_a_paragraph_stay_lines() -> None:
    (found,), _ = _read(shape(f"{text_run('a')}<a:br/>{text_run('b')}"))
    assert found.paragraphs == ("a\vb",)
