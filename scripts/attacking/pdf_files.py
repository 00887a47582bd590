"""Hostile PDFs: trees with cycles, sizes that lie, drawing without end."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from tests.documents import Pdf

_FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def pdf_files(letters: int) -> Mapping[str, bytes]:
    """PDFs written by hand, object by object."""
    many = letters // 20
    drawn = {
        "one place": "BT /F 10 Tf 50 700 Td " + "(a) Tj " * many + "ET",
        "each letter": "".join(
            f"BT /F 10 Tf {n % 500} {n % 800} Td (a) Tj ET " for n in range(many)
        ),
        "outside": "BT /F 10 Tf 1e30 -1e30 Td (Fees rise.) Tj ET",
        "huge letters": "BT /F 1e30 Tf 50 700 Td (Fees rise.) Tj ET",
        "no letters' size": "BT /F 0 Tf 50 700 Td (Fees rise.) Tj ET",
        "negative size": "BT /F -10 Tf 50 700 Td (Fees rise.) Tj ET",
        "flat": "BT /F 10 Tf 1 0 0 0 50 700 Tm (Fees rise.) Tj ET",
        "slanted": "BT /F 10 Tf .7 .7 -.7 .7 50 300 Tm (Fees rise.) Tj ET",
        "spread": "BT /F 10 Tf 1e6 Tc 1e6 Tw 1e6 Tz 50 700 Td (Fees rise.) Tj ET",
        "states": "q " * many + "BT /F 10 Tf 50 700 Td (Fees) Tj ET",
        "rules": "".join(f"{n % 600} 0 m {n % 600} 800 l S " for n in range(many)),
        "grid": "".join(f"{n} 0 1 800 re f 0 {n} 600 1 re f " for n in range(0, 600, 3))
        + "".join(
            f"BT /F 5 Tf {x} {y} Td (a) Tj ET " for x in range(9, 590, 30) for y in range(9, 790, 8)
        ),
        "columns": "".join(
            f"BT /F 5 Tf {x} {y} Td (ab) Tj ET "
            for x in range(9, 590, 20)
            for y in range(9, 790, 6)
        ),
        "itself": "/X Do " * 50,
        "odd words": "BT /F 10 Tf 50 700 Td <" + "FF" * 5000 + "> Tj [(a) -1e9 (b)] TJ ET",
        "cut": "BT /F 10 Tf 50 700 Td (Fees rise.",
        "image": "BI /W 99999 /H 99999 /BPC 8 /CS /G ID aaaa EI",
        "deep": "[" * 5000 + "(a)",
    }
    found = {f"drawn {name}.pdf": _page(content) for name, content in drawn.items()}
    return {**found, **_trees(), **_boxes(), **_streams(), **_cut()}


def _trees() -> Mapping[str, bytes]:
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    deep = [f"<</Type/Pages/Kids[{n + 3} 0 R]/Count 1>>" for n in range(3000)]
    outline = "<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>"
    item = "<</Title(Fees)/First 4 0 R/Next 4 0 R/Parent 4 0 R/Dest[3 0 R/Fit]>>"
    pages = "<</Type/Pages/Kids[3 0 R]/Count 1>>"
    catalog = "<</Type/Catalog/Pages 2 0 R>>"
    return {
        "tree cycle.pdf": _pdf(catalog, "<</Type/Pages/Kids[2 0 R]/Count 9>>"),
        "tree two.pdf": _pdf(catalog, pages, "<</Type/Pages/Kids[2 0 R 3 0 R]/Count 5>>"),
        "tree deep.pdf": _pdf(catalog, *deep, page),
        "tree count.pdf": _pdf(catalog, "<</Type/Pages/Kids[3 0 R]/Count 1000000000>>", page),
        "tree no count.pdf": _pdf(catalog, "<</Type/Pages/Kids[3 0 R]/Count -7>>", page),
        "tree many.pdf": _pdf(
            catalog, f"<</Type/Pages/Kids[{'3 0 R ' * 20_000}]/Count 20000>>", page
        ),
        "tree none.pdf": _pdf(catalog, "<</Type/Pages/Kids[]/Count 0>>"),
        "tree outline.pdf": _pdf(outline, pages, page, item),
        "tree no catalog.pdf": _pdf("<</Type/Catalog/Pages 99 0 R>>"),
        "tree itself.pdf": _pdf("1 0 R"),
        "tree parents.pdf": _pdf(catalog, pages, "<</Type/Page/Parent 3 0 R>>"),
        "tree previous.pdf": b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \n"
        b"trailer<</Root 1 0 R/Prev 9/Size 1>>\nstartxref\n9\n%%EOF",
        "tree fields.pdf": _pdf(
            "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>>", pages,
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[4 0 R 4 0 R 3 0 R 99 0 R]>>",
            "<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V 4 0 R/Kids[4 0 R]/Parent 4 0 R"
            "/Rect[0 0 1 1]>>",
        ),
    }  # fmt: skip


def _boxes() -> Mapping[str, bytes]:
    boxes = ("0 0 0 0", "0 0 1e30 1e30", "595 842 0 0", "0 0 -1 -1", "a b c d", "", "0 0 1e-30 1")
    content = "BT /F 10 Tf 50 700 Td (Fees rise.) Tj ET"
    found = {f"box {box}.pdf": _page(content, f"/MediaBox[{box}]") for box in boxes}
    for turned in ("90", "45", "-90", "999999999999", "x"):
        found[f"turned {turned}.pdf"] = _page(
            content, f"/MediaBox[0 0 595 842]/Rotate {turned}/UserUnit 1e9"
        )
    return found


def _streams() -> Mapping[str, bytes]:
    zeros = zlib.compress(b" " * 300_000_000, 9)
    twice = zlib.compress(zeros, 9)
    box = "/MediaBox[0 0 595 842]"
    found = {
        "stream bomb.pdf": _page(zeros, box, "/Filter/FlateDecode"),
        "stream bombs.pdf": _page(twice, box, "/Filter[/FlateDecode/FlateDecode]"),
        "stream filters.pdf": _page("a", box, "/Filter[" + "/ASCIIHexDecode" * 5000 + "]"),
        "stream length.pdf": _page("a", box, "/Length 99999999999"),
        "stream unknown.pdf": _page("a", box, "/Filter/Nobody"),
    }
    for kind in ("DCTDecode", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "LZWDecode"):
        found[f"stream {kind}.pdf"] = _page("a" * 999, box, f"/Filter/{kind}")
    return found


def _cut() -> Mapping[str, bytes]:
    sound = Pdf().page("Port", "1").heading("Fees", 30).prose("Fees rise. " * 30, 50).scan().raw()
    return {f"cut {n}.pdf": sound[: n * len(sound) // 10] for n in range(1, 10)}


def _page(content: str | bytes, about: str = "/MediaBox[0 0 595 842]", stream: str = "") -> bytes:
    raw = content.encode() if isinstance(content, str) else content
    drawing = f"<</Length {len(raw)}{stream}>>\nstream\n".encode() + raw + b"\nendstream"
    form = (
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length 12>>"
    )
    return _pdf(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R{about}/Contents 4 0 R"
        "/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>",
        drawing,
        _FONT,
        form + b"\nstream\n/X Do /X Do \nendstream",
    )


def _pdf(*objects: str | bytes) -> bytes:
    """The objects, without a table of their places: PDFium finds them."""
    raws = (o.encode() if isinstance(o, str) else o for o in objects)
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (n, raw) for n, raw in enumerate(raws, start=1))
    return b"%%PDF-1.7\n%btrailer<</Root 1 0 R/Size 99>>\n%%%%EOF\n" % body
