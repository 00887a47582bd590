from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from qa.errors import ReportError
from qa.evaluation.questions import Question, read_questions, with_evidence
from tests.paths import PROJECT

LINE = {
    "id": "q1",
    "type": "when",
    "question": "And when?",
    "answers": ["3 May"],
    "doc": "a.md",
    "evidence": "It was 3 May.",
    "turns": ["Who?", "And when?"],
}


def _write(folder: Path, *lines: object) -> Path:
    path = folder / "questions.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines) + "\n", encoding="utf-8")
    return path


def test_a_line_is_a_question(tmp_path: Path) -> None:
    assert read_questions(_write(tmp_path, LINE)) == [
        Question(
            id="q1",
            type="when",
            question="And when?",
            answers=("3 May",),
            doc="a.md",
            evidence="It was 3 May.",
            earlier=("Who?",),
        )
    ]


def test_a_question_without_answers_is_unanswerable(tmp_path: Path) -> None:
    line = {**LINE, "answers": [], "doc": None, "evidence": None}
    assert not read_questions(_write(tmp_path, line))[0].answerable


@pytest.mark.parametrize("line", [[], "text", {"id": "q"}, {**LINE, "answers": 3}])
def test_a_line_that_is_none_is_named(tmp_path: Path, line: object) -> None:
    with pytest.raises(ReportError, match=r"questions\.jsonl:2"):
        read_questions(_write(tmp_path, LINE, line))


def test_a_missing_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"none\.jsonl"):
        read_questions(tmp_path / "none.jsonl")


def test_the_projects_own_questions_are_sixty_and_a_fifth_unanswerable() -> None:
    questions = read_questions(PROJECT / "corpus" / "questions.jsonl")
    assert len(questions) == 60
    assert sum(not question.answerable for question in questions) == 12


PLACED = {**LINE, "evidence": None, "start": 4, "end": 17}


def test_evidence_may_be_a_place_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("é.\r\nIt was 3 May.\r\n".encode())
    line = {**PLACED, "start": 3, "end": 16, "part": "report"}
    (question,) = with_evidence(read_questions(_write(tmp_path, line)), tmp_path)
    assert question.evidence == "It was 3 May."
    assert question.part == "report"


def test_evidence_that_cannot_be_looked_up_names_the_question(tmp_path: Path) -> None:
    questions = read_questions(_write(tmp_path, PLACED))
    with pytest.raises(ReportError, match="question q1"):
        with_evidence(questions, tmp_path)
    (tmp_path / "a.md").write_text("Short.")
    with pytest.raises(ReportError, match="no characters"):
        with_evidence(read_questions(_write(tmp_path, {**PLACED, "start": 90})), tmp_path)


def test_questions_on_reports_kept_elsewhere_hold_none_of_their_sentences() -> None:
    files = sorted((PROJECT / "corpus").glob("questions-*.jsonl"))
    questions = [question for file in files for question in read_questions(file)]
    assert len(questions) >= 150
    assert all(question.evidence is None for question in questions)
    assert {question.part for question in questions} == {"choose", "report"}
    assert all((question.place is None) == question.unanswerable for question in questions)


def test_evidence_is_what_a_person_reads_of_its_file(tmp_path: Path) -> None:
    marked = Question("q", "who", "Who?", ("**Ada** Berg",), "a.md", "* [**Ada** Berg](x) chaired.")
    (read,) = with_evidence([marked], tmp_path)
    assert (read.evidence, read.answers) == ("* Ada Berg chaired.", ("Ada Berg",))
    plain = replace(marked, doc="a.txt")
    assert with_evidence([plain], tmp_path) == [plain]


def test_an_ordinary_question_says_what_is_right(tmp_path: Path) -> None:
    line = {
        "id": "o1",
        "corpus": "club",
        "kind": "follow-up",
        "question": "and when?",
        "turns": ["who chaired it?"],
        "expect": {"any": ["3 May"]},
    }
    (question,) = read_questions(_write(tmp_path, line))
    assert (question.type, question.part, question.earlier) == (
        "follow-up",
        "club",
        ("who chaired it?",),
    )
    assert question.expect is not None
    assert question.expect.any_of == ("3 May",)
    assert not question.unanswerable


def test_an_expectation_that_is_none_is_named(tmp_path: Path) -> None:
    line = {"id": "o1", "kind": "x", "question": "?", "expect": {"anny": []}}
    with pytest.raises(ReportError, match="anny"):
        read_questions(_write(tmp_path, line))


def test_a_list_is_known_by_its_items(tmp_path: Path) -> None:
    line = {"id": "l1", "type": "list", "question": "What?", "items": ["rope", "paint"]}
    (question,) = read_questions(_write(tmp_path, line))
    assert question.items == ("rope", "paint")
    assert not question.unanswerable
    assert not question.answerable
