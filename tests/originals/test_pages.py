from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qa.assistant import Assistant
from qa.errors import NotFoundError, ReportError
from qa.originals import OriginalPages, draw_page, mark_page, original_pages
from qa.types import Span
from tests.documents import PROSE, Pdf
from tests.samples import MINUTES, assistant_over

OVER = "The board then agreed on a survey of the whole basin before the"
ON = "winter comes, and on nothing else at all."


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("reports")
    pdf = Pdf().page().prose(PROSE, 60).prose(OVER, 250).page().prose(ON, 20).line("Fees.", 90)
    (folder / "board.pdf").write_bytes(pdf.raw())
    (folder / "harbour.md").write_text(MINUTES, encoding="utf-8")
    with assistant_over(tmp_path_factory.mktemp("home"), folder) as opened:
        yield opened


@pytest.fixture
def original(assistant: Assistant) -> OriginalPages:
    (id_,) = [entry.id for entry in assistant.entries() if entry.source == "board.pdf"]
    return original_pages(assistant, id_)


def test_a_quote_over_two_pages_is_marked_on_both(original: OriginalPages) -> None:
    text = original.report.text
    quote = Span(text.index("The board then"), text.index("else at all.") + 12)
    answer = Span(text.index("winter"), text.index(" comes"))
    first, second = (mark_page(original, number, quote, answer) for number in (1, 2))
    assert [mark.answers for mark in first.marks] == [False]
    assert [mark.answers for mark in second.marks] == [False, True]
    assert first.marks[0].top > 0.8 > second.marks[0].top


def test_a_page_that_the_quote_is_not_on_has_no_marks(original: OriginalPages) -> None:
    fees = original.report.text.index("Fees.")
    assert mark_page(original, 1, Span(fees, fees + 5)).marks == ()
    assert mark_page(original, 1).marks == ()


def test_a_page_is_drawn_and_one_that_is_not_there_is_told(original: OriginalPages) -> None:
    assert draw_page(original, 2, 200).startswith(b"\x89PNG")
    with pytest.raises(ReportError, match="has 2 pages"):
        draw_page(original, 3, 200)


def test_another_file_is_another_version(original: OriginalPages, assistant: Assistant) -> None:
    with original.path.open("ab") as stream:
        stream.write(b"\n")
    assert original_pages(assistant, original.report.id).version != original.version


def test_a_text_has_no_pages(assistant: Assistant) -> None:
    (id_,) = [entry.id for entry in assistant.entries() if entry.source == "harbour.md"]
    with pytest.raises(NotFoundError, match="no pages to show"):
        original_pages(assistant, id_)


def test_a_file_that_cannot_be_read_is_told(original: OriginalPages, tmp_path: Path) -> None:
    gone = OriginalPages(original.report, tmp_path / "gone.pdf", "", 1000)
    with pytest.raises(ReportError, match=r"gone\.pdf can't be read"):
        draw_page(gone, 1, 200)
