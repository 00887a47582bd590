from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reports.formats.markup.tags import Tag, read_tags


def _written(html: str) -> str:
    parts = read_tags(html)
    return "".join(p if isinstance(p, str) else f"[{'/' * p.closes}{p.name}]" for p in parts)


@pytest.mark.parametrize(
    ("html", "written"),
    [
        ("a<P>b</P >c", "a[p]b[/p]c"),
        ("a < b, x<y &lt;p&gt;", "a < b, x<y <p>"),
        ("<script>if (a<b) '</p>'</script>c", "[script][/script]c"),
        ("<script src=x/>c</script>d", "[script][/script]d"),
        ("<script src=x />c", "[script]c"),
        ("a<!-- <p> -->b<!doctype x>c<?y?>d", "abcd"),
        ("<p title='<b>x</b>'>a", "[p]a"),
        ("<o:p>a</o:p>", "[o:p]a[/o:p]"),
        ("a<!-- b", "a"),
    ],
)
def test_tags_and_words_come_in_order(html: str, written: str) -> None:
    assert _written(html) == written


def test_attributes_are_read() -> None:
    (_, tag) = read_tags("<DIV ID=a class='b  c' data-x=\"d>e\" hidden />")
    attributes = {"id": "a", "class": "b  c", "data-x": "d>e", "hidden": ""}
    assert tag == Tag("div", attributes, closes=False, ends=True)


@pytest.mark.parametrize("part", ["<!--", "<", "<a '", "<a href='", "<a b='c", "&#x", "<script>"])
def test_what_never_ends_takes_no_longer(part: str) -> None:
    assert _written("a" + part * 10_000)[0] == "a"


@given(st.text("<>/!-a b='\"&"))
def test_any_page_has_tags_and_words(html: str) -> None:
    assert all(part is not None for part in read_tags(html))
