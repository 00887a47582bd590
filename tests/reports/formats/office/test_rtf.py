from __future__ import annotations

import pytest

from qa.reports.formats.document import LeftOut
from qa.reports.formats.office.rtf import read_rtf

MINUTES = rb"""{\rtf1\ansi\ansicpg1252{\info{\title Harbour board, \'e9t\'e9}
{\creatim\yr2023\mo3\dy14\hr9}}
\pard\b FEES\b0\par Mooring fees rise by four per cent \'96 \u8364?12.\par A second paragraph.\par
\trowd\cellx100\cellx200 Survey\cell 12,400\cell\row}"""


def test_words_and_tables_are_text() -> None:
    assert read_rtf(MINUTES).text == (
        "FEES\n\nMooring fees rise by four per cent – €12.\n\nA second paragraph.\n\n"
        "Survey | 12,400"
    )


def test_lines_in_capitals_are_sections() -> None:
    assert [section.title for section in read_rtf(MINUTES).sections] == ["FEES"]


def test_title_and_day_are_the_document_s() -> None:
    document = read_rtf(MINUTES)
    assert (document.said.title, document.made) == ("Harbour board, été", "2023-03-14")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (rb"{\rtf1 " + b"{" * 20_000 + b"a" + b"}" * 20_000 + b"}", "a"),
        (rb"{\rtf1 a", "a"),
        (rb"{\rtf1 \bin99999999 a}", "a"),
        (rb"{\rtf1{\info{\creatim\yr2023\mo13\dy40}}a}", "a"),
        (rb"{\rtf1 }", ""),
    ],
)
def test_odd_files_are_read(raw: bytes, text: str) -> None:
    document = read_rtf(raw)
    assert (document.text, document.made) == (text, None)


def test_a_letterhead_stands_in_front_and_notes_and_footer_at_the_end() -> None:
    raw = (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}}"
        rb"{\header Board\tab 4 March 2024\par}"
        rb"{\footer \f0 \'e9t\'e9, page \chpgn\par}"
        rb"The fee is 18{\footnote \chftn A day.} euros.\par}"
    )
    document = read_rtf(raw)
    assert document.text == "Board\n\n4 March 2024\n\nThe fee is 18 euros.\n\nA day.\n\nété"
    assert document.margin == "Board\n4 March 2024\nété"


def test_what_is_not_seen_is_named() -> None:
    document = read_rtf(rb"{\rtf1 Fees{\strike  by \'8012}{\v  all} rise{\*\annotation No!}.}")
    assert document.text == "Fees rise."
    assert document.left_out == (
        LeftOut("struck text", 4, "by €12"),
        LeftOut("hidden text", 3, "all"),
        LeftOut("comments", 2, "No!"),
    )
