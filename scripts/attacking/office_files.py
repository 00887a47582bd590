"""Hostile files of office programs: parts that lie, refer to each other, or never end."""

from __future__ import annotations

import struct
from collections.abc import Mapping

from tests.documents import docx, odt, repacked, zipped
from tests.office_xml import pptx, relations, row, shape, slide, xlsx

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DEEP = 2000
_HUGE = "9" * 400


def office_files(letters: int) -> Mapping[str, bytes]:
    """Of each program, and what any zip file can have."""
    return {
        **_word(letters),
        **_open_document(letters),
        **_slides(letters),
        **_sheets(letters),
        **_zips(),
    }


def _word(letters: int) -> Mapping[str, bytes]:
    sound = docx([("Normal", "Fees rise.")], table=[["a", "b"]], header="Port", footer="1")
    many = letters // 40
    p = "<w:p><w:r><w:t>Fees</w:t></w:r></w:p>"
    cell = "<w:tbl><w:tr><w:tc>"
    inner = {
        "deep tables": cell * _DEEP + p + "</w:tc></w:tr></w:tbl>" * _DEEP,
        "deep runs": "<w:p>"
        + "<w:ins>" * 200
        + "<w:r><w:t>a</w:t></w:r>"
        + "</w:ins>" * 200
        + "</w:p>",
        "very deep": "<w:sdt>" * 100_000 + "</w:sdt>" * 100_000,
        "spans": "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='999999999'/><w:vMerge/></w:tcPr>"
        f"{p}</w:tc></w:tr></w:tbl>",
        "odd spans": f"<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='-{_HUGE}'/></w:tcPr>{p}"
        "</w:tc></w:tr></w:tbl>",
        "paragraphs": p * many,
        "rows": f"<w:tbl>{f'<w:tr><w:tc>{p}</w:tc></w:tr>' * (many // 2)}</w:tbl>",
        "fields": "<w:p>" + "<w:r><w:fldChar w:fldCharType='begin'/></w:r>" * 5000 + "</w:p>",
        "field ends": "<w:p>" + "<w:r><w:fldChar w:fldCharType='end'/></w:r>" * 5000 + "</w:p>" + p,
        "symbols": "<w:p><w:r><w:sym w:char='ZZZZ'/><w:sym w:char='D800'/><w:sym/></w:r></w:p>" + p,
        "numbers": f"<w:p><w:pPr><w:numPr><w:ilvl w:val='{_HUGE}'/><w:numId w:val='x'/></w:numPr>"
        "</w:pPr><w:r><w:t>Fees</w:t></w:r></w:p>",
        "notes": "<w:p><w:r><w:footnoteReference w:id='99'/><w:t>Fees</w:t></w:r></w:p>",
        "style": "<w:p><w:pPr><w:pStyle w:val='nobody'/></w:pPr><w:r><w:t>Fees</w:t></w:r></w:p>",
        "nothing": "",
    }
    body = "<w:document xmlns:w='{}'><w:body>{}</w:body></w:document>"
    found = {
        f"word {name}.docx": repacked(sound, {"word/document.xml": body.format(_W, xml).encode()})
        for name, xml in inner.items()
    }
    style = "<w:style w:type='paragraph' w:styleId='{0}'><w:basedOn w:val='{1}'/></w:style>"
    cyclic = style.format("A", "B") + style.format("B", "A") + style.format("Normal", "Normal")
    rels = relations({"../word/document.xml": "officeDocument"})
    for name, part, xml in (
        (
            "cyclic styles",
            "word/styles.xml",
            f"<w:styles xmlns:w='{_W}'>{cyclic}</w:styles>".encode(),
        ),
        ("broken styles", "word/styles.xml", b"<w:styles"),
        ("cyclic relations", "word/_rels/document.xml.rels", rels),
        (
            "odd relations",
            "word/_rels/document.xml.rels",
            relations({"/../../etc/passwd": "header"}),
        ),
        ("no relations", "_rels/.rels", b"<Relationships/>"),
        ("no types", "[Content_Types].xml", b"<Types/>"),
        ("no XML", "word/document.xml", b"Fees rise."),
        ("controls", "word/document.xml", b"\x00\x01\x02"),
    ):
        found[f"word {name}.docx"] = repacked(sound, {part: xml})
    return found


def _open_document(letters: int) -> Mapping[str, bytes]:
    p, many = "<text:p>Fees</text:p>", letters // 30
    cyclic = "<style:style style:name='{}' style:parent-style-name='{}' style:family='text'/>"
    bodies = {
        "spaces": "<text:p>a<text:s text:c='2000000000'/>b</text:p>",
        "odd spaces": f"<text:p>a<text:s text:c='-{_HUGE}'/><text:s text:c='x'/>b</text:p>",
        "repeated": "<table:table><table:table-row table:number-rows-repeated='1048576'>"
        f"<table:table-cell table:number-columns-repeated='16384'>{p}</table:table-cell>"
        "</table:table-row></table:table>",
        "odd repeats": f"<table:table><table:table-row><table:table-cell "
        f"table:number-columns-repeated='{_HUGE}'>{p}</table:table-cell></table:table-row></table:table>",
        "lists": "<text:list><text:list-item>" * 100 + p + "</text:list-item></text:list>" * 100,
        "very deep": "<text:section>" * _DEEP + p + "</text:section>" * _DEEP,
        "tables": "<table:table><table:table-row><table:table-cell>" * 80
        + p
        + "</table:table-cell></table:table-row></table:table>" * 80,
        "level": f"<text:h text:outline-level='{_HUGE}'>Fees</text:h>"
        "<text:h text:outline-level='x'/>",
        "paragraphs": p * many,
        "notes": "<text:p>a<text:note><text:note-body>" * 60
        + "</text:note-body></text:note></text:p>" * 60,
        "changes": "<text:tracked-changes><text:changed-region/></text:tracked-changes>" + p,
        "style": "<text:p text:style-name='A'>Fees</text:p>",
        "nothing": "",
    }
    styles = cyclic.format("A", "B") + cyclic.format("B", "A")
    return {f"open {name}.odt": odt(body, styles=styles) for name, body in bodies.items()}


def _slides(letters: int) -> Mapping[str, bytes]:
    one = slide(shape("Fees rise."))
    group = b"<p:grpSp>" * 100 + b"<p:sp/>" + b"</p:grpSp>" * 100
    deep = one.replace(b"</p:spTree>", group + b"</p:spTree>")
    cyclic = relations({"slides/slide1.xml": "slide", "presentation.xml": "slide"})
    own = relations({"slide1.xml": "notesSlide", "../slides/slide1.xml": "slide"})
    return {
        "slides many.pptx": pptx(*[one] * 300),
        "slides wide.pptx": pptx(slide(*[shape("Fees")] * (letters // 200))),
        "slides deep.pptx": pptx(deep),
        "slides cyclic.pptx": pptx(one, parts={"ppt/_rels/presentation.xml.rels": cyclic}),
        "slides own notes.pptx": pptx(one, parts={"ppt/slides/_rels/slide1.xml.rels": own}),
        "slides none.pptx": pptx(),
        "slides broken.pptx": pptx(b"<p:sld"),
        "slides other.pptx": pptx(b"<a/>"),
        "slides no relations.pptx": pptx(one, parts={"ppt/_rels/presentation.xml.rels": b"<a/>"}),
        "slides cell.pptx": pptx(slide("<a:tbl><a:tr><a:tc gridSpan='999999999'/></a:tr></a:tbl>")),
        "slides places.pptx": pptx(slide(shape("Fees", place=_HUGE, about="id='x'"))),
    }


def _sheets(letters: int) -> Mapping[str, bytes]:
    many = letters // 60
    rows = {
        "far": "<row r='1048576'><c r='XFD1048576' t='inlineStr'><is><t>Fees</t></is></c></row>",
        "farther": f"<row r='{_HUGE}'><c r='ZZZZZZZZZ{_HUGE}'><v>1</v></c></row>",
        "odd places": "<row r='-1'><c r='1A'><v>1</v></c><c r=''><v>2</v></c><c r='é1'/></row>",
        "backwards": "<row r='9'><c r='B9'><v>1</v></c></row>"
        "<row r='1'><c r='A1'><v>2</v></c></row>",
        "shared": "".join(
            f"<row><c t='s'><v>{v}</v></c></row>" for v in ("-1", "1e20", "x", _HUGE)
        ),
        "numbers": "".join(
            f"<row><c s='{s}'><v>{v}</v></c></row>"
            for v in ("nan", "inf", "-inf", "1e308", "-1e308", _HUGE, "x", "", "-700000", "3e6")
            for s in ("0", "1", "2", "99", "-1", "x")
        ),
        "kinds": "".join(
            f"<row><c t='{t}'><v>x</v></c></row>" for t in ("b", "e", "d", "n", "str", "zz", "s")
        ),
        "many": row("Fees", 1.5) * many,
        "wide": row(*["Fees"] * many),
        "nothing": "",
    }
    styles = (
        "<numFmts><numFmt numFmtId='164' formatCode='yyyy-mm-dd hh:mm:ss'/>"
        f"<numFmt numFmtId='165' formatCode='{'[' * 5000}0.{'0' * 5000}%'/></numFmts><cellXfs>"
        "<xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='x'/></cellXfs>"
    )
    merge = b"<mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>"
    merged = b"<worksheet><sheetData/>" + merge + b"</worksheet>"
    found = {f"sheet {name}.xlsx": xlsx({"Fees": xml}, styles=styles) for name, xml in rows.items()}
    found["sheet merged.xlsx"] = xlsx({"A": ""}, parts={"xl/worksheets/sheet1.xml": merged})
    found["sheet columns.xlsx"] = xlsx(
        {"A": row("Fees")}, columns="<col min='1' max='999999999' hidden='1'/><col min='x'/>"
    )
    found["sheet many sheets.xlsx"] = xlsx({f"S{n}": row("Fees") for n in range(300)})
    found["sheet own words.xlsx"] = xlsx({"A": row("<c t='s'><v>0</v></c>")}, words="<si>" * 60)
    return found


def _zips() -> Mapping[str, bytes]:
    sound = docx([("Normal", "Fees rise.")])
    central = sound.index(b"PK\x01\x02")
    end = sound.index(b"PK\x05\x06")

    def changed(at: int, raw: bytes) -> bytes:
        return sound[:at] + raw + sound[at + len(raw) :]

    bomb = zipped({"word/document.xml": b"<a>" + b" " * 49_000_000 + b"</a>"})
    return {
        "zip encrypted.docx": changed(central + 8, b"\x01\x00"),
        "zip method.docx": changed(central + 10, struct.pack("<H", 99)),
        "zip size.docx": changed(central + 24, struct.pack("<I", 0xFFFFFFFF)),
        "zip offset.docx": changed(central + 42, struct.pack("<I", 0xFFFFFFF0)),
        "zip count.docx": changed(end + 8, b"\xff\xff\xff\xff"),
        "zip sum.docx": changed(central + 16, b"\x00\x00\x00\x00"),
        "zip name.docx": changed(central + 28, b"\xff\xff"),
        "zip day.docx": changed(central + 12, b"\xff\xff\xff\xff"),
        "zip cut.docx": sound[: len(sound) // 2],
        "zip behind.docx": b"PK\x03\x04" + sound,
        "zip blank.docx": bomb,
        "zip folders.docx": zipped({f"a/{n}/": b"" for n in range(20_000)}),
        "zip paths.docx": zipped({"../../word/document.xml": b"<a/>", "/etc/passwd": b""}),
        "zip empty.xlsx": zipped({}),
        "zip names.odt": zipped({"content.xml": b"<a/>", "content.xml\x00": b"<b/>"}),
    }
