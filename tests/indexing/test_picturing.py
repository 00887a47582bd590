"""Text recognition that is set later reads again those files that it can read more of."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from qa.indexing.indexer import Indexer
from qa.indexing.marking import mark
from qa.indexing.outcome import Outcome
from qa.indexing.picturing import as_known, pictured
from qa.meetings import Correction, Found, Recorded
from qa.reports import Metadata, scan
from qa.stores import FileRecord, Origin, Store
from qa.stores.local import LocalStore, Manifest
from qa.types import Meeting, Report, Span
from tests.embedders import HashEmbedder
from tests.samples import LIMITS


def test_a_mark_takes_the_place_of_the_one_before() -> None:
    first = pictured("f", "", True)
    second = pictured(first, "eng+deu", True)
    assert len({"f", first, second}) == 3
    assert pictured(second, "", True) == first
    assert pictured(second, "eng", False) == "f"


def test_the_mark_of_corrections_stays() -> None:
    bonn = [Correction(1, "", {"place": "Bonn"})]
    both = pictured(mark("f", bonn), "eng+deu", True)
    assert mark(both, []) == pictured("f", "eng+deu", True)
    assert mark(pictured("f", "eng+deu", True), bonn) == both


def test_only_files_known_to_have_pictures_are_marked(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(name)
    found = scan(tmp_path, 1000)
    known = {"b.md": FileRecord("b", pictured("f", "", True))}
    now = as_known(found, known, "eng")
    assert now.files[0] == found.files[0]
    assert now.files[1].fingerprint == pictured(found.files[1].fingerprint, "eng", True)


def test_a_setting_reads_again_what_it_can_read_more_of(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in ("plain.md", "scan.md"):
        (folder / name).write_text(name)
    with closing(LocalStore(tmp_path / "home", Manifest("hash", "1"), write=True)) as store:
        assert _index(store, folder, "").added == ("plain.md", "scan.md")
        assert _index(store, folder, "").unchanged == 2
        assert _index(store, folder, "eng").changed == ("scan.md",)
        assert _index(store, folder, "eng").unchanged == 2


def _read(raw: bytes, source: str, row: Metadata | None, ocr: str) -> Found:
    """A file of which text recognition reads more."""
    id_, text = f"{source} {ocr}", f"{source} {ocr}."
    meeting = Meeting(f"{id_}-1", id_, source, source, Span(0, len(text)))
    report = Report(id_, source, text, source, meetings=(meeting,))
    return (Recorded(report, (0, len(text)), pictured=source == "scan.md"),)


def _index(store: Store, folder: Path, ocr: str) -> Outcome:
    found = as_known(scan(folder, 1000), store.files(), ocr)
    indexer = Indexer(store, HashEmbedder(), lambda: LIMITS, ocr=ocr, read=_read)
    return indexer.index(found, Origin(str(folder)), lambda progress: None)
