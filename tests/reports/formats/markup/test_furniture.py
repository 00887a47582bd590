from __future__ import annotations

import pytest

from qa.reports.formats.markup.elements import Element
from qa.reports.formats.markup.furniture import furniture
from qa.reports.formats.markup.page import Page

_LINKS = "<a href=/>Home</a> <a href=/n>News</a> <a href=/c>Contact</a>"
_PROSE = "The board approved dredging of the north basin after a long debate. " * 6


def _kind(html: str, around: str = "<h1>Minutes</h1>{}<p>" + _PROSE) -> str | None:
    page = Page(around.format(f"<x-here></x-here>{html}"))
    at = next(
        at for at, p in enumerate(page.pieces) if isinstance(p, Element) and p.tag == "x-here"
    )
    element = page.pieces[at + 2]
    assert isinstance(element, Element)
    return furniture(page, element)


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        (f"<nav>{_LINKS}</nav>", "navigation"),
        (f"<div role=navigation>{_LINKS}</div>", "navigation"),
        (f"<div class=mainMenu>{_LINKS}</div>", "navigation"),
        ("<a href=#main>Skip to the text</a>", "navigation"),
        ("<div id=cookie-bar>We use cookies.<button>Accept</button></div>", "cookie banner"),
        ("<div class='gdpr consent'>Our cookies. <a href=x>More</a></div>", "cookie banner"),
        ("<div class=share-buttons><a href=x>Post</a></div>", "social buttons"),
        ("<div class=teaser><h3>Boats</h3><p>New. <a href=x>More</a></div>", "related links"),
        ("<aside><h3>Related</h3><p>Other news.</aside>", "related links"),
        (f"<section><h3>Most read</h3>{_LINKS}</section>", "related links"),
        ("<form><input><button>Search</button></form>", "form"),
        ("<select><option>2023</select>", "form"),
        ("<p>© 2023 Port of Zeeport</p>", "site footer"),
    ],
)
def test_what_stands_around_the_text_is_known(html: str, kind: str) -> None:
    assert _kind(html) == kind


@pytest.mark.parametrize(
    "html",
    [
        "<div class=comment>Ivo: the fee should rise.</div>",
        "<aside><h3>Votes</h3><p>5 in favour.</aside>",
        f"<ul class=attendees><li>{_LINKS}</ul>",
        f"<ul>{_LINKS}</ul>",
        "<div class=consent-agenda>Consent agenda: <a href=x>item 4</a></div>",
        "<section id=cookies><h2>Cookies</h2>Cookies were discussed. <a href=x>More</a></section>",
        f"<div class='content has-sidebar menu-open'><h1>Board</h1>{_LINKS}</div>",
        "<div class=menu>Fish and rice for all.</div>",
        f"<form><h2>Minutes</h2>{_PROSE}<input></form>",
        "<p class=teaser>The board raised the fee.</p>",
        "<p>Copyright was the third item.</p>",
        "<header>Third meeting</header>",
        "<footer>Minutes taken by Samir Haddad</footer>",
    ],
)
def test_text_is_text_however_it_is_named(html: str) -> None:
    assert _kind(html) is None


def test_links_above_the_first_heading_or_in_the_footer_lead_elsewhere() -> None:
    assert _kind(f"<ul>{_LINKS}</ul>", "{}<h1>Minutes</h1>") == "navigation"
    assert _kind(f"<ul>{_LINKS}</ul>", "<h1>Minutes</h1><footer>{}</footer>") == "navigation"
