"""What stands around a page's text on every page of a site, told by its marks."""

from __future__ import annotations

import re

from qa.reports.formats.markup.elements import BLOCKS, Element
from qa.reports.formats.markup.page import HEADINGS, Page, plain_words

NAVIGATION, COOKIES, RELATED = "navigation", "cookie banner", "related links"
SOCIAL, FORM, FOOTER = "social buttons", "form", "site footer"
_NAVIGATION = frozenset(
    "nav navbar navigation menu submenu breadcrumb breadcrumbs toc pagination pager sitemap "
    "skiplink skiplinks topbar".split()
)
_SOCIAL = frozenset("share sharing social addthis sharethis follow socials".split())
_RELATED = frozenset(
    "related teaser teasers recommended recommendations promo newsletter subscribe "
    "sponsored advertisement readmore".split()
)
_ASK = frozenset("banner popup modal manager management dialog overlay notice".split())
_COOKIE = re.compile(r"cookie|gdpr|onetrust|cybot|didomi|usercentrics")
_CONTROLS = frozenset("button select input textarea datalist option".split())
_NAV_ROLES = frozenset("navigation menu menubar".split())
_CONTENT = frozenset(("html", "body", "main", "dl", "table", *HEADINGS))
_LISTS = frozenset("ul ol div p table tr center footer".split())
_ASIDES = frozenset("aside div section ul nav footer".split())
_OF_OTHERS = re.compile(
    r"(?:related|recommended|popular|trending|most read|read more|read next|more news|more from|"
    r"latest news|other news|also read|you may also|share this|follow us|subscribe|newsletter|"
    r"advertisement|quick links)\b",
    re.IGNORECASE,
)
_OWNER = re.compile(
    r"\s*(?:copyright\s{0,3})?(?:©|\(c\) ?\d|copyright \d)|.{0,200}\ball rights reserved\b",
    re.IGNORECASE | re.DOTALL,
)
_SKIP = re.compile(r"\s*(?:skip|jump) to\b", re.IGNORECASE)
_BANNER = 600  # letters at most of one that has nothing to click on
_SMALL = 300  # letters of a form that is one, of a line about the owner
_FEW = 40  # pieces of a page in one line


def furniture(page: Page, element: Element) -> str | None:
    """What kind of site furniture the element is; None if it is text.

    In doubt it is text: a list of links may be that of those present.
    """
    kind = _by_tag(page, element)
    if kind or element.tag in _CONTENT or _holds_the_text(page, element):
        return kind
    return _by_name(page, element) or _by_words(page, element)


def _by_tag(page: Page, element: Element) -> str | None:
    if element.tag in _CONTROLS:
        return FORM
    if element.tag == "nav" or element.says("role") in _NAV_ROLES:
        prose = page.letters(element) > _SMALL and page.linked(element) < 0.3
        return None if prose or _holds_the_text(page, element) else NAVIGATION
    if element.tag == "form" or element.says("role") == "search":
        return FORM if _is_small_form(page, element) else None
    return None


def _is_small_form(page: Page, element: Element) -> bool:
    """On some sites the whole page is a form."""
    text = page.count(element, "tr", "li", "main", "article", "dl", *HEADINGS)
    return not text and page.letters(element) < _SMALL


def _holds_the_text(page: Page, element: Element) -> bool:
    return bool(page.count(element, "main", "h1"))


def _by_name(page: Page, element: Element) -> str | None:
    names = _names(page, element)
    if not names:
        return None
    links, letters = page.count(element, "a"), page.letters(element)
    if _is_cookie_banner(page, element, names):
        return COOKIES
    if names & _NAVIGATION and links and page.linked(element) >= 0.5:
        return NAVIGATION
    if names & _SOCIAL and (page.linked(element) >= 0.5 or letters < 40):
        return SOCIAL
    most = letters > page.all_letters / 2 and page.linked(element) < 0.5
    return RELATED if names & _RELATED and links and not most else None


def _names(page: Page, element: Element) -> set[str]:
    """Of its class and id; many an id is only the words of the heading below it."""
    named = element.attributes.get("id", "")
    words = plain_words(named) if named else []
    own = [] if words and words == plain_words(page.heading(element)) else words
    return {*plain_words(element.attributes.get("class", "")), *own}


def _is_cookie_banner(page: Page, element: Element, names: set[str]) -> bool:
    """A "consent agenda" is none, nor is a talk about cookies."""
    marked = any(map(_COOKIE.search, names)) or ("consent" in names and names & _ASK)
    if not marked or not _COOKIE.search(page.words(element).lower()):
        return False
    return page.letters(element) < _BANNER or bool(page.count(element, "button", "input", "a"))


def _by_words(page: Page, element: Element) -> str | None:
    if element.tag == "a" and _SKIP.match(page.words(element)[:40]):
        return NAVIGATION
    if element.tag in _LISTS and _is_link_list(page, element):
        return NAVIGATION
    if element.tag in _ASIDES and _OF_OTHERS.match(page.heading(element)):
        return RELATED if element.tag == "aside" or page.linked(element) >= 0.5 else None
    return FOOTER if _is_owners_line(page, element) else None


def _is_link_list(page: Page, element: Element) -> bool:
    """Links and no more, above the first heading or in the footer."""
    above = element.end < page.first_heading < len(page.pieces)
    if not above and not page.is_in_footer(element):
        return False
    return page.count(element, "a") > 2 and page.linked(element) >= 0.9


def _is_owners_line(page: Page, element: Element) -> bool:
    short = page.letters(element) < _SMALL and element.end - element.start < _FEW
    if element.tag not in BLOCKS or not short:
        return False
    return bool(_OWNER.match(page.words(element))) and not page.count(element, *BLOCKS)
