from __future__ import annotations

from qa.reports.formats.markup.elements import Element
from qa.reports.formats.markup.page import Page, plain_words


def _first(page: Page) -> Element:
    (element, *_) = page.pieces
    assert isinstance(element, Element)
    return element


def test_what_is_in_an_element_is_counted() -> None:
    page = Page("<div><a href=x>ab</a><p>cd <b>e</b><p>f</div>ghi")
    element = _first(page)
    assert (page.letters(element), page.all_letters) == (6, 9)
    assert page.linked(element) == 2 / 6
    assert (page.count(element, "p"), page.count(element, "div")) == (2, 0)
    assert page.words(element).split() == ["ab", "cd", "e", "f"]
    assert page.following(element) == "ghi"


def test_the_heading_is_what_an_element_begins_with() -> None:
    page = Page("<div> <h2>a <b>b</b></h2>c</div>")
    assert page.heading(_first(page)) == "a b"
    page = Page("<div>c<h2>a</h2></div>")
    assert (page.heading(_first(page)), page.first_heading) == ("", 2)


def test_a_footer_is_known() -> None:
    page = Page("<footer><p>a</footer><p>b")
    paragraphs = [p for p in page.pieces if isinstance(p, Element) and p.tag == "p"]
    assert [page.is_in_footer(paragraphs[0]), page.is_in_footer(paragraphs[-1])] == [True, False]


def test_names_are_taken_apart() -> None:
    assert plain_words("siteNav main-menu_2") == ["site", "nav", "main", "menu"]
