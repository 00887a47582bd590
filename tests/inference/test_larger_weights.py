from __future__ import annotations

from pathlib import Path

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from safetensors.torch import load_file

from qa.inference import Larger, SpanModel, Text
from qa.inference.larger_encoder import installed
from qa.inference.larger_weights import LARGER, SCALES, differences, learned
from qa.inference.weights import WEIGHTS, check_weights
from qa.reading import LARGER_CALIBRATION, Calibration


@given(seed=st.integers(0, 10_000), size=st.floats(1e-6, 10))
def test_a_small_difference_is_kept_to_the_256th_part_of_its_rows_largest(
    seed: int, size: float
) -> None:
    made = torch.Generator().manual_seed(seed)
    base, change = torch.randn(2, 7, 9, generator=made)
    tuned = base + size * change
    shipped = differences({"w": base}, {"w": tuned})
    assert shipped["w"].dtype == torch.int8
    found = learned({"w": base}, shipped)["w"]
    most = (tuned - base).abs().amax(-1, keepdim=True)
    assert ((found - tuned).abs() <= most / 250 + 1e-5).all()


def test_what_the_base_lacks_ships_as_it_is_and_the_rest_is_the_bases() -> None:
    base = {"frozen": torch.ones(2), "tuned": torch.zeros(2, 2)}
    shipped = differences(base, {"tuned": torch.eye(2), "head": torch.full((2,), 0.3)})
    assert sorted(shipped) == ["head", "tuned", "tuned" + SCALES]
    found = learned(base, shipped)
    assert sorted(found) == ["frozen", "head", "tuned"]
    torch.testing.assert_close(found["tuned"], torch.eye(2))
    assert torch.equal(found["head"], shipped["head"])
    assert torch.equal(found["frozen"], torch.ones(2))


def test_a_row_that_did_not_change_stays() -> None:
    base = {"w": torch.ones(2, 3)}
    assert torch.equal(learned(base, differences(base, base))["w"], base["w"])


def test_what_ships_is_whole_and_small() -> None:
    check_weights(LARGER)
    assert (LARGER / WEIGHTS).stat().st_size < 60e6
    learned_tensors = load_file(LARGER / WEIGHTS)
    assert {name.split(".")[3] for name in learned_tensors if ".layer." in name} == set("6789") | {
        "10",
        "11",
    }
    assert "small" in Calibration.load(LARGER_CALIBRATION).rank.weights


@pytest.mark.slow
@pytest.mark.skipif(not installed(), reason="the extra large isn't installed")
def test_it_marks_the_words_that_answer(tmp_path: Path) -> None:
    model = SpanModel(Larger(tmp_path), "float32", 2)
    text = "Ms Kade opened the session. The fund was set at 40 million euros. Mr Roe thanked her."
    (read,) = model.read("How large is the fund?", [Text("Harbour Forum, 4 May 2024", text)])
    best = read.spans[0]
    assert text[slice(*best.span)] == "40 million euros"
    (other,) = model.read("Who chaired the harbour trust?", [Text("", text)])
    assert other.null > max(score for _, score in other.spans)
    assert best.score > read.null
