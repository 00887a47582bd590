from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import SettingsError
from qa.reading.calibration import CALIBRATION, Calibration, Levels, Logistic


def test_a_chance_worked_by_hand() -> None:
    model = Logistic(-1.0, {"a": 2.0, "b": -0.5})
    assert model.chance({"a": 1.0, "b": 2.0, "unused": 9.0}) == pytest.approx(0.5)
    assert model.chance({"a": 1.0, "b": 0.0}) == pytest.approx(1 / (1 + math.exp(-1)))


def test_log_odds_are_those_that_the_features_add() -> None:
    model = Logistic(-1.0, {"a": 2.0, "b": -0.5})
    assert model.log_odds({"a": 1.0, "unused": 9.0}) == 2.0
    assert model.log_odds({}) == 0.0


@given(st.floats(-1e300, 1e300), st.floats(-1e3, 1e3))
def test_a_chance_is_in_its_range(feature: float, weight: float) -> None:
    assert 0 <= Logistic(0.0, {"a": weight}).chance({"a": feature}) <= 1


def test_a_missing_feature_is_an_error() -> None:
    with pytest.raises(KeyError):
        Logistic(0.0, {"a": 1.0}).chance({})


@pytest.mark.parametrize(("chance", "told"), [(0.0, 0.1), (0.29, 0.1), (0.3, 0.6), (1.0, 0.6)])
def test_a_chance_is_told_as_its_level(chance: float, told: float) -> None:
    models = Logistic(0.0, {}), Logistic(0.0, {})
    assert Calibration(*models, Levels([0.0, 0.3], [0.1, 0.6])).told(chance) == told
    assert Calibration(*models).told(chance) == chance


@given(st.floats(0, 1), st.floats(0, 1))
def test_what_ships_never_tells_a_higher_chance_as_less(a: float, b: float) -> None:
    told = Calibration.load(CALIBRATION).told
    assert 0 <= told(min(a, b)) <= told(max(a, b)) <= 1


def test_what_ships_prefers_a_better_margin() -> None:
    rank = Calibration.load(CALIBRATION).rank
    same = dict.fromkeys(rank.weights, 0.5)
    assert rank.chance({**same, "margin": 5.0}) > rank.chance({**same, "margin": -5.0})


@pytest.mark.parametrize("starts", [[], [0.1], [0.0, 0.5]])
def test_levels_that_leave_a_chance_untold_are_refused(starts: list[float]) -> None:
    with pytest.raises(ValueError, match="as many starts as values"):
        Levels(starts, [0.5])


@pytest.mark.parametrize("text", ["", "[]", '{"rank": 3}', '{"levels": 3}'])
def test_a_file_that_is_none_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "mine.json"
    path.write_text(text)
    with pytest.raises(SettingsError, match=r"mine\.json"):
        Calibration.load(path)
    with pytest.raises(SettingsError, match=r"none\.json"):
        Calibration.load(tmp_path / "none.json")


def test_a_file_that_was_fitted_on_other_features_is_named(tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    models = {"rank": {"similar": 1.0}, "confidence": {"lead": 1.0}}
    path.write_text(
        json.dumps({name: {"intercept": 0.0, "weights": w} for name, w in models.items()})
    )
    with pytest.raises(SettingsError, match=r"mine\.json.*doesn't tell similar"):
        Calibration.load(path)
