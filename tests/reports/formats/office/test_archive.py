from __future__ import annotations

import struct

import pytest

from qa.errors import ReportError
from qa.reports.formats.office.archive import open_archive
from tests.documents import zipped

BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><x>&b;&b;</x>'


def test_a_sound_file_opens() -> None:
    with open_archive(zipped({"a.xml": b"<x/>", "b.png": b"\x89PNG"})) as archive:
        assert archive.namelist() == ["a.xml", "b.png"]


def test_what_would_unpack_into_too_much_is_refused_unread() -> None:
    raw = zipped({"a.xml": b" " * 50_000_001})
    assert len(raw) < 100_000
    with pytest.raises(ReportError, match=r"50,000,001 bytes.*50,000,000"):
        open_archive(raw)


def test_the_parts_count_together() -> None:
    with pytest.raises(ReportError, match="12 bytes"):
        open_archive(zipped({"a.xml": b"<abcd>", "b.rels": b"<abcd>"}), most_bytes=11)


def test_images_are_not_unpacked_and_do_not_count() -> None:
    with open_archive(zipped({"a.png": b" " * 1000}), most_bytes=10) as archive:
        assert archive.namelist() == ["a.png"]


def test_a_size_that_lies_is_found_out() -> None:
    raw = zipped({"a.xml": b"<x>" + b" " * 5000 + b"</x>"})
    lying = raw.replace(struct.pack("<I", 5007), struct.pack("<I", 50))
    with pytest.raises(ReportError, match="damaged zip"):
        open_archive(lying)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_any_encoding(encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    raw = zipped({"word/document.xml": (head + BOMB.decode()).encode(encoding)})
    with pytest.raises(ReportError, match=r"word/document\.xml has a DTD"):
        open_archive(raw)


def test_what_is_no_xml_is_named() -> None:
    with pytest.raises(ReportError, match=r"a\.xml isn't XML"):
        open_archive(zipped({"a.xml": b"<x>"}))


def test_a_damaged_zip_says_so() -> None:
    with pytest.raises(ReportError, match="damaged zip"):
        open_archive(zipped({"a.xml": b"<x/>"})[:-30])


def test_a_password_is_named() -> None:
    raw = bytearray(zipped({"a.xml": b"<x/>"}))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(ReportError, match="encrypted"):
        open_archive(bytes(raw))


def test_opendocument_s_own_encryption_is_named() -> None:
    manifest = b"<manifest><file-entry><encryption-data/></file-entry></manifest>"
    with pytest.raises(ReportError, match="encrypted"):
        open_archive(zipped({"META-INF/manifest.xml": manifest, "content.xml": b"\x91\x12"}))
