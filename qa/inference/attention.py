"""Computes attention among the tokens of one sequence, in the fastest way for this CPU.

In bfloat16, on a CPU that has units for it but no AMX, torch's own (`scaled_dot_product_attention`)
takes three times as long, and was a third of the time of a passage. So it is made of matrix
products there. In float32 torch's own is the faster one.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from math import e, log2, sqrt
from typing import Any, TypeAlias

# Query, key and value, each (1, heads, tokens, dim), and what is added to the scores, (1, heads,
# tokens, tokens) -> the same shape as the query.
Attend: TypeAlias = Callable[[Any, Any, Any, Any], Any]

# Limits for the sum of a row's powers. Below the least, they have lost their digits. Above the
# most, their products with the values may overflow.
_LEAST, _MOST = 2.0**-100, 2.0**100


def attend(query: Any, key: Any, value: Any, bias: Any = None) -> Any:
    """softmax(query · keyᵀ / √dim + bias) · value, all but the bias (1, heads, tokens, dim).

    Vaswani et al., «Attention is all you need», 2017, eq. 1. A bias is (1, heads, tokens, tokens),
    and `scaled` for it, once for all layers and sequences.
    """
    import torch

    if _takes_products(query):
        return by_products(query, key, value, bias)
    return torch.nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=bias)


def scaled(bias: Any) -> Any:
    """A bias as `attend` takes it: where powers of two are computed, it is an exponent of two."""
    return bias * log2(e) if _takes_products(bias) else bias


def _takes_products(part: Any) -> bool:
    import torch

    return bool(part.dtype == torch.bfloat16 and part.device.type == "cpu" and not has_amx())


def by_products(query: Any, key: Any, value: Any, bias: Any = None) -> Any:
    """The same as `attend`, by matrix products and powers of two, to which the bias is added.

    If powers of the scores are too large or too small, they are made again with the largest score
    of each row taken off. What was read before doesn't count, so that the same words always have
    the same scores.
    """
    import torch

    # Laid out for the product as it is made, since a view of the heads would be copied again.
    scaling = log2(e) / sqrt(query.shape[-1])
    shorter = torch.mul(query, scaling, out=query.new_empty(query.shape))
    powers, sums = _powers(shorter, key, bias)
    mixed = torch.empty_like(value.transpose(1, 2), memory_format=torch.contiguous_format)
    mixed = mixed.transpose(1, 2)
    return torch.div(torch.matmul(powers, value), sums, out=mixed)


def _powers(query: Any, key: Any, bias: Any) -> tuple[Any, Any]:
    """2 to the power of each score, and their sums. A product adds them, with more digits."""
    import torch

    ones = key.new_ones(1, 1, key.shape[2], 1).expand(-1, key.shape[1], -1, -1)
    powers = _scores(query, key, bias).exp2_()
    sums = torch.matmul(powers, ones)
    least, most = torch.aminmax(sums)
    if least >= _LEAST and most <= _MOST:
        return powers, sums
    scores = _scores(query, key, bias)
    powers = scores.sub_(scores.amax(-1, keepdim=True)).exp2_()
    return powers, torch.matmul(powers, ones)


def _scores(query: Any, key: Any, bias: Any) -> Any:
    import torch

    scores = torch.matmul(query, key.transpose(2, 3))
    return scores if bias is None else scores.add_(bias)


@cache
def has_amx() -> bool:
    """Whether this CPU has units for bfloat16 matrix products, which make torch's own fast."""
    import torch

    return bool(torch.cpu.get_capabilities().get("amx_bf16"))
