from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reports.formats.leaving_out import Leaving
from qa.reports.formats.markup.edits import Edited
from qa.reports.formats.markup.inline_marks import edits_of, fold, is_html


def _plain(text: str, *labels: str) -> str:
    edits = edits_of(text, 0, len(text), frozenset(map(fold, labels)))
    return Edited(text, edits, Leaving()).text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("[Ivo](https://a.example/b_c)", "Ivo"),
        ('[Ivo](<a b> "Chair") and [x](mailto:a@b.example)', "Ivo and x"),
        ("[**Ivo** L.](/a_(b)_c)", "Ivo L."),
        ("[[Ivo] L.](/a)", "[Ivo] L."),
        ("[a\nb](c)", "a\nb"),
        ("[Ivo](https://a.example and", "Ivo and"),
        ("Ivo](https://a.example/x) and [Ivo](", "Ivo and Ivo"),
        ("a ![chart](c.png) b [![c](d)](e)", "a b "),
        ("[Ivo][1], [mara], [Mara][], [Paul]", "Ivo, mara, Mara, [Paul]"),
        ("fee[^1] and[^note].", "fee and."),
        ("[^1]: The note", "The note"),
        ("`a*b*` and ``c`d``", "a*b* and c`d"),
        (r"\*a\* 1\. \[b\](c)", "*a* 1. [b](c)"),
        ("R&amp;D &lt;a&gt; A&B &nosuch;", "R&D <a> A&B &nosuch;"),
        ("at <https://a.example/b> or <a@b.example>", "at or a@b.example"),
        ("https://a.example/b_c_ *d*", "https://a.example/b_c_ d"),
        ("10:00 <Ivo> hello", "10:00 <Ivo> hello"),
        ("<b>a</b><br>b", "a\nb"),
        ("| a<br>b |", "| a b |"),
        ("is <del>40</del><ins>55</ins>", "is 55"),
        ("18<sup>2</sup> euros, 40 m<sup>2</sup>, 1<sup>st</sup>", "18 euros, 40 m², 1st"),
        ("- [ ] open\n- [x] done", "- [ ] open\n- [x] done"),
    ],
)
def test_marks_are_not_words(text: str, plain: str) -> None:
    assert _plain(text, "1", "MARA") == plain


@pytest.mark.parametrize(
    "part", ["[", "![", "](", "`", "``a`", "*a", "<del>", "<", "&", "[a](", "_", "~~"]
)
def test_signs_without_end_take_no_longer(part: str) -> None:
    assert _plain("a" + part * 10_000).startswith("a")


@given(st.lists(st.sampled_from("a [ ] ( ) ![ ` * ** _ \\ < > & ; \n b](c)".split(" "))))
def test_words_outside_of_links_stay(parts: list[str]) -> None:
    said = " ".join(part for part in parts if part != "![" and "(" not in part)
    assert _plain(said).count("a") == said.count("a")


@pytest.mark.parametrize(
    ("block", "html"), [("<table>", True), ("</div>\n", True), ("<?x?>", True), ("<Ivo>", False)]
)
def test_html_is_told_from_names(block: str, html: bool) -> None:
    assert is_html(block) is html
