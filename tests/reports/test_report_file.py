from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qa.errors import ReportError
from qa.reports.formats.document import Document, LeftOut, Metadata
from qa.reports.report_file import _warnings, is_of_text, read_file, read_report, report_id
from qa.types import Report
from tests.documents import PROSE, Pdf, docx, page_html
from tests.samples import report_texts


def _read(text: str, source: str = "minutes.md", catalogue: Metadata | None = None) -> Report:
    return read_report(text.encode(), source, catalogue)


# -- what is no report


@pytest.mark.parametrize("source", ["a.xls", "a", "a.md.doc", ".md", "folder.md/a"])
def test_a_format_that_is_not_read_is_named(source: str) -> None:
    with pytest.raises(ReportError, match=r"No reader for .*\.md, \.txt"):
        _read("Text.", source)


@pytest.mark.parametrize("source", ["A.MD", "a.Txt"])
def test_capitals_in_a_suffix_do_not_matter(source: str) -> None:
    assert _read("Text.", source).text == "Text."


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "---\ntitle: A\n---\n"])
def test_an_empty_file_is_no_report(text: str) -> None:
    with pytest.raises(ReportError, match="no text"):
        _read(text)


@given(text=report_texts, source=st.sampled_from(["a.md", "a.txt"]))
@example("\n" * 50 + "Text.", "a.md")
@example("---\nx: !!bool maybe\n---\nText.", "a.md")
@example("---\nx: !!float ''\n---\nText.", "a.md")
@example("---\nx: !!timestamp maybe\n---\nText.", "a.md")
@example("---\nx: " + "[" * 2000 + "\n---\nText.", "a.md")
@example("---\n? [a]\n: b\n---\nText.", "a.md")
@example("---\n- a\n---\nText.", "a.md")
@example("---\ndate: 2022-13-45\n---\nText.", "a.md")
def test_any_text_is_a_report_or_a_report_error(text: str, source: str) -> None:
    try:
        report = _read(text, source)
    except ReportError:
        return
    assert report.title
    assert report.text.strip()


# -- front matter


def test_front_matter_says_what_the_report_is() -> None:
    report = _read(
        "---\ntitle: Third meeting\ndate: 2023-03-14\nevent: Board\nplace: Quay 3\n"
        "url: https://example.org/a\n---\n\n# Minutes\n\nText."
    )
    assert (report.title, report.date) == ("Third meeting", "2023-03-14")
    assert (report.event, report.place) == ("Board", "Quay 3")
    assert report.url == "https://example.org/a"


def test_front_matter_is_not_part_of_the_text() -> None:
    assert _read("---\ntitle: A\n---\n\nText.").text == "Text."


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2023-03-14", "2023-03-14"),
        ("'14 March 2023'", "2023-03-14"),
        ("2023-03-14 09:30:00", "2023-03-14"),
        ("soon", None),
        ("2023", None),
        ("", None),
    ],
)
def test_a_date_in_front_matter_may_be_written_in_many_ways(written: str, date: str | None) -> None:
    assert _read(f"---\ndate: {written}\ntitle: A\n---\nText.").date == date


@pytest.mark.parametrize(
    ("value", "title"), [("12", "12"), ("2.50", "2.50"), ("yes", "yes"), ("0xff", "0xff")]
)
def test_a_title_is_words_whatever_they_look_like(value: str, title: str) -> None:
    assert _read(f"---\ntitle: {value}\n---\nText.").title == title


@pytest.mark.parametrize("value", ["[a, b]", "{a: b}", "!!set {a}", "null", "''", "' '"])
def test_a_title_that_is_none_leaves_it_to_the_head(value: str) -> None:
    assert _read(f"---\ntitle: {value}\n---\nHead.").title == "Head."


def test_broken_front_matter_names_the_cure() -> None:
    with pytest.raises(ReportError, match=r"isn't YAML.*quotes"):
        _read("---\ntitle: Board: third meeting\n---\nText.")


def test_control_characters_in_front_matter_are_passed_over() -> None:
    assert _read("---\ntitle: Bo\x92ard\x07\n---\nText.").title == "Board"


def test_front_matter_that_overflows_the_parser_is_text() -> None:
    text = "---\nx: " + "[" * 100_000 + "\n---\nText."
    assert _read(text).text == text


def test_aliases_cannot_blow_up_a_title() -> None:
    layers = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 9))
    report = _read(f"---\nl0: &l0 [ha]\n{layers}title: *l8\n---\nText.")
    assert report.title == "Text."


def test_a_lone_surrogate_in_front_matter_is_refused() -> None:
    with pytest.raises(ReportError, match="YAML"):
        _read('---\ntitle: "A \\uD800 b"\n---\nText.')


def test_a_rule_is_no_front_matter() -> None:
    text = "---\n\nOpening.\n\n---\n\nText."
    assert _read(text).text == text


# -- what the text says of itself


def test_the_first_line_is_the_title() -> None:
    assert _read("\n\n##  Harbour   board \n\nText.").title == "Harbour board"


def test_a_long_first_line_is_prose_and_is_shortened() -> None:
    title = _read("The chair opened the meeting. " * 20).title
    assert len(title) <= 102
    assert title.endswith(" …")


def test_a_date_line_of_the_head_counts() -> None:
    text = "Rural nurses close in Coimbra\n\nA summary.\n\nNews | 01 November 2022\n\nText."
    assert _read(text).date == "2022-11-01"


def test_dates_in_prose_do_not_count() -> None:
    assert (
        _read("# Board\n\n" + "The law of 2 May 1999 was read and they went on. " * 8).date is None
    )


def test_dates_far_below_do_not_count() -> None:
    assert _read("# Board\n\n" + "Line.\n\n" * 10 + "2 May 1999").date is None


@pytest.mark.parametrize(
    "source", ["2023-03-14-board.md", "board_2023-03-14.txt", "2023-03-14/minutes.md"]
)
def test_the_name_may_have_the_date(source: str) -> None:
    assert _read("Text.", source).date == "2023-03-14"


def test_the_head_wins_over_the_name() -> None:
    assert _read("# Board, 2 May 1999\n\nText.", "2023-03-14.md").date == "1999-05-02"


def test_front_matter_wins_over_the_head() -> None:
    text = "---\ntitle: Board of 3 June 2001\n---\n# Other\n\n2 May 1999"
    assert (_read(text).title, _read(text).date) == ("Board of 3 June 2001", "2001-06-03")


def test_the_catalogue_fills_what_the_file_lacks() -> None:
    row = Metadata("Catalogued", "2020-01-02", "Board", "Quay 3", "https://example.org")
    report = _read("# Minutes\n\nText.", catalogue=row)
    assert (report.title, report.date, report.event) == ("Minutes", "2020-01-02", "Board")
    assert (report.place, report.url) == ("Quay 3", "https://example.org")


def test_the_file_wins_over_the_catalogue() -> None:
    text = "---\ntitle: A\ndate: 2023-03-14\nevent: Own\n---\nText."
    report = _read(text, catalogue=Metadata("B", "2020-01-02", "Other"))
    assert (report.title, report.date, report.event) == ("A", "2023-03-14", "Own")


@pytest.mark.parametrize("written", ["2023", "2023-03", "2023-03-14"])
def test_a_catalogue_may_know_less_than_the_day(written: str) -> None:
    assert _read("Text.", catalogue=Metadata(date=written)).date == written


def test_a_catalogued_date_in_words_is_read() -> None:
    assert _read("Text.", catalogue=Metadata(date="14 March 2023")).date == "2023-03-14"


@pytest.mark.parametrize("written", ["soon", "2023-13", "March 2023"])
def test_a_catalogued_date_that_is_none_is_named(written: str) -> None:
    with pytest.raises(ReportError, match=f"'{written}' as its date.*YYYY-MM-DD"):
        _read("Text.", catalogue=Metadata(date=written))


def test_a_catalogued_title_stands_in_for_prose() -> None:
    row = Metadata(title="Board")
    assert _read("The chair opened the meeting. " * 20, catalogue=row).title == "Board"


# -- identity and sections


def test_the_id_depends_on_the_text() -> None:
    one = _read("---\ntitle: A\n---\nText.", "a.md")
    other = _read("Text.", "b.txt", Metadata(event="Board"))
    assert one.id == other.id == report_id("Text.")


def test_the_same_words_of_two_days_are_two_reports() -> None:
    one, other = _read("No quorum.", "2024-03-04.md"), _read("No quorum.", "2024-04-08.md")
    copy = _read("No quorum.", "copies/2024-03-04.md")
    assert one.id == copy.id != other.id
    assert all(is_of_text(report.id, "No quorum.") for report in (one, other))
    assert not is_of_text(one.id, "A quorum.")


def test_a_day_in_the_text_makes_no_other_id() -> None:
    text = "# Board, 4 March 2024\n\nNo quorum."
    assert _read(text, "2024-03-04.md").id == _read(text, "b.md").id == report_id(text)


def test_another_text_has_another_id() -> None:
    assert _read("Text.").id != _read("Text!").id


def test_line_ends_do_not_change_the_id() -> None:
    assert read_report(b"a\r\nb", "a.md").id == read_report(b"a\nb", "a.md").id


def test_the_text_is_what_a_person_reads_and_has_its_id() -> None:
    hidden, seen = _read("\ufeffJose\u0301 pro\xadposed."), _read("José proposed.")
    assert hidden.text == seen.text == "José proposed."
    assert hidden.id == seen.id == report_id("José proposed.")


@pytest.mark.parametrize(("source", "title"), [("a.md", "# FEES"), ("a.txt", "FEES")])
def test_headings_are_those_of_the_format(source: str, title: str) -> None:
    (section,) = _read(f"Opening.\n\n{title}\n\nText.", source).sections
    assert section.title == "FEES"


@pytest.mark.parametrize(
    ("text", "source", "date"),
    [
        ("Minutes of 2 May 1999, held in Rome. " * 9, "1999-05-03.txt", "1999-05-02"),
        ("Minutes\n\nThose of 1 March 1999 were approved.", "1999-05-03.txt", "1999-05-03"),
        ("Minutes\n\nNews | 1 March 1999\n\nText.", "minutes.txt", "1999-03-01"),
    ],
)
def test_a_date_in_the_title_or_the_name_beats_one_below(text: str, source: str, date: str) -> None:
    assert _read(text, source).date == date


# -- other formats


def test_a_document_is_a_report_with_sections_and_pages() -> None:
    pdf = Pdf("Harbour board").page().heading("Fees", 40).prose("They rise.", 60)
    report = read_report(pdf.page().prose("They fall.", 60).raw(), "a.pdf")
    assert (report.title, report.text) == ("Harbour board", "Fees\n\nThey rise.\n\nThey fall.")
    assert (report.pages, report.section_at(8)) == ((0, 18), "Fees")
    assert (report.page_at(8), report.page_at(18)) == (1, 2)


@pytest.mark.parametrize(
    ("words", "source", "date"),
    [
        ("Minutes of 2 May 1999", "1999-05-03.pdf", "1999-05-02"),
        ("Minutes", "1999-05-03.pdf", "1999-05-03"),
        ("Minutes", "minutes_3_may_1999.pdf", "1999-05-03"),
        ("Minutes", "minutes.pdf", "2024-05-06"),
    ],
)
def test_the_day_that_a_file_was_made_is_the_last_resort(
    words: str, source: str, date: str
) -> None:
    assert read_report(Pdf().page().line(words, 60).raw(), source).date == date


def test_the_catalogue_comes_before_the_day_that_a_file_was_made() -> None:
    raw = Pdf().page().line("Minutes", 60).raw()
    assert read_report(raw, "a.pdf", Metadata(date="1999")).date == "1999"


def test_a_running_header_may_have_the_date() -> None:
    pdf = Pdf()
    for words in ("One.", "Two."):
        pdf.page("Bulletin | 14 March 2023").prose(words, 60)
    report = read_report(pdf.raw(), "a.pdf")
    assert (report.text, report.date) == ("One.\n\nTwo.", "2023-03-14")


@pytest.mark.parametrize(
    ("title", "date"), [("Board of 2 May 1999", "1999-05-02"), ("Board", "1999-05-04")]
)
def test_the_day_a_page_was_published_comes_last(title: str, date: str) -> None:
    raw = page_html(f"<h1>{title}</h1><p>{PROSE}", "<meta name=date content=1999-05-04>")
    assert read_report(raw, "a.htm").date == date


def test_a_document_without_words_is_no_report() -> None:
    with pytest.raises(ReportError, match="no text"):
        read_report(docx(), "a.docx")


# -- what was not kept


def test_a_file_that_was_kept_whole_has_no_warnings() -> None:
    assert read_file(b"Fees rise.", "a.md").warnings == ()


def test_much_that_was_left_out_is_named_by_kind() -> None:
    parts = (LeftOut("running headers", 10), LeftOut("navigation", 1190))
    (warning,) = _warnings(Document(text="x" * 2800, left_out=parts))
    assert warning == (
        "30% of the file's letters were left out: navigation (1,190), running headers (10)."
    )


def test_little_that_was_left_out_is_not_worth_a_word_and_a_note_always_is() -> None:
    parts = (LeftOut("navigation", 10),)
    document = Document(text="x" * 990, left_out=parts, notes=("Page 2 is an image.",))
    assert list(_warnings(document)) == ["Page 2 is an image."]
