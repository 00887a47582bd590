"""Files in every format, made by code: what they should give is known."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Sequence

MADE = datetime.datetime(2024, 5, 6, 12, tzinfo=datetime.UTC)
PROSE = (
    "The board approved dredging of the north basin after a long debate on costs and on fish. "
    "Ms Okafor asked for a survey before any work begins, since the last one is nine years old. "
)
_WIDTH = 210  # of a page, in mm


def docx(
    blocks: Sequence[tuple[str, str]] = (),
    table: Sequence[Sequence[str]] = (),
    title: str = "",
    header: str = "",
    footer: str = "",
) -> bytes:
    """A Word document of (style, words) and a table below them."""
    import docx as python_docx

    document = python_docx.Document()
    document.core_properties.title = title
    for style, words in blocks:
        document.add_paragraph(words, style=style)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    if footer:
        document.sections[0].footer.paragraphs[0].text = footer
    if table:
        cells = document.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, words in zip(cells.add_row().cells, row, strict=True):
                cell.text = words
    return _saved(document)


def _saved(document: object) -> bytes:
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


def zipped(parts: dict[str, bytes], first: str | None = None) -> bytes:
    """A zip file; `first` names the type as OpenDocument does."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        if first:
            archive.writestr("mimetype", first, zipfile.ZIP_STORED)
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def repacked(raw: bytes, parts: dict[str, bytes]) -> bytes:
    """A zip file with some parts replaced."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        old = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**old, **parts})


_ODT_NAMES = " ".join(
    [
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (
            *((name, name) for name in ("office", "text", "table", "meta", "style", "form")),
            ("draw", "drawing"),
        )
    ]
    + ['xmlns:dc="http://purl.org/dc/elements/1.1/"']
)


def odt_part(kind: str, inner: str) -> bytes:
    """A part of an OpenDocument file: "content", "meta", "styles"."""
    element = f"office:document-{kind}"
    return f"<{element} {_ODT_NAMES}>{inner}</{element}>".encode()


def odt(body: str, meta: str = "", styles: str = "", pages: str = "") -> bytes:
    """An OpenDocument text of the elements in `body`, with their styles and kinds of pages."""
    content = (
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>"
    )
    parts = {
        "content.xml": odt_part("content", content),
        "meta.xml": odt_part("meta", f"<office:meta>{meta}</office:meta>"),
        "styles.xml": odt_part("styles", f"<office:master-styles>{pages}</office:master-styles>"),
    }
    return zipped(parts, "application/vnd.oasis.opendocument.text")


class Pdf:
    """A PDF, written piece by piece at chosen places."""

    def __init__(self, title: str = "", made: datetime.datetime = MADE) -> None:
        from fpdf import FPDF

        self.pdf = FPDF()
        self.pdf.set_auto_page_break(False)
        self.pdf.set_creation_date(made)
        if title:
            self.pdf.set_title(title)

    def page(self, header: str = "", footer: str = "") -> Pdf:
        self.pdf.add_page()
        self._line(header, 8)
        self._line(footer, 285)
        return self

    def heading(self, words: str, y: float, size: float = 16) -> Pdf:
        self.pdf.set_font("Helvetica", "B", size)
        self.pdf.set_xy(15, y)
        self.pdf.cell(text=words)
        return self

    def prose(self, words: str, y: float, x: float = 15, width: float = _WIDTH - 30) -> Pdf:
        self.pdf.set_font("Helvetica", "", 10)
        self.pdf.set_xy(x, y)
        self.pdf.multi_cell(width, 5, words, align="L")
        return self

    def line(self, words: str, y: float, x: float = 15) -> Pdf:
        self.pdf.set_font("Helvetica", "", 10)
        self.pdf.set_xy(x, y)
        self.pdf.cell(text=words)
        return self

    def scan(self) -> Pdf:
        """A page that is an image."""
        from PIL import Image

        self.pdf.add_page()
        self.pdf.image(Image.new("L", (60, 80), 200), 10, 10, 180)
        return self

    def encrypted(self, password: str) -> Pdf:
        self.pdf.set_encryption(owner_password="owner", user_password=password)
        return self

    def raw(self) -> bytes:
        return bytes(self.pdf.output())

    def _line(self, words: str, y: float) -> None:
        if words:
            self.pdf.set_font("Helvetica", "", 8)
            self.pdf.set_xy(15, y)
            self.pdf.cell(text=words)


def page_html(main: str, head: str = "") -> bytes:
    """A web page with what stands around the text on a site."""
    return f"""<!doctype html><html lang=en><head><meta charset=utf-8>{head}</head><body>
<nav><ul><li><a href=/>Home</a><li><a href=/news>News</a><li><a href=/c>Contact us</a></ul></nav>
<div id="cookie-banner" class="cookie-consent"><p>We use cookies to improve your experience.</p>
<button>Accept all</button></div><main><article>{main}</article></main>
<aside><h3>Related</h3><p>Other news of the port.</p></aside><script>alert("scripted")</script>
<footer><p>Port of Zeeport, all rights reserved.</p></footer></body></html>""".encode()
