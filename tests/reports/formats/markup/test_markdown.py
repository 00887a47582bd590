from __future__ import annotations

import pytest
from hypothesis import given

from qa.reports.formats.document import LeftOut
from qa.reports.formats.markup.markdown import read_markdown
from tests.samples import report_texts


def _text(markdown: str) -> str:
    return read_markdown(markdown.encode()).text


@pytest.mark.parametrize("text", ["Fees\n====\n", "# Fees #\n", "# **Fees**\n", "# Fees:\n"])
def test_forms_of_a_heading(text: str) -> None:
    assert [section.title for section in read_markdown(text.encode()).sections] == ["Fees"]


@pytest.mark.parametrize(
    "text", ["```\n# code\n```\n", "#hashtag\n", "\\# no\n", "    # code\n", "# \n"]
)
def test_what_is_no_heading(text: str) -> None:
    assert read_markdown(text.encode()).sections == ()


def test_a_link_in_a_heading_is_its_words() -> None:
    document = read_markdown(b"# The [fees](https://example.org) paper\n")
    assert document.text == "# The fees paper\n"
    assert document.sections[0].title == "The fees paper"


def test_sections_begin_where_they_do_in_the_plain_text() -> None:
    document = read_markdown(
        b"**Opening** [x](y).\n\n## ~~No~~ Fees\n\n<h3>Boats</h3>\n\n`a`\n\n# End"
    )
    lines = [document.text[section.start :].split("\n")[0] for section in document.sections]
    assert lines == ["## Fees", "Boats", "# End"]


def test_lists_quotes_and_tables_keep_their_marks() -> None:
    text = "- **a**\n* b\n  1. c\n\n> d\n\n| a | b |\n|---|---|\n| c | d |\n\n- [ ] e"
    assert _text(text) == text.replace("**a**", "a")


def test_code_is_kept_without_its_fence() -> None:
    assert _text("a\n```js\n*b* <Ivo> [c](d)\n```\ne").split() == "a *b* <Ivo> [c](d) e".split()


def test_a_table_in_html_is_rows() -> None:
    assert _text("a\n\n<table><tr><td>b<td>c</table>\n\nd") == "a\n\nb | c\n\nd"


def test_definitions_of_links_are_no_text_and_remarks_are() -> None:
    text = "[paper][1]\n\n[1]: https://a.example/x\n[Ivo]: hello\n[^1]: note"
    assert _text(text).split() == "paper [Ivo]: hello note".split()


def test_what_is_left_out_is_named() -> None:
    document = read_markdown(
        b"a <!-- hid\n\nden --> ~~old~~ ![chart](c.png) <https://a.example> b[^1]"
    )
    assert document.text.split() == ["a", "b"]
    assert {part.kind: part.letters for part in document.left_out} == {
        "comments": 6,
        "deleted text": 3,
        "images": 5,
        "link addresses": 0,
        "footnote marks": 1,
    }


def test_what_front_matter_says_besides_is_named() -> None:
    document = read_markdown(b"---\ntitle: Board\nchair: Ivo\n---\nText.")
    assert document.left_out == (LeftOut("front matter", 3, "Ivo"),)


def test_a_comment_without_end_is_text() -> None:
    assert "kept" in _text("a\n\nb <!-- kept")


@pytest.mark.parametrize("part", ["[a](", "<!--", "**", "```\n", "> ", "<div>\n\n", "[a]: /b\n"])
def test_what_never_ends_is_read_to_an_end(part: str) -> None:
    assert "Fees" in _text("Fees\n\n" + part * 3_000)


@given(report_texts)
def test_sections_are_in_order_and_inside_the_text(text: str) -> None:
    document = read_markdown(text.encode())
    starts = [section.start for section in document.sections]
    assert starts == sorted(starts)
    assert all(0 <= start < len(document.text) for start in starts)


@given(report_texts)
def test_titles_are_one_line(text: str) -> None:
    for section in read_markdown(text.encode()).sections:
        assert section.title == " ".join(section.title.split())
