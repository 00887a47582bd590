"""A report's own file, page by page, as it was printed.

In: a report, a page and the place of a quote. Out: the page as a picture, and where the quote's
words stand on it. Open `pages` first.
"""

from qa.originals.pages import OriginalPages, draw_page, mark_page, original_pages
from qa.reports import PageMarks, prepare_pages

__all__ = [
    "OriginalPages",
    "PageMarks",
    "draw_page",
    "mark_page",
    "original_pages",
    "prepare_pages",
]
