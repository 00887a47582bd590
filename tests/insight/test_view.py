from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from qa.insight import Asked, Day, Growth, Wrong, look
from qa.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path, insight=True)


def _write(path: Path, *lines: dict[str, Any]) -> None:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def _line(at: str, ms: float, level: str = "sure", reports: int = 5, **more: Any) -> dict[str, Any]:
    return {"at": at, "ms": ms, "kind": "fact", "level": level, "reports": reports, **more}


def test_each_day_has_its_counts_and_times(settings: Settings) -> None:
    times = [_line("2024-05-02T10:00:00+00:00", float(ms), reports=8) for ms in range(1, 101)]
    first = _line("2024-05-01T10:00:00+00:00", 7.0, "none")
    _write(settings.home / "insight.jsonl", first, *times)
    found = look(settings)
    assert found.days == (
        Day("2024-05-01", 1, 1, 0, 7.0, 7.0),
        Day("2024-05-02", 100, 0, 0, 50.0, 95.0),
    )
    assert found.growth == (Growth("2024-05-01", 5), Growth("2024-05-02", 8))


def test_questions_without_an_answer_are_counted_the_latest_first(settings: Settings) -> None:
    none = {"level": "none"}
    _write(
        settings.home / "insight.jsonl",
        _line("2024-05-01T10:00:00", 1.0, **none, question="Who swam?"),
        _line("2024-05-02T10:00:00", 1.0, **none, question="Who sang?"),
        _line("2024-05-03T10:00:00", 1.0, **none, question="Who swam?"),
        _line("2024-05-03T11:00:00", 1.0, **none),
        _line("2024-05-03T12:00:00", 1.0, question="Who chaired?"),
    )
    swam, sang = Asked("Who swam?", 2, "2024-05-03"), Asked("Who sang?", 1, "2024-05-02")
    assert look(settings).unanswered == (swam, sang)


def test_what_users_called_wrong_is_listed(settings: Settings) -> None:
    _write(
        settings.home / "feedback.jsonl",
        {"type": "feedback-wrong_answer", "question": "Who sang?"},
        {"type": "feedback-right", "question": "Who chaired?"},
        {"type": "feedback-in_reports", "question": "Who swam?"},
    )
    found = look(settings)
    assert found.wrong == (Wrong("Who swam?", "in_reports"), Wrong("Who sang?", "wrong_answer"))
    assert found.verdicts == {"wrong_answer": 1, "right": 1, "in_reports": 1}


def test_of_nothing_there_is_nothing(tmp_path: Path) -> None:
    found = look(Settings(home=tmp_path))
    assert (found.on, found.days, found.wrong) == (False, (), ())
