from __future__ import annotations

import pytest

from qa.errors import ReportError
from qa.reports.formats.office.xml_tree import (
    parse_office_xml,
    parse_xml,
    put_after,
    take_away,
    unwrap,
    whole_number,
    words_of,
)

_XML = b"<a>1<b>2<c>3</c>4</b>5<d/>6</a>"


def _text(root: object) -> str:
    return "".join(root.itertext())  # type: ignore[attr-defined]


@pytest.mark.parametrize(("tag", "left"), [("b", "156"), ("c", "12456"), ("d", "123456")])
def test_what_follows_an_element_stays(tag: str, left: str) -> None:
    root = parse_xml(_XML)
    take_away(root.find(f".//{tag}"))
    assert _text(root) == left
    take_away(root)


def test_an_element_is_unwrapped_in_its_place() -> None:
    root = parse_xml(b"<a><x/><b><c>3</c><e/></b>5<d/></a>")
    unwrap(root.find("b"))
    assert [child.tag for child in root] == ["x", "c", "e", "d"]
    assert _text(root) == "35"


def test_elements_are_moved_in_their_order() -> None:
    root = parse_xml(b"<a><b/><c><d/><e/></c></a>")
    put_after(root.find("b"), iter(list(root.find("c"))))
    assert [child.tag for child in root] == ["b", "d", "e", "c"]


def test_words_are_those_of_the_named_elements() -> None:
    assert words_of(parse_xml(b"<a><t>1</t><u>2</u><v><t>3</t><t/></v></a>"), ("t",)) == "1 3 "


def test_the_strict_form_has_the_common_names() -> None:
    root = parse_office_xml(b'<a xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>')
    assert root.tag == "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}a"


def test_entities_and_comments_are_not_words() -> None:
    root = parse_xml(b'<!DOCTYPE a [<!ENTITY e "boom">]><a>1<!-- 2 -->3&e;<?p 4?></a>')
    assert "boom" not in _text(root)


@pytest.mark.parametrize(
    ("xml", "reason"),
    [(b"<a>" * 5000 + b"</a>" * 5000, "nested too deeply"), (b"<a>", "XML is damaged")],
)
def test_what_is_no_tree_is_named(xml: bytes, reason: str) -> None:
    with pytest.raises(ReportError, match=reason):
        parse_xml(xml)


@pytest.mark.parametrize(
    ("written", "number"),
    [("7", 7), (None, 3), ("", 3), ("x", 3), ("-7", 3), ("9" * 400, 3), ("1.5", 3), ("²", 3)],
)
def test_what_is_no_number_is_as_if_it_were_missing(written: str | None, number: int) -> None:
    assert whole_number(written, 3) == number
