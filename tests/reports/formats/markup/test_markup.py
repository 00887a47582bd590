from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reports.formats.markup.markup import read_markup, read_page


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
        ("<script>a</script><style>b</style><nav>c</nav>d<footer>e</footer>", "d\n\ne"),
        ("<nav><ul><li>a</nav><p>b", "b"),
        ("<p>a</p></p></li></ul></ol>b", "a\n\nb"),
        ("<p>a<!-- b --></p>", "a"),
        ("a < b, x<y", "a < b, x<y"),
        ("<!doctype html><?xml?>a<img alt='>'>b<a title=\">\" href=x>c", "abc"),
        ("<script>if (a < b) '<nav>'; '</p>'</script>c", "c"),
        ("a<!-- b", "a"),
        ("", ""),
        ("<p>a<br>b</p>c<div>d</div>e", "a\nb\n\nc\n\nd\n\ne"),
        ("<table><tr><td>a<td><ul><li>b<li>c</ul><tr><td>d<td>e</table>", "a | b; c\n\nd | e"),
        ("<table><tr><td>a<td><table><tr><td>b<td>c<tr><td>d</table></table>e", "a | b c; d\n\ne"),
        ("<dl><div><dt>a</dt><dd>b</dd></div><dt>c<dd>d<dd>e</dl>f", "a: b\n\nc: d; e\n\nf"),
        ("<dl><dt>a<dd><p>b<p>c<dt>d<dd>e</dl>", "a: b\n\nc\n\nd: e"),
        ("<header><h1>a</h1></header><main>b</main><aside>c</aside>", "a\n\nb\n\nc"),
        ("<pre>10:00 a\n10:01 b</pre>c\nd", "10:00 a\n10:01 b\n\nc d"),
        ("at <del>40</del><ins>55</ins> t", "at 55 t"),
        ("a<p hidden>b<p>c<span style='display:none'>d</span>e", "a\n\nce"),
        ("18<sup>2</sup> euros, 40 m<sup>2</sup>, 1<sup>st</sup>", "18 euros, 40 m², 1st"),
        ("fee <a href='#fn1'>[1]</a>. <sup>1</sup>/<sub>2</sub>", "fee . 1/2"),
        ("a<nav>b</nav>c<button>d</button>e", "a\n\nc e"),
        ("<body style='display:none'><p>a</p><p hidden>b</p>", "a"),
        ("<div aria-hidden=true><h1>a</h1>b</div><div role=dialog>c</div>", "a\n\nb\n\nc"),
        ("18<sup>2 euros a year, it was said", "182 euros a year, it was said"),
    ],
)
def test_elements_become_blocks(html: str, text: str) -> None:
    assert read_markup(html).text() == text


def test_a_table_that_lays_out_the_page_is_none() -> None:
    page = f"<table><tr><td>Port<td><h1>Board</h1><p>{'They met. ' * 50}<ul><li>a</ul></table>"
    assert read_markup(page).text().startswith("Port\n\nBoard\n\nThey met.")
    assert read_markup(page).text().endswith("They met.\n- a")


def test_what_is_left_out_is_named() -> None:
    _, left_out = read_page("<nav>ab</nav><del>c</del>d<sup>*</sup><script>e</script><nav>f</nav>")
    assert [(part.kind, part.letters) for part in left_out] == [
        ("navigation", 3),
        ("deleted text", 1),
        ("footnote marks", 0),
    ]


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


@given(st.lists(st.sampled_from("<dl> <dt> <dd> </dl> <sup> </sup> <td> <tr> <pre> <p> a".split())))
def test_lines_and_marks_keep_the_words(parts: list[str]) -> None:
    assert read_markup(" ".join(parts)).text().count("a") == parts.count("a")
