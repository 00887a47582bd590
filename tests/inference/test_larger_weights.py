from __future__ import annotations

import torch
from hypothesis import given
from hypothesis import strategies as st

from qa.inference.larger_weights import SCALES, differences, learned


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
