"""A page, walked once from its beginning to its end -> blocks, and what they lack."""

from __future__ import annotations

from qa.reports.formats.blocks import LINE, Blocks
from qa.reports.formats.document import LeftOut
from qa.reports.formats.leaving_out import Leaving
from qa.reports.formats.markup.elements import BLOCKS, Element
from qa.reports.formats.markup.furniture import furniture
from qa.reports.formats.markup.markup_blocks import MarkupBlocks
from qa.reports.formats.markup.page import HEADINGS, Page
from qa.reports.formats.markup.table_spans import TableSpans
from qa.reports.formats.markup.unseen import (
    DELETED,
    HIDDEN,
    MARKS,
    NO_TEXT,
    is_note_link,
    is_raised,
    raised,
    unseen,
)

_ROW = 3000  # letters: more are a page laid out as a table
_PART = 300  # letters: more, with a heading among them, are one as well
_DESCRIPTION = 1000  # letters: more are read as paragraphs
_MARK = 12  # letters at most of a footnote's mark or an exponent
_CELLS = ("td", "th")
_NOT_PLAIN = ("del", "s", "strike", "sup", "table", "script", "style", "template")
_WHOLE = frozenset(("html", "body", "main"))
_TABLE = frozenset("table thead tbody tfoot tr td th".split())


def read_markup(html: str) -> Blocks:
    """The text of an HTML page or fragment, without what `read_page` leaves out."""
    return read_page(html)[0]


def read_page(html: str) -> tuple[Blocks, tuple[LeftOut, ...]]:
    """The text of an HTML page or fragment in its order, and what was left out of it.

    That is what surrounds the text on every page of a site, what is deleted or hidden, and the
    marks of footnotes. Scripts and style sheets are no text and aren't named.
    """
    walker = _Walker(Page(html))
    walker.walk()
    return walker.markup.blocks, walker.left_out.parts()


class _Walker:
    def __init__(self, page: Page) -> None:
        self.markup = MarkupBlocks()
        self.left_out = Leaving()
        self._page = page
        self._row = self._row_end = -1  # where the row is that is a line
        self._spans = TableSpans()
        self._pre_end = 0

    def walk(self) -> None:
        at, pieces = 0, self._page.pieces
        while at < len(pieces):
            piece = pieces[at]
            if isinstance(piece, str):
                self._say(piece, at)
            elif at == piece.end:
                self._close(piece)
            else:
                at = self._open(piece)
            at += 1
        self.markup.end()

    def _open(self, element: Element) -> int:
        """Gives the place to go on from: the element's own end if it was dealt with."""
        if element.tag in NO_TEXT:
            return element.end
        if kind := self._unseen(element) or furniture(self._page, element):
            self._leave_out(kind, element)
            return element.end
        if is_raised(element) or element.tag == "a":
            return self._open_mark(element)
        self._enter(element)
        return element.start

    def _unseen(self, element: Element) -> str | None:
        """A page that was hidden as a whole when it was saved is read."""
        kind, page = unseen(element), self._page
        holds = element.tag in _WHOLE or page.count(element, "main", "h1")
        whole = holds and page.letters(element) > page.all_letters / 2
        return None if kind == HIDDEN and whole else kind

    def _open_mark(self, element: Element) -> int:
        words, up = self._page.words(element), is_raised(element)
        if self._page.letters(element) > _MARK or not (up or is_note_link(element, words)):
            return element.start
        said = self._raised(element, words) if up else None
        if said is None:
            self.left_out.add(MARKS, words)
        self.markup.words(said or "")
        return element.end

    def _raised(self, element: Element, words: str) -> str | None:
        links = bool(self._page.count(element, "a"))
        return raised(words, self.markup.before, self._page.following(element), links)

    def _enter(self, element: Element) -> None:
        inside = element.start < self._row_end
        if element.tag == "table" and not inside:
            self._spans = TableSpans()
        if element.tag == "tr" and not inside:
            self._spans.begin_row()
            if self._is_line(element):
                self._row, self._row_end = element.start, element.end
        if element.tag == "pre":
            self._pre_end = max(self._pre_end, element.end)
        tag = self._tag(element)
        self.markup.open(tag)
        if tag in _CELLS:
            self.markup.words(self._spans.begin_cell(element, self._repeated(element)))
        if element.tag == "dd" and not inside and self._is_long(element):
            self.markup.hold()

    def _close(self, element: Element) -> None:
        if element.start == self._row:
            self.markup.words(self._spans.end_row())
        self.markup.close(self._tag(element))

    def _repeated(self, cell: Element) -> str:
        """The words of a cell for the rows below that it spans; none if not all are seen."""
        parts = self._page.count(cell, *_NOT_PLAIN)
        return "" if parts else " ".join(self._page.words(cell).split())

    def _tag(self, element: Element) -> str:
        """In a row that is a line all else is words; in one that isn't, a cell is a part."""
        if element.tag not in _TABLE:
            return element.tag
        inside = self._row < element.start < self._row_end
        if not inside:
            return "tr" if element.start == self._row else "div"
        if element.tag == "tr":
            return "li"
        return element.tag if element.parent == self._row else "div"

    def _is_line(self, row: Element) -> bool:
        """Whether a row is one of a table; else the table only lays out the page."""
        letters, page = self._page.letters(row), self._page
        parts = page.count(row, "tr", *HEADINGS)
        cells = row.cells + self._spans.waiting
        return cells > 1 and letters <= _ROW and not (parts and letters > _PART)

    def _is_long(self, description: Element) -> bool:
        page = self._page
        if page.count(description, "tr", "dl", "pre", *HEADINGS):
            return True
        return page.count(description, "p") > 1 or page.letters(description) > _DESCRIPTION

    def _say(self, words: str, at: int) -> None:
        self.markup.words(words.replace("\n", LINE) if at < self._pre_end else words)

    def _leave_out(self, kind: str, element: Element) -> None:
        self.left_out.add(kind, self._page.all_words(element))
        if element.tag in BLOCKS:
            self.markup.open("div")
        elif kind not in (DELETED, HIDDEN):
            self.markup.words(" ")
