from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reports.formats.markup.elements import Element, Piece, read_elements


def _written(pieces: list[Piece]) -> str:
    """The page with every element closed."""
    return "".join(
        piece if isinstance(piece, str) else f"<{'/' if at == piece.end else ''}{piece.tag}>"
        for at, piece in enumerate(pieces)
    )


@pytest.mark.parametrize(
    ("html", "written"),
    [
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        ("<p>a<div>b</p>c", "<p>a</p><div>bc</div>"),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"),
        ("<dl><dt>a<dd>b<dt>c</dl>", "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>"),
        (
            "<table><tr><td>a<th>b<tr><td>c</table>",
            "<table><tr><td>a</td><th>b</th></tr><tr><td>c</td></tr></table>",
        ),
        ("<head><title>a<p>b", "<head><title>a</title></head><p>b</p>"),
        ("<td>a<table></div></td>b", "<td>a<table></table></td>b"),
        ("<b><p>a</b>c</p>", "<b><p>ac</p></b>"),
        ("a<br>b<img/>c<a name=x />d</br>", "a<br></br>b<img></img>c<a></a>d"),
        ("<script>if (a<b) '<p>'</script>c", "<script></script>c"),
        ("a < b &amp; x<y <!-- <p> --> <!doctype x>", "a < b & x<y  "),
        ("<p title='<b>x</b>'>a", "<p>a</p>"),
    ],
)
def test_what_opens_closes(html: str, written: str) -> None:
    assert _written(read_elements(html)) == written


def test_attributes_are_read() -> None:
    (element, *_) = read_elements("<DIV ID=a class='b  c' data-x=\"d>e\" hidden>")
    assert isinstance(element, Element)
    assert element.attributes == {"id": "a", "class": "b  c", "data-x": "d>e", "hidden": ""}


@pytest.mark.parametrize(
    "part", ["<div>", "<b><table>", "<td>", "<i></b>", "<a b='", "</p>", "<li>"]
)
def test_long_pages_are_read_to_an_end(part: str) -> None:
    assert "a" in read_elements("<b><p>a" + part * 20_000)


@given(st.lists(st.sampled_from("a <p> </p> <li> <ul> </ul> <tr> <td> <b> </b> <br> <dd>".split())))
def test_all_words_stay_and_all_that_opens_closes(parts: list[str]) -> None:
    pieces = read_elements(" ".join(parts))
    assert "".join(p for p in pieces if isinstance(p, str)).count("a") == parts.count("a")
    for at, piece in enumerate(pieces):
        if isinstance(piece, Element):
            assert at in (piece.start, piece.end)
            assert piece.start < piece.end
