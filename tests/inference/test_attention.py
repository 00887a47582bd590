from __future__ import annotations

import math
from collections.abc import Iterator

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from qa.inference import attention
from qa.inference.attention import attend, by_products, scaled

Tensors = tuple[torch.Tensor, torch.Tensor, torch.Tensor]
_SCALING = 16**-0.5


def _tensors(seed: int, tokens: int, spread: float = 1.0) -> Tensors:
    """Query, key and value: (1, 3 heads, tokens, 16)."""
    made = torch.Generator().manual_seed(seed)
    drawn = torch.randn(3, 1, 3, tokens, 16, generator=made)
    return drawn[0] * spread, drawn[1], drawn[2]


def _exact(tensors: Tensors, bias: torch.Tensor | None = None) -> torch.Tensor:
    """The formula itself, in double precision."""
    query, key, value = (tensor.double() for tensor in tensors)
    scores = query @ key.transpose(2, 3) * _SCALING
    return (scores if bias is None else scores + bias.double()).softmax(-1) @ value


@given(
    seed=st.integers(0, 10_000),
    tokens=st.integers(1, 60),
    spread=st.sampled_from([0.01, 1.0, 5.0, 100.0]),
)
@pytest.mark.parametrize("way", [attend, by_products])
def test_it_is_the_formula(way: attention.Attend, seed: int, tokens: int, spread: float) -> None:
    tensors = _tensors(seed, tokens, spread)
    mixed = way(*tensors)
    torch.testing.assert_close(mixed.double(), _exact(tensors), rtol=1e-3, atol=1e-4)


_POWERS_OF_TWO = math.log2(math.e)


@pytest.mark.parametrize("spread", [0.1, 1.0, 300.0])
@pytest.mark.parametrize(("way", "scale"), [(attend, 1), (by_products, _POWERS_OF_TWO)])
def test_a_bias_is_added_to_the_scores(way: attention.Attend, scale: float, spread: float) -> None:
    tensors = _tensors(6, 30)
    bias = torch.randn(1, 3, 30, 30, generator=torch.Generator().manual_seed(7)) * spread
    found = way(*tensors, bias * scale)
    torch.testing.assert_close(found.double(), _exact(tensors, bias), rtol=1e-3, atol=1e-4)


@pytest.mark.parametrize("score", [-150.0, -126.0, -99.0, 99.0, 101.0, 120.0, 125.0, 127.5, 300.0])
def test_no_score_overflows_with_its_value(score: float) -> None:
    """2^score is near the largest number that there is, or the least."""
    key = torch.ones(1, 1, 5, 16)
    query = key * score * math.log(2) / 16 / _SCALING
    value = torch.arange(80.0).reshape(1, 1, 5, 16) - 40
    mixed = by_products(query, key, value)
    torch.testing.assert_close(mixed[0, 0], value[0, 0].mean(0).expand(5, -1), rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("way", [attend, by_products])
def test_in_bfloat16_it_is_as_near_as_three_digits(way: attention.Attend) -> None:
    query, key, value = (tensor.bfloat16() for tensor in _tensors(2, 200))
    mixed = way(query, key, value)
    assert mixed.dtype == torch.bfloat16
    torch.testing.assert_close(mixed.double(), _exact((query, key, value)), rtol=0.02, atol=0.02)


@pytest.fixture
def _fresh() -> Iterator[None]:
    attention.has_amx.cache_clear()
    yield
    attention.has_amx.cache_clear()


@pytest.mark.usefixtures("_fresh")
@pytest.mark.parametrize("amx", [False, True])
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_products_are_taken_where_they_are_faster(
    monkeypatch: pytest.MonkeyPatch, dtype: torch.dtype, amx: bool
) -> None:
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: {"amx_bf16": amx})
    tensors = tuple(tensor.to(dtype) for tensor in _tensors(3, 100))
    by_torch = torch.nn.functional.scaled_dot_product_attention(*tensors, scale=_SCALING)
    same = torch.equal(attend(*tensors), by_torch)
    assert same == (amx or dtype == torch.float32)


@pytest.mark.usefixtures("_fresh")
@pytest.mark.parametrize("amx", [False, True])
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_a_bias_is_scaled_for_the_way_that_is_taken(
    monkeypatch: pytest.MonkeyPatch, dtype: torch.dtype, amx: bool
) -> None:
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: {"amx_bf16": amx})
    tensors = tuple(tensor.to(dtype) for tensor in _tensors(8, 40))
    bias = torch.randn(1, 3, 40, 40, generator=torch.Generator().manual_seed(9)).to(dtype)
    found = attend(*tensors, scaled(bias))
    torch.testing.assert_close(found.double(), _exact(tensors, bias), rtol=0.03, atol=0.03)


def test_large_scores_are_mixed_exactly_and_leave_no_trace() -> None:
    small, large = _tensors(4, 20), _tensors(5, 20, 200.0)
    first, mixed, again = (by_products(*tensors) for tensors in (small, large, small))
    for found, tensors in ((first, small), (mixed, large)):
        torch.testing.assert_close(found.double(), _exact(tensors), rtol=1e-3, atol=1e-4)
    assert torch.equal(first, again)
