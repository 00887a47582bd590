from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from qa.assistant import Assistant
from qa.evaluation.evaluate import Result, as_report, by_type, evaluate, summarize
from qa.evaluation.questions import Question
from qa.reading.sentence_reader import SentenceReader
from qa.settings import Settings
from qa.stores.local import LocalStore, Manifest
from qa.types import Answer, Span
from tests.embedders import HashEmbedder
from tests.samples import MINUTES, index_folder

PLANTED = [
    Question("q1", "how-many", "What will the dredging survey cost?", ("12,400 euros",), "a.md",
             "The survey will cost 12,400 euros."),
    Question("q2", "who", "Who asked for a survey first?", ("Ms Okafor",), "b.md",
             "Ms Okafor asked for a survey first."),
    Question("q3", "unanswerable", "Which football club plays in Tromsø?", (), None, None),
    Question("q4", "conversation", "And how was the vote?", ("seven to two",), "a.md",
             "The vote was seven to two.", earlier=("What happens to mooring fees?",)),
]  # fmt: skip


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    """The same report under two names, and another one."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.md").write_text(MINUTES, encoding="utf-8")
    (folder / "b.md").write_text(MINUTES, encoding="utf-8")
    (folder / "c.md").write_text("# Choir\n\nThe choir sang on Sunday.\n", encoding="utf-8")
    manifest = Manifest("hash", "test")
    writer = LocalStore(tmp_path / "home", manifest, write=True)
    index_folder(writer, folder)
    writer.close()
    store = LocalStore(tmp_path / "home", manifest)
    yield Assistant(Settings(home=tmp_path), HashEmbedder(), store, SentenceReader(0.45))
    store.close()


def test_each_question_is_judged(assistant: Assistant) -> None:
    verdicts = [result.verdict for result in evaluate(assistant, PLANTED[:3])]
    assert verdicts == ["right", "right", "refused rightly"]


def test_a_report_under_two_names_is_found_under_either(assistant: Assistant) -> None:
    results = evaluate(assistant, PLANTED[:2])
    assert [result.report_rank for result in results] == [1, 1]
    assert [result.evidence_rank for result in results] == [1, 1]


def test_earlier_questions_are_asked_first(assistant: Assistant) -> None:
    told: list[int] = []
    evaluate(assistant, PLANTED, lambda: told.append(1))
    assert len(told) == len(PLANTED)


def _result(
    question: Question, answer: str | None, *, rank: int | None, f1: float, supported: bool
) -> Result:
    given = Answer(
        question=question.question, answer=answer, confidence=0.5, timings_ms={"total": 10.0 * f1}
    )
    return Result(question, given, rank, rank, float(f1 == 1), f1, supported)


def test_measures_worked_by_hand() -> None:
    measures = summarize(
        [
            _result(PLANTED[0], "x", rank=1, f1=1.0, supported=True),
            _result(PLANTED[1], "x", rank=4, f1=0.5, supported=False),
            _result(PLANTED[1], None, rank=None, f1=0.0, supported=False),
            _result(PLANTED[2], None, rank=None, f1=0.0, supported=False),
            _result(PLANTED[2], "x", rank=None, f1=0.0, supported=False),
        ]
    )
    assert measures == pytest.approx(
        {
            "questions": 5,
            "report_hit@1": 1 / 3,
            "report_hit@5": 2 / 3,
            "report_hit@10": 2 / 3,
            "evidence_hit@1": 1 / 3,
            "evidence_hit@5": 2 / 3,
            "evidence_hit@10": 2 / 3,
            "mrr": (1 + 1 / 4) / 3,
            "exact_match": 1 / 3,
            "f1": 1.5 / 3,
            "citation_precision": 1 / 3,
            "refusal_precision": 1 / 2,
            "refusal_recall": 1 / 2,
            "calibration_error": abs(1 - 3 * 0.5) / 3,
            "verbatim": None,
            "faults_repeated": None,
            "latency_p50_ms": 0.0,
            "latency_p95_ms": 10.0,
        }
    )


def test_what_cannot_be_measured_is_none() -> None:
    measures = summarize([_result(PLANTED[2], None, rank=None, f1=0.0, supported=False)])
    assert measures["f1"] is None
    assert measures["citation_precision"] is None


@pytest.mark.parametrize(
    ("answer", "rank", "supported", "verdict"),
    [
        ("x", 1, True, "right"),
        ("x", 1, False, "read wrong"),
        ("x", None, False, "retrieval missed"),
        (None, 1, False, "refused wrongly"),
    ],
)
def test_verdicts(answer: str | None, rank: int | None, supported: bool, verdict: str) -> None:
    assert _result(PLANTED[0], answer, rank=rank, f1=0, supported=supported).verdict == verdict


def test_an_answer_to_what_has_none_is_wrong() -> None:
    assert _result(PLANTED[2], "x", rank=None, f1=0, supported=False).verdict == "answered wrongly"


def test_conversations_are_counted_apart(assistant: Assistant) -> None:
    results = evaluate(assistant, PLANTED)
    assert as_report(results)["overall"]["questions"] == 3
    assert by_type(results)["conversation"]["questions"] == 1
    assert [line["id"] for line in as_report(results)["questions"]] == ["q1", "q2", "q3", "q4"]


def test_evidence_is_looked_up_where_its_place_is_given(
    assistant: Assistant, tmp_path: Path
) -> None:
    start = MINUTES.index("The survey")
    end = MINUTES.index("euros.") + len("euros.")
    placed = replace(PLANTED[0], evidence=None, place=Span(start, end))
    (result,) = evaluate(assistant, [placed])
    assert result.question.evidence == "The survey will cost 12,400 euros."
    assert result.verdict == "right"


def test_every_citation_is_looked_up_again(assistant: Assistant) -> None:
    results = evaluate(assistant, PLANTED)
    assert summarize(results)["verbatim"] == 1.0


def test_each_line_shows_what_was_read(assistant: Assistant) -> None:
    line = as_report(evaluate(assistant, PLANTED[:1]))["questions"][0]
    assert line["gold"]["answers"] == ("12,400 euros",)
    assert line["passages"][0]["ranks"]
    assert line["citations"][0]["source"] in ("a.md", "b.md")
