from __future__ import annotations

import pytest

from qa.errors import ReportError
from qa.reports.formats.document import Document, LeftOut
from qa.reports.formats.pdf.reader import read_pdf
from tests.documents import PROSE, Pdf, form_pdf


def _columns(pages: int) -> Document:
    """Pages of a bulletin: a heading above two columns."""
    pdf = Pdf("Harbour board, third meeting")
    for number in range(1, pages + 1):
        margin = (f"Harbour Bulletin Vol. {number}", f"- {number} -") if pages > 1 else ("", "")
        pdf.page(*margin).heading(f"Item {number}", 22)
        for side, x in (("left", 15), ("right", 110)):
            pdf.prose(
                f"On the {side} of {'alpha beta gamma'[: 5 * number]}. " + PROSE * 2, 40, x, 85
            )
    return read_pdf(pdf.raw())


def _beginnings(document: Document) -> list[str]:
    return [document.text[start:].split(".")[0] for start in document.pages]


def test_columns_are_read_one_after_the_other() -> None:
    text = _columns(1).text
    left, right = f"On the left of alpha. {PROSE * 2}", f"On the right of alpha. {PROSE * 2}"
    assert text == f"Item 1\n\n{left.strip()}\n\n{right.strip()}"


def test_columns_written_row_by_row_are_read_as_columns() -> None:
    left = [f"The left column says on line {n} that fees" for n in range(8)]
    right = [f"The right column says on line {n} that dues" for n in range(8)]
    pdf = Pdf().page()
    for n, (one, other) in enumerate(zip(left, right, strict=True)):
        pdf.line(one, 50 + 5 * n, 15).line(other, 50 + 5 * n, 110)
    assert read_pdf(pdf.raw()).text == f"{' '.join(left)}\n\n{' '.join(right)}"


def test_a_table_is_read_row_by_row() -> None:
    pdf = Pdf().page()
    rows = [
        ("Item", "Cost"),
        ("Survey", "12,400"),
        ("Dredging", "400,000"),
        ("Fish", "12"),
        ("All", "9"),
    ]
    for n, (item, cost) in enumerate(rows):
        pdf.line(item, 50 + 6 * n, 15).line(cost, 50 + 6 * n, 100)
    assert read_pdf(pdf.raw()).text == "\n\n".join(f"{item} | {cost}" for item, cost in rows)


def test_pages_begin_where_they_say() -> None:
    document = _columns(3)
    assert [text.split("\n\n")[0] for text in _beginnings(document)] == [
        "Item 1",
        "Item 2",
        "Item 3",
    ]
    assert document.pages[0] == 0


def test_running_headers_and_page_numbers_go() -> None:
    document = _columns(3)
    assert "Bulletin" not in document.text
    assert "- 2 -" not in document.text
    assert document.margin == "Harbour Bulletin Vol. 1\n- 1 -"


def test_larger_letters_are_sections() -> None:
    document = _columns(2)
    assert [section.title for section in document.sections] == ["Item 1", "Item 2"]
    assert [section.start for section in document.sections] == list(document.pages)


def test_title_and_day_are_the_document_s() -> None:
    document = _columns(1)
    assert document.said.title == "Harbour board, third meeting"
    assert (document.said.date, document.made) == (None, "2024-05-06")


def test_without_a_title_the_first_page_s_heading_is_it() -> None:
    raw = Pdf().page().prose(PROSE, 60).heading("Harbour board", 40).raw()
    assert read_pdf(raw).said.title == "Harbour board"


def test_words_broken_at_line_ends_are_whole() -> None:
    words = "The vote was unani-\nmous and well-\nknown. A well-known matter of COP-\n12."
    raw = Pdf().page().prose(words, 60).raw()
    assert read_pdf(raw).text == (
        "The vote was unanimous and well-known. A well-known matter of COP-12."
    )


def test_a_sentence_goes_on_over_the_page() -> None:
    raw = Pdf().page().prose("The board rejec-", 60).page().prose("ted the fees.", 60).raw()
    document = read_pdf(raw)
    assert document.text == "The board rejected the fees."
    assert document.pages == (0, document.text.index("ted the"))


def test_a_page_without_text_begins_where_the_next_one_does() -> None:
    raw = Pdf().page().prose("One.", 60).page().page().prose("Two.", 60).page().raw()
    document = read_pdf(raw)
    assert (document.text, document.pages) == ("One.\n\nTwo.", (0, 6, 6, 10))


def test_a_scan_says_so() -> None:
    with pytest.raises(ReportError, match=r"no text: its 2 pages are images.*OCR"):
        read_pdf(Pdf().scan().scan().raw())


def test_a_password_is_named() -> None:
    raw = Pdf().page().prose("Secret.", 60).encrypted("sesame").raw()
    with pytest.raises(ReportError, match="encrypted"):
        read_pdf(raw)


def test_a_file_that_anyone_may_open_is_read() -> None:
    assert read_pdf(Pdf().page().prose("Open.", 60).encrypted("").raw()).text == "Open."


@pytest.mark.parametrize("raw", [b"%PDF-1.7 junk", b"%PDF-", Pdf().page().raw()[:300]])
def test_a_damaged_file_says_so(raw: bytes) -> None:
    with pytest.raises(ReportError, match="damaged"):
        read_pdf(raw)


def test_votes_that_begin_pages_stay() -> None:
    pdf = Pdf()
    for number, vote in enumerate(("", "5 ayes and 2 noes", "", "6 ayes and 1 noes")):
        pdf.page(f"The motion had {vote}." if vote else "")
        pdf.prose(f"Item {'abcd'[number]}. {PROSE}", 40)
    document = read_pdf(pdf.raw())
    assert "5 ayes and 2 noes" in document.text
    assert "6 ayes and 1 noes" in document.text
    assert document.left_out == ()


def test_what_is_left_out_is_named() -> None:
    left_out = _columns(3).left_out
    assert left_out == (
        LeftOut("running headers", 57, "Harbour Bulletin Vol. 1"),
        LeftOut("page numbers", 3, "- 1 -"),
    )


def test_footnote_marks_do_not_run_into_numbers() -> None:
    pdf = Pdf().page().raised([("A fee of 18", False), ("2", True), (" euros.", False)], 60)
    document = read_pdf(pdf.raw())
    assert document.text == "A fee of 18 euros."
    assert document.left_out == (LeftOut("footnote marks", 1, "2"),)


@pytest.mark.parametrize("looks", [{}, {"borders_layout": "NONE"}, {"text_align": "CENTER"}])
def test_cells_that_wrap_belong_to_their_row(looks: dict[str, str]) -> None:
    rows = [
        ("Action", "Owner", "Deadline"),
        ("Repair the rail of the long pier before the storms come", "Tove Berg", "3 May"),
        ("Write to the council", "Per Dahl and Anna Ek of the finance group", "12 June"),
    ]
    pdf = Pdf().page().prose(PROSE, 40).table(rows, 70, **looks)
    assert read_pdf(pdf.raw()).text.split("\n\n")[1:] == [
        "Action | Owner | Deadline",
        *(f"Action: {what} | Owner: {who} | Deadline: {when}" for what, who, when in rows[1:]),
    ]


def test_two_lists_stay_two_lists() -> None:
    pdf = Pdf().page()
    for x, names in ((15, ("Present", "Berg", "Dahl")), (100, ("Excused", "Ek", "Moe"))):
        for n, name in enumerate(names):
            pdf.line(name, 60 + 6 * n, x)
    assert read_pdf(pdf.raw()).text.split() == [
        *("Present", "Berg", "Dahl"),
        *("Excused", "Ek", "Moe"),
    ]


def test_line_numbers_go() -> None:
    words = f"The chair said so. {PROSE * 3}".split()
    lines = [" ".join(words[n : n + 9]) for n in range(0, len(words), 9)]
    pdf = Pdf().page()
    for n, line in enumerate(lines):
        pdf.line(str(n + 1), 60 + 5 * n, 15).line(line, 60 + 5 * n, 30)
    document = read_pdf(pdf.raw())
    assert " ".join(document.text.split()) == " ".join(words)
    assert [part.kind for part in document.left_out] == ["line numbers"]


def test_watermarks_and_stamps_go() -> None:
    pdf = Pdf().page().prose(PROSE * 4, 60)
    pdf.slanted("DRAFT", 45, 60, 120).slanted("Received 4 May", 90, 8, 200, 9)
    document = read_pdf(pdf.raw())
    assert document.text == (PROSE * 4).strip()
    assert document.left_out == (LeftOut("watermarks and stamps", 17, "DRAFT Received 4 May"),)


def test_pages_that_are_images_are_noted() -> None:
    raw = Pdf().page().prose(PROSE, 60).scan().page().prose(PROSE, 60).scan().raw()
    assert read_pdf(raw).notes == ("Pages 2 and 4 are images without text.",)


def test_what_was_typed_is_read() -> None:
    text = read_pdf(form_pdf([("Chair:", "Ms Lind"), ("Decision:", "The fee rises.")])).text
    assert text == "Chair: Ms Lind\n\nDecision: The fee rises."
    assert read_pdf(Pdf().page().line("Fees", 60).note("Ask.", 90).raw()).text == "Fees\n\nAsk."


def test_soft_hyphens_and_ligatures_at_line_ends_are_whole() -> None:
    pdf = Pdf().page().line("The harbour of-", 60).line("fice was uni\xad", 65)
    raw = pdf.line("fied.", 70).raw()
    assert read_pdf(raw).text == "The harbour office was unified."
