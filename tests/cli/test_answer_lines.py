from __future__ import annotations

from qa.cli.answer_lines import answer_lines, evidence_lines
from qa.reading.reader import cite
from qa.types import Answer, Applied, Item, Span
from tests.samples import evidence_of, make_report

EVIDENCE = evidence_of(make_report())
CITATION = cite(EVIDENCE[0], Span(0, 20), Span(0, 5))


def test_a_quote_is_shown_where_it_says_more_than_the_answer() -> None:
    answer = Answer(question="q", answer=CITATION.answer, confidence=1, citations=(CITATION,))
    lines = answer_lines(answer)
    assert lines[0] == CITATION.quote[:5]
    assert any("«" in line for line in lines)


def test_nothing_found_is_said() -> None:
    assert evidence_lines([]) == ["Nothing found."]


def _items() -> tuple[Item, ...]:
    made = {"report_id": CITATION.report_id, "answer": CITATION.answer, "citations": (CITATION,)}
    return tuple(
        Item(meeting=name, day="2024-05-14", **made) for name in ("Board", "Board", "Choir")
    )  # type: ignore[arg-type]


def test_items_stand_below_their_meeting() -> None:
    answer = Answer(question="q", answer="3 things", confidence=1, kind="count", items=_items())
    lines = answer_lines(answer)
    assert lines[0] == "3 things"
    assert [line for line in lines if "2024-05-14" in line] == [
        "Board · 2024-05-14",
        "Choir · 2024-05-14",
    ]


def test_items_that_are_not_sure_say_so_first() -> None:
    answer = Answer(
        question="q", answer="3 things", confidence=0.4, kind="count", level="unsure",
        items=_items(), hint="Of the newest meetings.",
    )  # fmt: skip
    assert answer_lines(answer)[:3] == [
        "These may not answer your question:",
        "3 things",
        "Of the newest meetings.",
    ]


def test_a_refusal_shows_what_comes_nearest() -> None:
    answer = Answer(question="q", answer=None, confidence=0, nearest=(CITATION,))
    lines = answer_lines(answer)
    assert lines[0] == "No sure answer found."
    assert any(CITATION.quote[:5] in line for line in lines)


def test_how_a_question_was_read_comes_first_and_doubt_is_told() -> None:
    answer = Answer(
        question="q",
        answer=CITATION.answer,
        confidence=0.5,
        level="unsure",
        citations=(CITATION,),
        read_as="the whole question",
        filters=(Applied(label="May 2024", words="in May", count=2),),
    )
    assert answer_lines(answer)[:3] == [
        "Read as: the whole question",
        "Looked in: May 2024",
        "This may not answer your question:",
    ]


def test_a_hint_is_all_that_is_said_to_a_greeting() -> None:
    answer = Answer(question="hello", answer=None, confidence=0, kind="hint", hint="Ask me.")
    assert answer_lines(answer) == ["Ask me."]
