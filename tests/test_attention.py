from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from qa.attention import NAME, attend, options

Tensors = tuple[torch.Tensor, torch.Tensor, torch.Tensor]
_SCALING = 16**-0.5


def _tensors(seed: int, batch: int, tokens: int, spread: float = 1.0) -> Tensors:
    """Query, key and value: (batch, 3 heads, tokens, 16)."""
    made = torch.Generator().manual_seed(seed)
    drawn = torch.randn(3, batch, 3, tokens, 16, generator=made)
    return drawn[0] * spread, drawn[1], drawn[2]


def _mask(lengths: list[int], tokens: int) -> torch.Tensor:
    """(batch, 1, tokens, tokens), as transformers makes it of padded rows."""
    real = torch.arange(tokens)[None, :] < torch.tensor(lengths)[:, None]
    return real[:, None, None, :].expand(-1, 1, tokens, -1)


def _exact(tensors: Tensors, mask: torch.Tensor | None) -> torch.Tensor:
    """The formula itself, in double precision: (batch, tokens, heads, dim)."""
    query, key, value = (tensor.double() for tensor in tensors)
    scores = query @ key.transpose(2, 3) * _SCALING
    if mask is not None:
        scores = scores.masked_fill(~mask, -torch.inf)
    return (scores.softmax(-1) @ value).transpose(1, 2)


@given(
    seed=st.integers(0, 10_000),
    lengths=st.lists(st.integers(1, 40), min_size=1, max_size=4),
    spread=st.sampled_from([0.01, 1.0, 5.0, 100.0]),
)
def test_it_is_the_formula(seed: int, lengths: list[int], spread: float) -> None:
    tokens = max(lengths)
    tensors = _tensors(seed, len(lengths), tokens, spread)
    mask = _mask(lengths, tokens)
    mixed, _ = attend(torch.nn.Identity(), *tensors, mask, scaling=_SCALING)
    torch.testing.assert_close(mixed.double(), _exact(tensors, mask), rtol=1e-3, atol=1e-4)


def test_without_padding_there_is_no_mask() -> None:
    tensors = _tensors(1, 2, 30)
    mixed, _ = attend(torch.nn.Identity(), *tensors, None, scaling=_SCALING)
    torch.testing.assert_close(mixed.double(), _exact(tensors, None), rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("score", [-150.0, -126.0, -99.0, 99.0, 101.0, 120.0, 125.0, 127.5, 300.0])
def test_no_score_overflows_with_its_value(score: float) -> None:
    """2^score is near the largest number that there is, or the least."""
    key = torch.ones(1, 1, 5, 16)
    query = key * score * math.log(2) / 16 / _SCALING
    value = torch.arange(80.0).reshape(1, 1, 5, 16) - 40
    mixed, _ = attend(torch.nn.Identity(), query, key, value, None, scaling=_SCALING)
    torch.testing.assert_close(
        mixed[0, :, 0], value[0, 0].mean(0).expand(5, -1), rtol=1e-4, atol=1e-4
    )


def test_in_bfloat16_it_is_as_near_as_three_digits() -> None:
    query, key, value = (tensor.bfloat16() for tensor in _tensors(2, 2, 200))
    mask = _mask([200, 120], 200)
    mixed, _ = attend(torch.nn.Identity(), query, key, value, mask, scaling=_SCALING)
    assert mixed.dtype == torch.bfloat16
    torch.testing.assert_close(
        mixed.double(), _exact((query, key, value), mask), rtol=0.02, atol=0.02
    )


@pytest.mark.parametrize(("units", "taken"), [({}, NAME), ({"amx_bf16": True}, None)])
def test_it_is_taken_where_it_is_faster(
    monkeypatch: pytest.MonkeyPatch, units: dict[str, bool], taken: str | None
) -> None:
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: units)
    assert options("bfloat16").get("attn_implementation") == taken
    assert options("float32") == {}


def test_large_scores_are_mixed_exactly_and_leave_no_trace() -> None:
    module, small, large = torch.nn.Identity(), _tensors(4, 2, 20), _tensors(5, 2, 20, 200.0)
    first, mixed, again = (
        attend(module, *tensors, None, scaling=_SCALING)[0] for tensors in (small, large, small)
    )
    for found, tensors in ((first, small), (mixed, large)):
        torch.testing.assert_close(found.double(), _exact(tensors, None), rtol=1e-3, atol=1e-4)
    assert torch.equal(first, again)
