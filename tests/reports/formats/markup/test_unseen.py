from __future__ import annotations

import pytest

from qa.reports.formats.markup.elements import Element
from qa.reports.formats.markup.unseen import is_note_link, is_raised, raised, unseen


def _element(tag: str, **attributes: str) -> Element:
    named = {name.replace("_", "-"): value for name, value in attributes.items()}
    return Element(tag, named, 0, 1)


@pytest.mark.parametrize(
    ("element", "kind"),
    [
        (_element("del"), "deleted text"),
        (_element("span", style="text-decoration: underline line-through"), "deleted text"),
        (_element("p", hidden=""), "hidden text"),
        (_element("p", hidden="until-found"), None),
        (_element("div", style="color:red; DISPLAY : none"), "hidden text"),
        (_element("i", aria_hidden="true"), "hidden text"),
        (_element("i", aria_hidden="false"), None),
        (_element("dialog"), "hidden text"),
        (_element("dialog", open=""), None),
        (_element("svg"), "pictures and media"),
        (_element("ins"), None),
        (_element("details"), None),
    ],
)
def test_what_is_not_seen_has_a_kind(element: Element, kind: str | None) -> None:
    assert unseen(element) == kind


def test_what_is_raised_is_so_by_its_tag_or_its_style() -> None:
    assert is_raised(_element("sup"))
    assert is_raised(_element("span", style="vertical-align: super"))
    assert not is_raised(_element("span"))


@pytest.mark.parametrize(
    ("href", "words", "is_one"),
    [
        ("#fn1", "[1]", True),
        ("minutes.html#_ftn12", "12", True),
        ("#fnref:1", "↩", True),
        ("#cite_note-3", "*", True),
        ("#fn1", "the third note", False),
        ("#item-1", "1", False),
        ("/2023", "3", False),
    ],
)
def test_links_to_notes(href: str, words: str, is_one: bool) -> None:
    assert is_note_link(_element("a", href=href), words) is is_one


@pytest.mark.parametrize(
    ("before", "words", "after", "links", "read"),
    [
        ("18", "2", " euros", False, None),
        ("the fee", "12", ".", False, None),
        ("the fee", "*", ".", False, None),
        ("the fee", "[3]", "", False, None),
        ("the fee", "1, 2", "", False, None),
        ("the fee", "a", "", True, None),
        ("40 m", "2", " of", False, "²"),
        ("per m", "-1", "", False, "⁻¹"),
        ("10", "6", " units", False, "⁶"),
        ("210", "6", "", False, None),
        ("x", "2", "", False, "²"),
        ("1", "st", " May", False, "st"),
        ("Ca", "2+", "", False, "2+"),
        ("1", "1", "/", False, " 1"),
        ("about ", "1", "⁄", False, "1"),
    ],
)
def test_raised_words(before: str, words: str, after: str, links: bool, read: str | None) -> None:
    assert raised(words, before, after, links) == read
