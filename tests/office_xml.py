"""Presentations and spreadsheets, element by element."""

from __future__ import annotations

from collections.abc import Mapping

from tests.documents import zipped

_SCHEMAS = "http://schemas.openxmlformats.org"
_TYPES = f"{_SCHEMAS}/officeDocument/2006/relationships"
_SLIDE_NAMES = (
    f'xmlns:p="{_SCHEMAS}/presentationml/2006/main" xmlns:a="{_SCHEMAS}/drawingml/2006/main" '
    f'xmlns:r="{_TYPES}" xmlns:mc="{_SCHEMAS}/markup-compatibility/2006"'
)
_BOOK_NAMES = f'xmlns="{_SCHEMAS}/spreadsheetml/2006/main" xmlns:r="{_TYPES}"'


def relations(targets: Mapping[str, str]) -> bytes:
    """Part -> its kind; the first one is r1."""
    found = "".join(
        f"<Relationship Id='r{at}' Type='{_TYPES}/{kind}' Target='{target}'/>"
        for at, (target, kind) in enumerate(targets.items(), 1)
    )
    return f"<Relationships>{found}</Relationships>".encode()


def text_run(words: str, look: str = "") -> str:
    return f"<a:r><a:rPr {look}/><a:t>{words}</a:t></a:r>"


def shape(*paragraphs: str, place: str | None = None, about: str = "") -> str:
    """A shape of paragraphs, which are words or runs; `place` is the kind of its placeholder."""
    kind = f"<p:ph type='{place}'/>" if place else ""
    runs = (words if words.startswith("<") else text_run(words) for words in paragraphs)
    body = "".join(f"<a:p>{run}</a:p>" for run in runs)
    named = f"<p:nvSpPr><p:cNvPr {about}/><p:nvPr>{kind}</p:nvPr></p:nvSpPr>"
    return f"<p:sp>{named}<p:txBody>{body}</p:txBody></p:sp>"


def slide(*shapes: str, about: str = "") -> bytes:
    return f"<p:sld {_SLIDE_NAMES} {about}><p:spTree>{''.join(shapes)}</p:spTree></p:sld>".encode()


def pptx(*slides: bytes, notes: str = "", parts: Mapping[str, bytes] | None = None) -> bytes:
    """A presentation; `notes` are the shapes of the first slide's notes."""
    names = [f"slides/slide{at}.xml" for at in range(len(slides), 0, -1)]  # not in their order
    listed = "".join(f"<p:sldId r:id='r{at}'/>" for at in range(1, len(slides) + 1))
    main = f"<p:presentation {_SLIDE_NAMES}><p:sldIdLst>{listed}</p:sldIdLst></p:presentation>"
    found = {
        "ppt/presentation.xml": main.encode(),
        "ppt/_rels/presentation.xml.rels": relations(dict.fromkeys(names, "slide")),
        **{f"ppt/{name}": content for name, content in zip(names, slides, strict=True)},
    }
    if notes:
        rels = relations({"../notesSlides/notesSlide1.xml": "notesSlide"})
        found[f"ppt/slides/_rels/slide{len(slides)}.xml.rels"] = rels
        found["ppt/notesSlides/notesSlide1.xml"] = slide(notes)
    return zipped({**found, **(parts or {})})


def row(*cells: str | float, about: str = "") -> str:
    """Words, or numbers; a cell that begins with "<" is written as it is."""
    return f"<row {about}>{''.join(map(_cell, cells))}</row>"


def _cell(value: str | float) -> str:
    if isinstance(value, str) and value.startswith("<"):
        return value
    if isinstance(value, str):
        return f"<c t='inlineStr'><is><t>{value}</t></is></c>" if value else "<c/>"
    return f"<c><v>{value}</v></c>"


def xlsx(
    sheets: Mapping[str, str],
    hidden: str = "",
    words: str = "",
    styles: str = "",
    columns: str = "",
    parts: Mapping[str, bytes] | None = None,
) -> bytes:
    """A workbook of the rows of its sheets; `words` are the shared ones."""
    state = {hidden: "state='hidden'"}
    listed = "".join(
        f"<sheet name='{name}' r:id='r{at}' {state.get(name, '')}/>"
        for at, name in enumerate(sheets, 1)
    )
    names = [f"worksheets/sheet{at}.xml" for at in range(1, len(sheets) + 1)]
    kinds = {"/xl/sharedStrings.xml": "sharedStrings", "styles.xml": "styles"}
    found = {
        f"xl/{name}": f"<worksheet {_BOOK_NAMES}><cols>{columns}</cols>"
        f"<sheetData>{rows}</sheetData></worksheet>".encode()
        for name, rows in zip(names, sheets.values(), strict=True)
    }
    main = {
        "xl/workbook.xml": f"<workbook {_BOOK_NAMES}><sheets>{listed}</sheets></workbook>".encode(),
        "xl/_rels/workbook.xml.rels": relations({**dict.fromkeys(names, "worksheet"), **kinds}),
        "xl/sharedStrings.xml": f"<sst {_BOOK_NAMES}>{words}</sst>".encode(),
        "xl/styles.xml": f"<styleSheet {_BOOK_NAMES}>{styles}</styleSheet>".encode(),
    }
    return zipped({**main, **found, **(parts or {})})
