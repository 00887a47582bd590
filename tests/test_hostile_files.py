"""A folder of everything that goes wrong: each file has its reason, and the others are indexed."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from qa.indexing.indexer import Indexer
from qa.reports.folder import Failure, scan
from qa.stores.local import LocalStore, Manifest
from qa.stores.store import Origin
from tests.documents import Pdf, docx, odt, repacked
from tests.embedders import HashEmbedder
from tests.office_xml import pptx, xlsx
from tests.samples import LIMITS

BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
FAILING = {
    "encrypted.pdf": (Pdf().page().line("Secret", 60).encrypted("sesame").raw(), "encrypted"),
    "scanned.pdf": (Pdf().scan().raw(), "images"),
    "cut.pdf": (Pdf().page().line("Fees", 60).raw()[:200], "damaged"),
    "bomb.docx": (repacked(docx(), {"word/document.xml": b" " * 60_000_000}), "Unpacked"),
    "entities.docx": (repacked(docx(), {"word/document.xml": BOMB}), "DTD"),
    "entities.odt": (repacked(odt(""), {"content.xml": BOMB}), "DTD"),
    "nothing.txt": (b"", "no text"),
    "nothing.docx": (b"", "no text"),
    "word.pdf": (docx([("Normal", "Fees rise.")]), "a Word document"),
    "text.docx": (b"Fees rise.", "isn't a Word document"),
    "pdf.md": (Pdf().page().raw(), "a PDF"),
    "cut.xlsx": (b"PK\x03\x04", "damaged zip"),
    "bomb.pptx": (repacked(pptx(), {"ppt/presentation.xml": b" " * 60_000_000}), "Unpacked"),
    "entities.xlsx": (repacked(xlsx({}), {"xl/workbook.xml": BOMB}), "DTD"),
    "sheet.xls": (b"\xd0\xcf\x11\xe0", "Save it as .xlsx"),
}
SOUND = {
    "utf-16.txt": "Été: fees rise in the harbour.".encode("utf-16"),
    "mixed.md": b"# Fees\r\n\rThey rise.\nAll of them.\r\n",
    "new\nline.md": b"Fees rise a little.",
    "a.pdf": Pdf().page().line("Fees rise in the PDF.", 60).raw(),
    "a.docx": docx([("Normal", "Fees rise in the document.")]),
}
MOST_BYTES = 50_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    for name, raw in {**{n: raw for n, (raw, _) in FAILING.items()}, **SOUND}.items():
        (made / name).write_bytes(raw)
    (made / "loop.md").symlink_to("loop.md")
    with (made / "large.txt").open("wb") as large:
        large.truncate(200_000_000)  # takes no room on the disk
    return made


def test_each_has_its_reason_and_the_others_are_indexed(folder: Path, tmp_path: Path) -> None:
    manifest = Manifest(embedder="hash@64", splitter="1")
    with closing(LocalStore(tmp_path / "home", manifest, write=True)) as store:
        indexer = Indexer(store, HashEmbedder(), lambda: LIMITS)
        outcome = indexer.index(
            scan(folder, MOST_BYTES), Origin(str(folder)), lambda progress: None
        )
        texts = {entry.source: store.report(entry.id).text for entry in store.entries()}
    assert outcome.added == tuple(sorted(SOUND))
    assert texts["utf-16.txt"] == "Été: fees rise in the harbour."
    assert texts["mixed.md"] == "# Fees\n\nThey rise.\nAll of them.\n"
    reasons = {failure.source: failure.reason for failure in outcome.failed}
    wanted = {**{n: why for n, (_, why) in FAILING.items()}, "large.txt": "200,000,000 bytes"}
    assert reasons.keys() == {*wanted, "loop.md"}
    assert {name for name, why in wanted.items() if why not in reasons[name]} == set()


def test_a_link_that_leads_to_itself_has_the_system_s_words(folder: Path) -> None:
    (loop,) = (f for f in scan(folder, MOST_BYTES).failed if f.source == "loop.md")
    assert isinstance(loop, Failure)
    assert "symbolic links" in loop.reason
