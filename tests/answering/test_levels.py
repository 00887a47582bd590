from __future__ import annotations

import json
from pathlib import Path

import pytest

from qa.answering import levels
from qa.answering.levels import share, told
from qa.answering.replies import listing, refusal
from tests.answering.society import ask

_ROWS = {
    "club": {
        "all": {"sure": (100, 95), "unsure": (40, 28)},
        "list": {"sure": (40, 39)},
        "summary": {"sure": (10, 7)},
    }
}


@pytest.fixture(autouse=True)
def _table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "levels.json"
    path.write_text(json.dumps(_ROWS), encoding="utf-8")
    monkeypatch.setattr(levels, "MEASURED", path)


def test_a_kind_that_is_often_wrong_is_never_sure() -> None:
    found = listing(ask("?"), [], "summary")
    assert (found.level, told(found).level) == ("sure", "unsure")
    assert found.confidence == round((7 + 4 * 0.95) / 14, 2)


def test_a_kind_that_is_right_stays_sure_and_so_does_a_rare_one() -> None:
    assert told(listing(ask("?"), [], "list")).level == "sure"
    assert share("timeline", "sure") == pytest.approx(0.95)


def test_an_unsure_answer_and_a_refusal_stay() -> None:
    doubted = listing(ask("?"), [], "list", level="unsure")
    assert told(doubted) == doubted
    assert told(refusal(ask("?"))) == refusal(ask("?"))


def test_where_nothing_was_measured_nothing_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "none.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(levels, "MEASURED", tmp_path / "none.json")
    assert share("summary", "sure") == pytest.approx(0.95)


def test_the_shipped_table_has_no_more_right_answers_than_shown() -> None:
    path = Path(levels.__file__).parents[1] / "data" / "levels.json"
    genres = json.loads(path.read_text(encoding="utf-8")).values()
    rows = [row for genre in genres for kinds in genre.values() for row in kinds.values()]
    assert all(0 <= right <= shown for shown, right in rows)
