from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reading.reader import CitationError, Reader, check_citations, cite, joined, located, named
from qa.types import Answer, Citation, Item, Report, Section, Span
from tests.contracts import ReaderContract
from tests.readers import FirstSentenceReader
from tests.samples import evidence_of, make_report, report_texts

REPORT = make_report()


class TestFirstSentenceReader(ReaderContract):
    @pytest.fixture
    def reader(self) -> Reader:
        return FirstSentenceReader()


def _find(report_id: str) -> Report:
    return {REPORT.id: REPORT}[report_id]


def _citation() -> Citation:
    evidence = next(item for item in evidence_of(REPORT) if "Mooring" in item.text)
    start = evidence.text.index("Mooring")
    answer = Span(start, start + len("Mooring"))
    return cite(evidence, Span(start, start + len("Mooring fees")), answer)


def _answer(*citations: Citation, text: str | None = "Mooring") -> Answer:
    return Answer(question="?", answer=text, confidence=1, citations=citations)


def test_a_citation_quotes_its_span() -> None:
    citation = _citation()
    assert citation.quote == "Mooring fees"
    assert REPORT.text[citation.start : citation.end] == citation.quote


def test_a_citation_names_its_place() -> None:
    citation = _citation()
    evidence = next(item for item in evidence_of(REPORT) if "Mooring" in item.text)
    names = ("report_id", "title", "date", "source", "section", "page")
    assert [getattr(citation, n) for n in names] == [getattr(evidence, n) for n in names]


@given(st.data(), report_texts)
def test_every_span_is_quoted_verbatim(data: st.DataObject, text: str) -> None:
    report = make_report(text)
    evidence = data.draw(st.sampled_from(evidence_of(report)))
    start = data.draw(st.integers(0, len(evidence.text)))
    end = data.draw(st.integers(start, len(evidence.text)))
    citation = cite(evidence, Span(start, end))
    check_citations(_answer(citation, text=None), lambda _: report)
    assert citation.quote == evidence.text[start:end]


@pytest.mark.parametrize(
    "answer",
    [
        _answer(_citation()),
        replace(_answer(_citation(), _citation()), support="list"),
        _answer(text=None),
        _answer(_citation(), _citation()),
    ],
)
def test_right_answers_pass(answer: Answer) -> None:
    check_citations(answer, _find)
    assert answer.citations or answer.answer is None


def _moved(by: int) -> Citation:
    citation = _citation()
    return replace(citation, start=citation.start + by, end=citation.end + by)


@pytest.mark.parametrize(
    "wrong",
    [
        _moved(1),
        _moved(-1),
        _moved(10_000),
        replace(_citation(), quote="mooring fees"),
        replace(_citation(), end=_citation().end + 1),
        replace(_citation(), start=-12, end=None),  # type: ignore[arg-type]
    ],
)
def test_a_quote_that_does_not_stand_there_is_a_fault(wrong: Citation) -> None:
    with pytest.raises(CitationError, match="doesn't say"):
        check_citations(_answer(_citation(), wrong), _find)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(_citation(), answer="mooring"),
        replace(_citation(), answer_start=_citation().start - 1),
        replace(_citation(), answer_end=_citation().end + 1),
        replace(_citation(), answer_start=_citation().end, answer_end=_citation().start, answer=""),
    ],
)
def test_an_answer_that_is_not_in_the_quote_is_a_fault(wrong: Citation) -> None:
    with pytest.raises(CitationError, match="isn't in"):
        check_citations(_answer(_citation(), wrong), _find)


@pytest.mark.parametrize(
    "answer",
    [
        _answer(_citation(), text="four per cent"),
        _answer(_citation(), text="Mooring fees"),
        replace(_answer(_citation(), text="Mooring; fees"), support="list"),
        _answer(),
    ],
)
def test_an_answer_that_the_citations_do_not_give_is_a_fault(answer: Answer) -> None:
    with pytest.raises(CitationError, match="isn't what the citations say"):
        check_citations(answer, _find)


def test_the_items_of_a_list_are_named_once() -> None:
    assert joined([_citation(), _citation()]) == "Mooring"


def test_a_citation_has_the_page_and_section_of_its_own_beginning() -> None:
    start = _citation().start
    sections = (Section(0, 1, "Fees"), Section(start, 1, "Dredging"))
    report = replace(REPORT, pages=(0, start, start + 1), sections=sections)
    (citation,) = located(_answer(_citation()), lambda _: report).citations
    assert (citation.page, citation.section) == (2, "Dredging")
    assert replace(citation, page=None, section=None) == replace(
        _citation(), page=None, section=None
    )


def _item(words: str = "Mooring", known: str | None = None) -> Item:
    return Item(
        answer=words, report_id=REPORT.id, meeting="", known=known, citations=(_citation(),)
    )


def _listed(*items: Item, text: str) -> Answer:
    citations = tuple(item.citations[0] for item in items)
    return replace(_answer(*citations, text=text), support="list", items=items)


@pytest.mark.parametrize(
    "answer",
    [
        _listed(_item(), _item(), text="Mooring"),
        _listed(_item("Mooring fees"), text="Mooring fees"),
        _listed(_item("14 March", known="file name"), text="14 March"),
        replace(_listed(_item(), _item(), text="2 meetings"), kind="count"),
        replace(_answer(text=None), nearest=(_citation(),)),
    ],
)
def test_what_items_say_is_right(answer: Answer) -> None:
    check_citations(answer, _find)
    assert answer.answer in (None, named(answer.items), "2 meetings")


@pytest.mark.parametrize(
    "answer",
    [
        _listed(_item("dredging"), text="dredging"),
        replace(_answer(text=None), items=(replace(_item(), citations=()),)),
        replace(_answer(text=None), items=(_item(""),)),
        replace(_answer(text=None), items=(replace(_item(), citations=(_moved(1),)),)),
        replace(_answer(text=None), nearest=(_moved(1),)),
        _listed(_item(), text="Mooring; Mooring"),
        replace(_listed(_item(), _item(), text="3 meetings"), kind="count"),
        replace(_listed(_item(), text="many"), kind="count"),
    ],
)
def test_items_and_the_nearest_are_checked_as_well(answer: Answer) -> None:
    with pytest.raises(CitationError):
        check_citations(answer, _find)


def test_the_nearest_have_their_own_section() -> None:
    start = _citation().start
    report = replace(REPORT, sections=(Section(0, 1, "Fees"), Section(start, 1, "Dredging")))
    (near,) = located(replace(_answer(text=None), nearest=(_citation(),)), lambda _: report).nearest
    assert near.section == "Dredging"


def test_sentences_stand_on_lines_of_their_own() -> None:
    items = [Item(answer=words, report_id="r", meeting="m") for words in ("One\nline.", "Two.")]
    assert named(items, "statements") == "One line.\nTwo."
    assert named(items[1:], "list") == "Two."
