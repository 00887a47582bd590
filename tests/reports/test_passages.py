from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reports.headings import is_heading
from qa.reports.passages import headline, split_passages
from qa.reports.report_file import read_report
from qa.reports.units import Limits
from qa.types import Passage, Report, ReportEntry, Told
from tests.documents import PROSE, Pdf, docx, odt, page_html
from tests.embedders import HashEmbedder
from tests.samples import LIMITS, make_meetings, make_report, report_texts, split

_SPECIAL = 2  # tokens that a model puts around a text

_LONG = PROSE * 3
DOCUMENTS = {
    ".md": f"# Board\n\n## Fees\n\n{_LONG}\n".encode(),
    ".txt": f"Board\n\nFees\n\n{_LONG}".replace("Fees", "FEES").encode(),
    ".html": page_html(f"<h1>Board</h1><p>{_LONG}<h2>Fees</h2><p>{_LONG}"),
    ".pdf": Pdf("Board").page().heading("Fees", 40).prose(_LONG, 60).page().prose(_LONG, 60).raw(),
    ".docx": docx([("Title", "Board"), ("Heading 1", "Fees"), ("Normal", _LONG)]),
    ".odt": odt(
        '<text:p>Board</text:p><text:h text:outline-level="1">Fees</text:h>'
        f"<text:p>{_LONG}</text:p>"
    ),
    ".rtf": rf"{{\rtf1 Board\par FEES\par {_LONG}\par}}".encode(),
    ".eml": f"Subject: Board\n\n{_LONG}".encode(),
}

reports = st.builds(
    lambda text, source, event: replace(make_report(text, source), event=event),
    report_texts.filter(lambda text: not text.startswith("---\n")),
    st.sampled_from(["a.md", "a.txt", "2023-03-14.md"]),
    st.none() | st.sampled_from(["Board", "word " * 60]),
)
limits = st.builds(Limits, passage=st.integers(64, 300), overlap=st.integers(0, 60))


def _covered(passages: list[Passage]) -> set[int]:
    return {offset for passage in passages for offset in range(passage.start, passage.end)}


def _heading_lines(report: Report) -> set[int]:
    """Offsets of the lines that headings stand on."""
    return {
        offset
        for section in report.sections
        for offset in range(section.start, (report.text + "\n").index("\n", section.start))
    }


@given(report=reports, limits=limits)
def test_a_passage_is_a_slice_of_the_report(report: Report, limits: Limits) -> None:
    for passage in split(report, limits):
        assert report.text[passage.start : passage.end] == passage.text != ""


@given(report=reports, limits=limits)
def test_passages_hold_every_sign_outside_of_headings(report: Report, limits: Limits) -> None:
    missing = set(range(len(report.text))) - _covered(split(report, limits))
    signs = {offset for offset in missing if not report.text[offset].isspace()}
    assert signs <= _heading_lines(report)


@given(report=reports, limits=limits)
def test_passages_are_in_order(report: Report, limits: Limits) -> None:
    spans = [(passage.start, passage.end) for passage in split(report, limits)]
    assert spans == sorted(spans)
    assert [end for _, end in spans] == sorted({end for _, end in spans})


@given(report=reports, limits=limits)
def test_no_passage_is_longer_than_the_model_reads(report: Report, limits: Limits) -> None:
    texts = [f"{p.context}\n{p.body}" for p in split(report, limits)]
    counts = HashEmbedder().count_tokens(texts)
    assert max(counts) + _SPECIAL <= limits.passage


@given(report=reports, limits=limits)
def test_ids_are_their_own_and_name_the_report(report: Report, limits: Limits) -> None:
    ids = [passage.id for passage in split(report, limits)]
    assert len(set(ids)) == len(ids)
    assert all(id_.startswith(f"{report.id}:") for id_ in ids)


@given(report=reports)
def test_splitting_again_gives_the_same(report: Report) -> None:
    assert split(report) == split(report)


@given(report=reports)
def test_a_section_is_one_of_the_report_s(report: Report) -> None:
    titles = {None, *(section.title for section in report.sections)}
    assert {passage.section for passage in split(report)} <= titles


@given(report=reports, limits=limits, cuts=st.lists(st.integers(0, 400)))
def test_a_page_is_the_one_on_which_a_passage_begins(
    report: Report, limits: Limits, cuts: list[int]
) -> None:
    paged = replace(report, pages=(0, *sorted(cuts)))
    for passage in split(paged, limits):
        assert passage.page == paged.page_at(passage.start)
        assert paged.pages[(passage.page or 0) - 1] <= passage.start


def test_a_text_has_no_pages() -> None:
    assert {passage.page for passage in split(make_report())} == {None}


@pytest.mark.parametrize("suffix", DOCUMENTS)
def test_passages_of_every_format_are_slices_with_their_section_and_page(suffix: str) -> None:
    report = read_report(DOCUMENTS[suffix], f"a{suffix}")
    passages = split(report)
    for passage in passages:
        assert report.text[passage.start : passage.end] == passage.text != ""
        assert passage.section == report.section_at(passage.start)
    found = {passage.section.title().split(" › ")[-1] for passage in passages if passage.section}
    assert ("Fees" in found) == (suffix != ".eml")
    assert {passage.page for passage in passages} == ({1, 2} if suffix == ".pdf" else {None})


def test_a_report_of_headings_alone_has_a_passage() -> None:
    (passage,) = split(make_report("# Fees\n"))
    assert passage.text == "# Fees"


def test_a_heading_at_the_start_is_in_the_context_only() -> None:
    (passage,) = split(make_report("# Board\n\n## Fees\n\nThey rise."))
    assert (passage.text, passage.section) == ("They rise.", "Fees")


def test_a_large_section_ends_a_passage() -> None:
    text = "# One\n\n" + "The board met again. " * 25 + "\n\n# Two\n\nIt closed."
    passages = split(make_report(text), Limits(passage=256, overlap=12))
    assert [passage.section for passage in passages] == ["One", "Two"]


def test_a_small_section_goes_on_into_those_below_it() -> None:
    (passage,) = split(make_report("# One\n\nFirst.\n\n## Two\n\nSecond.\n"))
    assert passage.text == "First.\n\n## Two\n\nSecond."


@pytest.mark.parametrize("mark", ["#", "##"])
def test_no_passage_goes_on_into_a_section_beside_or_above(mark: str) -> None:
    text = f"# Notes\n\n## 7 May\n\nFees rise.\n\n{mark} 14 May\n\nFees fall.\n"
    assert [passage.text for passage in split(make_report(text))] == ["Fees rise.", "Fees fall."]


def test_a_heading_without_words_below_it_is_a_passage() -> None:
    passages = split(make_report("Notes\n\n## Next: 4 June\n\n## Close\n\nAt nine.\n"))
    assert [passage.text for passage in passages] == ["Notes\n\n## Next: 4 June", "At nine."]


@given(report=reports, limits=limits)
def test_no_passage_has_two_headings_of_one_level(report: Report, limits: Limits) -> None:
    for passage in split(report, limits):
        inside = [s for s in report.sections if passage.start <= s.start < passage.end]
        levels = [s.level for s in inside if is_heading(report.sections, s.start)]
        assert len(set(levels)) == len(levels)


def test_neighbours_share_a_short_sentence() -> None:
    sentences = [f"Delegate number {number} spoke on fees." for number in range(40)]
    first, second, *_ = split(make_report(" ".join(sentences)))
    assert first.text.rsplit(". ", 1)[1] == second.text.split(". ")[0] + "."


def test_neighbours_share_no_long_sentence() -> None:
    sentences = [f"Delegate number {number} spoke at length on fees." for number in range(40)]
    passages = split(make_report(" ".join(sentences)), Limits(passage=64, overlap=3))
    assert all(one.end < two.start for one, two in zip(passages, passages[1:], strict=False))


def test_a_sentence_longer_than_a_passage_is_cut_between_words() -> None:
    passages = split(make_report("word " * 300))
    assert len(passages) > 4
    assert {word for passage in passages for word in passage.text.split()} == {"word"}


def test_a_word_without_end_is_cut() -> None:
    passages = split(make_report("x" * 10_000))
    assert "".join(passage.text for passage in passages) == "x" * 10_000


def test_the_context_names_the_meeting() -> None:
    report = replace(
        make_report("# Fees\n\nThey rise.", "2023-03-14.md"), event="Board", place="Quay 3"
    )
    (passage,) = split(report)
    assert passage.context == "Fees · Board · Quay 3 · Tuesday 14 March 2023 (2023-03-14)"


def test_no_passage_spans_two_meetings() -> None:
    report = make_meetings()
    passages = split(report)
    starts = [meeting.span.start for meeting in report.meetings]
    assert all(not p.start < start < p.end for p in passages for start in starts)
    assert [("21 May" in p.context, "14 May" in p.context) for p in passages] == [
        (False, False), (True, False), (False, True),
    ]  # fmt: skip


def test_a_topic_has_no_event_that_the_record_alone_tells() -> None:
    report = make_meetings()
    (meeting, _) = report.meetings
    named = replace(meeting, body=Told("Quill Board", "title"))
    own = replace(report, meetings=(named,), event="Quill Board")
    assert all("Quill" in passage.context for passage in split(own))
    assert not any("Quill" in passage.topic for passage in split(own))


def test_a_long_context_takes_half_of_a_passage_at_most() -> None:
    report = replace(make_report("They rise."), event="word " * 500)
    (passage,) = split(report)
    assert len(passage.context.split()) == LIMITS.passage // 2


ENTRY = ReportEntry("1", "Report of the Board", "a.md", "2023-03-14", "Board", "Quay 3", None, 9, 1)


def test_a_passage_is_read_under_its_meeting_place_date_and_section() -> None:
    assert headline(ENTRY, "Fees") == "Board · Quay 3 · 14 March 2023 · Fees"


def test_without_an_event_the_title_names_the_meeting() -> None:
    entry = replace(ENTRY, event=None, place=None, date="2023-03")
    assert headline(entry, None) == "Report of the Board · March 2023"


def test_a_headline_says_nothing_twice() -> None:
    assert headline(replace(ENTRY, date=None, place=None), "Board") == "Board"


def test_a_headline_without_end_is_cut_between_words() -> None:
    said = headline(replace(ENTRY, event="word " * 500), "Fees")
    assert len(said) <= 400
    assert set(said.split()) == {"word"}


def test_links_are_indexed_without_their_targets() -> None:
    (passage,) = split(make_report("See [the paper](https://example.org/a).", source="a.txt"))
    assert passage.text == "See [the paper](https://example.org/a)."
    assert passage.body == "See the paper."


def test_tokens_are_counted_as_the_embedder_does() -> None:
    report = make_report("The board met again. " * 40)

    def letters(texts: list[str]) -> list[int]:
        return [len(text) for text in texts]

    by_letters = split_passages(report, LIMITS, letters)  # type: ignore[arg-type]
    assert len(by_letters) > len(split(report))


@pytest.mark.parametrize("sign", ["\f", "\u2028", "\x85", "\x1c"])
def test_odd_white_space_is_kept(sign: str) -> None:
    report = make_report(f"One{sign}two. Three.")
    assert "".join(passage.text for passage in split(report)) == report.text


@pytest.mark.parametrize(
    "text",
    [
        "- <http://a>\n" * 50_000,
        "x" * 2_000_000,
        "a. " * 200_000,
        "# a b\n" * 20_000,
        "[(" * 500_000,
    ],
)
def test_a_long_text_that_is_no_prose_is_split(text: str) -> None:
    report = make_report(text, "a.txt")
    passages = split(report)
    assert all(passage.text == text[passage.start : passage.end] for passage in passages)
