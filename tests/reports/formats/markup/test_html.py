from __future__ import annotations

import codecs

import pytest

from qa.errors import ReportError
from qa.reports.formats.document import Metadata
from qa.reports.formats.markup.html import read_html
from tests.documents import PROSE, page_html

MAIN = f"""<h1>Harbour board, third meeting</h1><p>14 March 2023</p><h2>Dredging</h2><p>{PROSE}</p>
<ul><li>A survey by June</li><li>A report in July</li></ul><h3>Cost</h3><p>{PROSE}</p>
<table><tr><th>Item</th><th>Cost</th></tr><tr><td>Survey</td><td>12,400</td></tr></table>"""
HEAD = """<title>Harbour board | Port</title><link rel=canonical href="https://example.org/3">
<meta property="article:published_time" content="2023-03-15T10:00:00Z">"""


def test_the_main_text_is_kept_and_what_surrounds_it_is_not() -> None:
    text = read_html(page_html(MAIN, HEAD)).text
    assert text.startswith("Harbour board, third meeting\n\n14 March 2023\n\nDredging\n\nThe board")
    assert "\n- A survey by June\n- A report in July\n" in text
    assert text.endswith("Item | Cost\n\nSurvey | 12,400")
    for around in ("Contact us", "cookies", "Accept", "Other news", "rights reserved", "scripted"):
        assert around not in text


def test_what_surrounds_it_is_named() -> None:
    left_out = {part.kind for part in read_html(page_html(MAIN, HEAD)).left_out}
    assert left_out == {"navigation", "cookie banner", "related links", "site footer"}


def test_a_transcript_is_read_to_its_last_word() -> None:
    lines = "".join(f"<div class=comment><b>Ivo</b>: {PROSE} {n}</div>" for n in range(30))
    page = f"<div class=wrapper><h1>Board</h1><dl><dt>Scribe<dd>Mara</dl>{lines}</div>"
    text = read_html(page.encode()).text
    assert text.startswith("Board\n\nScribe: Mara\n\nIvo: The board")
    assert text.endswith(" 29")


def test_what_stands_outside_of_the_main_part_is_read() -> None:
    page = (
        f"<header><h1>Board</h1></header><dl><dt>Chair<dd>Ivo</dl><main>{MAIN}</main><div>End</div>"
    )
    text = read_html(page.encode()).text
    assert text.startswith("Board\n\nChair: Ivo\n\n")
    assert text.endswith("\n\nEnd")


def test_title_and_address_are_the_page_s() -> None:
    said = read_html(page_html(MAIN, HEAD)).said
    assert said == Metadata("Harbour board, third meeting", url="https://example.org/3")


def test_the_day_of_publishing_is_not_the_meeting_s() -> None:
    document = read_html(page_html(MAIN, HEAD))
    assert (document.said.date, document.made) == (None, "2023-03-15")


def test_no_date_is_guessed() -> None:
    assert read_html(page_html(MAIN)).made is None


def test_headings_are_sections() -> None:
    document = read_html(page_html(MAIN))
    assert [section.title.split(" › ")[-1] for section in document.sections] == [
        "Harbour board, third meeting",
        "Dredging",
        "Cost",
    ]
    assert document.text[document.sections[1].start :].startswith("Dredging\n")


def test_a_page_too_small_to_judge_is_read_as_a_whole() -> None:
    document = read_html(b"<title>Fees &amp; dues</title><nav>Home</nav><p>They rise.</p>")
    assert (document.text, document.said.title) == ("They rise.", "Fees & dues")


@pytest.mark.parametrize(
    "raw",
    [
        "<p>Été — 🚤".encode(),
        codecs.BOM_UTF8 + "<p>Été — 🚤".encode(),
        "<p>Été — 🚤".encode("utf-16"),
        '<meta charset="iso-8859-1"><p>Été — 🚤'.encode(),
        '<?xml version="1.0" encoding="utf-8"?><html><p>Été — 🚤</p></html>'.encode(),
    ],
)
def test_unicode_is_read(raw: bytes) -> None:
    assert read_html(raw).text == "Été — 🚤"


@pytest.mark.parametrize(
    ("encoding", "words"),
    [("koi8-r", "Делегаты приняли бюджет"), ("iso-8859-1", "Été à la plage")],
)
def test_the_declared_encoding_counts(encoding: str, words: str) -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}"><p>{words}'
    assert read_html(page.encode(encoding)).text == words


def test_an_encoding_that_is_none_is_passed_over() -> None:
    assert read_html(b"<meta charset=nonsense><p>\xc9t\xe9 de la plage").text == "Été de la plage"


def test_what_has_no_tags_is_no_html() -> None:
    with pytest.raises(ReportError, match="no HTML tags"):
        read_html(b"Fees rise.")


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<div>" * 100_000 + "<p>Fees rise.", marks=pytest.mark.slow),
        "<p>Fees rise." + "<span>" * 10_000,
        "<table><tr><td>" * 10_000 + "Fees rise.",
        "<p>Fees rise.<script>" + "alert(1);" * 10_000,
        "<p>Fees rise." + "<!--" * 10_000,
        "<p>Fees rise." + "<a href='" * 10_000,
        "<title>" + "<" * 10_000 + "<p>Fees rise.",
    ],
    ids=["div", "span", "table", "script", "comments", "attributes", "title"],
)
def test_hostile_pages_are_read_to_an_end(html: str) -> None:
    text = read_html(html.encode()).text
    assert "Fees rise." in text
    assert "alert" not in text
