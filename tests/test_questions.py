from __future__ import annotations

import json
from pathlib import Path

import pytest

from qa.errors import ReportError
from qa.questions import Question, read_questions
from qa.settings import PROJECT

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
