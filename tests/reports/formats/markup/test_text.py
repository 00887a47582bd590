from __future__ import annotations

import codecs

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qa.errors import ReportError
from qa.reports.formats.document import LeftOut
from qa.reports.formats.markup.text import decode, read_plain
from tests.samples import report_texts


@pytest.mark.parametrize(
    "raw",
    [
        "Été — 🚤".encode(),
        codecs.BOM_UTF8 + "Été — 🚤".encode(),
        "Été — 🚤".encode("utf-16"),
        codecs.BOM_UTF16_BE + "Été — 🚤".encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16-be"],
)
def test_unicode_is_read(raw: bytes) -> None:
    assert decode(raw) == "Été — 🚤"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Les délégués ont adopté le budget : 12 400 € pour l’été – c’est décidé.", "cp1252"),
        ("Los señores delegados aprobaron el presupuesto para el año próximo.", "cp1252"),
        ("The café’s naïve budget – £12", "cp1252"),
        ("Posłowie przyjęli budżet na przyszły rok, świętując. " * 4, "cp1250"),
        ("Делегаты приняли бюджет на следующий год. " * 4, "cp1251"),
        ("代表団は予算を承認した。" * 6, "shift_jis"),
    ],
)
def test_an_older_encoding_is_guessed(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_are_one(end: str) -> None:
    assert decode(f"one{end}two{end}".encode()) == "one\ntwo\n"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"%PDF-1.7\0\0", "binary"),
        (b"text with a \0", "binary"),
        ("a\0b".encode("utf-16"), "NUL"),
        (b"\xff\xfea", "utf-16"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", "utf-16"),
    ],
)
def test_what_is_no_text_says_so(raw: bytes, reason: str) -> None:
    with pytest.raises(ReportError, match=reason):
        decode(raw)


@given(st.one_of(st.binary(), st.binary().map(lambda raw: b"\xff\xfe" + raw)))
@example(b"+2AA-")  # UTF-7 for a lone surrogate
def test_any_bytes_are_text_or_a_report_error(raw: bytes) -> None:
    try:
        text = decode(raw)
    except ReportError:
        return
    assert text.encode().decode() == text
    assert not {"\0", "\r"} & set(text)


@given(report_texts)
def test_text_in_utf_8_is_read_as_it_is(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff")


def test_what_a_file_says_of_itself_is_not_its_text() -> None:
    document = read_plain(b"---\ntitle: Board\nauthor: Ivo\n---\nFEES\n\nThey rise.")
    assert (document.said.title, document.text) == ("Board", "FEES\n\nThey rise.")
    assert document.left_out == (LeftOut("front matter", 3, "Ivo"),)


def test_headings_are_lines_in_capitals() -> None:
    (section,) = read_plain(b"Opening.\n\nFEES\n\nThey rise.").sections
    assert section.start == 10


def test_more_text_than_can_be_split_is_refused() -> None:
    with pytest.raises(ReportError, match="49,000,000 characters"):
        decode(b"x" * 49_000_000)
