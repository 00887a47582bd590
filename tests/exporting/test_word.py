from __future__ import annotations

import io

import docx
import mammoth

from qa.exporting import Block, Note, Script, write_docx

PLACE = Note("Harbour board, 14 March 2023, page 2", "http://127.0.0.1:8000/#/reports/a1/3-9")
SCRIPT = Script(
    "What does it cost?",
    "Asked on 1 May 2024.",
    (
        Block("heading", "What does it cost?"),
        Block("strong", "12,400 euros"),
        Block("quote", "The survey will cost 12,400 euros.", (PLACE, PLACE)),
        Block("item", "Ropes & <lamps>\x00", (PLACE,)),
    ),
)


def _html(script: Script) -> str:
    """As another program than the one that wrote it reads it."""
    made = mammoth.convert_to_html(io.BytesIO(write_docx(script)))
    return str(made.value)


def test_each_citation_is_a_footnote_with_its_address() -> None:
    html = _html(SCRIPT)
    assert html.count('id="footnote-ref-') == html.count('<li id="footnote-') == 3
    assert html.count(f'<a href="{PLACE.address}">') == 3
    assert "Harbour board, 14 March 2023, page 2. " in html


def test_a_question_is_a_heading_and_an_answer_stands_out() -> None:
    html = _html(SCRIPT)
    assert "<h1>What does it cost?</h1><p><strong>12,400 euros</strong></p>" in html
    assert "“The survey will cost 12,400 euros.”" in html


def test_words_stay_words() -> None:
    assert "Ropes &amp; &lt;lamps&gt; " in _html(SCRIPT)


def test_it_has_its_title_and_nobody_s_name() -> None:
    found = docx.Document(io.BytesIO(write_docx(SCRIPT))).core_properties
    assert (found.title, found.author) == ("What does it cost?", "")
