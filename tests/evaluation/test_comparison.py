from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from qa.errors import ReportError
from qa.evaluation.comparison import Drop, drops, read_baseline


def _run(**measures: float | None) -> dict[str, Any]:
    return {"overall": measures}


def test_less_is_a_drop_and_more_is_none() -> None:
    before, now = _run(f1=0.7, mrr=0.5, exact_match=0.2), _run(f1=0.6, mrr=0.6, exact_match=0.198)
    assert drops(before, now) == [Drop("f1", 0.7, 0.6)]


def test_a_larger_error_is_a_drop() -> None:
    worse = drops(_run(calibration_error=0.05), _run(calibration_error=0.2))
    assert [drop.measure for drop in worse] == ["calibration_error"]


def test_times_counts_and_what_was_not_measured_are_left_out() -> None:
    before = _run(latency_p50_ms=1, questions=9, f1=None, mrr=0.9)
    assert drops(before, _run(latency_p50_ms=9, questions=1, f1=0.1, mrr=None)) == []


def test_a_run_is_a_baseline(tmp_path: Path) -> None:
    path = tmp_path / "old.json"
    path.write_text(json.dumps({**_run(f1=0.5), "by_type": {}}))
    assert read_baseline(path) == _run(f1=0.5)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"overall": 3}'])
def test_what_is_no_run_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "old.json"
    path.write_text(text)
    with pytest.raises(ReportError, match=r"old\.json"):
        read_baseline(path)
