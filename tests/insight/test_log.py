from __future__ import annotations

import logging
from pathlib import Path

import pytest

from qa.insight import log
from qa.insight.log import FILE, note_answer, read_log
from qa.settings import Settings
from qa.types import Answer

ANSWER = Answer(
    question="What do fees cost?", answer=None, confidence=0.1, timings_ms={"total": 12.34}
)


def test_nothing_is_kept_unless_it_is_set(tmp_path: Path) -> None:
    note_answer(Settings(home=tmp_path), ANSWER, 3)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("allowed", [False, True])
def test_the_words_of_a_question_are_kept_only_if_that_is_allowed(
    tmp_path: Path, allowed: bool
) -> None:
    note_answer(Settings(home=tmp_path, insight=True, insight_questions=allowed), ANSWER, 3)
    (line,) = read_log(tmp_path)
    told = (line["ms"], line["level"], line["kind"], line["reports"])
    assert told == (12.3, "none", "fact", 3)
    assert ("fees" in (tmp_path / FILE).read_text(encoding="utf-8")) == allowed


def test_a_full_log_loses_its_older_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "MOST_BYTES", 2000)
    settings = Settings(home=tmp_path, insight=True)
    for reports in range(60):
        note_answer(settings, ANSWER, reports)
        assert (tmp_path / FILE).stat().st_size <= 2000
    kept = [line["reports"] for line in read_log(tmp_path)]
    assert kept == list(range(kept[0], 60))
    assert kept[0] > 0


def test_a_log_that_cannot_be_written_holds_up_no_answer(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / FILE).mkdir()
    with caplog.at_level(logging.WARNING):
        note_answer(Settings(home=tmp_path, insight=True), ANSWER, 3)
    assert "can't be written" in caplog.text


def test_a_line_that_was_cut_off_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"at": "2024-05-01"}\n[1]\n{"at": ', encoding="utf-8")
    assert list(read_log(tmp_path)) == [{"at": "2024-05-01"}]
