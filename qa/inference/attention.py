"""Computes attention among the tokens of one sequence, in the fastest way for this CPU.

In bfloat16, on a CPU that has units for it but no AMX, torch's own (`scaled_dot_product_attention`)
takes three times as long, and was a third of the time of a passage. So it is made of matrix
products there. In float32 torch's own is the faster one.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from math import e, log2
from typing import Any, TypeAlias

# Query, key and value, each (1, heads, tokens, dim), and the scaling of the scores -> the same
# shape as the query.
Attend: TypeAlias = Callable[[Any, Any, Any, float], Any]

# Limits for the sum of a row's powers. Below the least, they have lost their digits. Above the
# most, their products with the values may overflow.
_LEAST, _MOST = 2.0**-100, 2.0**100


def attend(query: Any, key: Any, value: Any, scaling: float) -> Any:
    """softmax(query · keyᵀ · scaling) · value, all of them (1, heads, tokens, dim).

    Vaswani et al., «Attention is all you need», 2017, eq. 1.
    """
    import torch

    if query.dtype == torch.bfloat16 and not has_amx():
        return by_products(query, key, value, scaling)
    return torch.nn.functional.scaled_dot_product_attention(query, key, value, scale=scaling)


def by_products(query: Any, key: Any, value: Any, scaling: float) -> Any:
    """The same as `attend`, by matrix products and powers of two.

    If powers of the scores are too large or too small, they are made again with the largest score
    of each row taken off. What was read before doesn't count, so that the same words always have
    the same scores.
    """
    import torch

    # Laid out for the product as it is made, since a view of the heads would be copied again.
    scaled = torch.mul(query, scaling * log2(e), out=query.new_empty(query.shape))
    powers, sums = _powers(scaled, key)
    mixed = torch.empty_like(value.transpose(1, 2), memory_format=torch.contiguous_format)
    mixed = mixed.transpose(1, 2)
    return torch.div(torch.matmul(powers, value), sums, out=mixed)


def _powers(query: Any, key: Any) -> tuple[Any, Any]:
    """2 to the power of each score, and their sums. A product adds them, with more digits."""
    import torch

    ones = key.new_ones(1, 1, key.shape[2], 1).expand(-1, key.shape[1], -1, -1)
    powers = torch.matmul(query, key.transpose(2, 3)).exp2_()
    sums = torch.matmul(powers, ones)
    least, most = torch.aminmax(sums)
    if least >= _LEAST and most <= _MOST:
        return powers, sums
    scores = torch.matmul(query, key.transpose(2, 3))
    powers = scores.sub_(scores.amax(-1, keepdim=True)).exp2_()
    return powers, torch.matmul(powers, ones)


@cache
def has_amx() -> bool:
    """Whether this CPU has units for bfloat16 matrix products, which make torch's own fast."""
    import torch

    return bool(torch.cpu.get_capabilities().get("amx_bf16"))
