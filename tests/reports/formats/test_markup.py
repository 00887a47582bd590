from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reports.formats.markup import read_markup


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One<p>Two", "One\n\nTwo"),
        ("<p>One <b>and</b><i> two</i></p>", "One and two"),
        ("<ul><li>a<li>b<ul><li>c</ul></ul><p>d", "- a\n- b\n- c\n\nd"),
        ("<ol><li><p>a</p></li><li>b</li></ol>", "1. a\n2. b"),
        ("<ol><li>a<ul><li>b</ul><li>c</ol>", "1. a\n- b\n2. c"),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a | b\n\nc | d"),
        ("<table><tr><td><p>a</p><p>b</p></td><td><h2>c</h2></td></tr></table>", "a b | c"),
        ("<table><tr><td>a<table><tr><td>b</table>", "a\n\nb"),
        ("<p>Quay 3<br>Zeeport", "Quay 3\nZeeport"),
        ("<p>a &amp; b&nbsp;&eacute; &#128676;", "a & b é 🚤"),
        ("<script>a</script><style>b</style><nav>c</nav>d<footer>e</footer>", "d"),
        ("<nav><ul><li>a</nav><p>b", "b"),
        ("<p>a</p></p></li></ul></ol>b", "a\n\nb"),
        ("<p>a<!-- b --></p>", "a"),
        ("a < b, x<y", "a < b, x<y"),
        ("<!doctype html><?xml?>a<img alt='>'>b<a title=\">\" href=x>c", "abc"),
        ("<script>if (a < b) '<nav>'; '</p>'</script>c", "c"),
        ("a<!-- b", "a"),
        ("", ""),
    ],
)
def test_elements_become_blocks(html: str, text: str) -> None:
    assert read_markup(html).text() == text


def test_headings_have_their_levels() -> None:
    _, headings = read_markup("<h1>A<p>b</p><h3><div>C</div></h3>d<h2></h2>e").text_and_headings()
    assert [(heading.level, heading.title) for heading in headings] == [(1, "A"), (3, "C")]


def test_depth_costs_nothing() -> None:
    assert read_markup("<div><ul><li>" * 10_000 + "a").text() == "- a"


@pytest.mark.parametrize(
    "part", ["<!--", "<!", "<![CDATA[", "<", "<a '", "<a href='", "&#x", "<script>"]
)
def test_what_never_ends_takes_no_longer(part: str) -> None:
    assert read_markup("a" + part * 10_000).text()[0] == "a"


@given(st.lists(st.sampled_from("<p> </p> <li> <ul> </ol> <td> </tr> <table> <h1> a <br>".split())))
def test_any_order_of_elements_keeps_the_words(parts: list[str]) -> None:
    assert read_markup(" ".join(parts)).text().count("a") == parts.count("a")
