from __future__ import annotations

import pytest

from qa.errors import ReportError
from qa.reports.formats.office.office_parts import OfficeParts, Relation, read_relations
from qa.reports.formats.office.xml_tree import parse_xml
from tests.documents import zipped
from tests.office_xml import relations


@pytest.mark.parametrize("target", ["../b/c.xml", "/b/c.xml", "./../b/./c.xml"])
def test_a_target_is_relative_or_begins_at_the_root(target: str) -> None:
    root = parse_xml(relations({target: "slide"}))
    assert list(read_relations("a", root)) == [Relation("r1", "slide", "b/c.xml")]


def test_a_part_points_to_others() -> None:
    rels = relations({"b.xml": "slide", "gone.xml": "slide", "c.xml": "styles"})
    raw = zipped({"x/a.xml": b"<a/>", "x/b.xml": b"<b/>", "x/_rels/a.xml.rels": rels})
    parts = OfficeParts(raw)
    assert parts.related("x/a.xml", "slide") == ["x/b.xml"]
    assert parts.relations("x/b.xml") == []
    assert parts.tree("x/b.xml").tag == "b"
    assert "x/a.xml" in parts
    assert list(parts.named(r"x/[ab]\.xml")) == ["x/a.xml", "x/b.xml"]


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(ReportError, match="Unpacked, its text would have"):
        OfficeParts(zipped({"a.xml": b" " * 60_000_000}))
