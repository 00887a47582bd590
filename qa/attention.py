"""Attention for encoders in bfloat16 on a CPU, by matrix products.

torch's own (`scaled_dot_product_attention`) takes three times as long on a CPU that has units for
bfloat16 but no AMX, and was a third of the time of a passage. In float32 torch's is the faster one.
"""

from __future__ import annotations

from math import e, log2
from typing import Any

NAME = "bfloat16_encoder"
# Powers of two beyond 2^127 overflow, and a row's sum has up to 2^9 of them: where a score may be
# larger, the largest of its row is taken off, which costs time and changes nothing else.
_LARGEST = 110.0


def options(dtype: str) -> dict[str, str]:
    """What to load an encoder with that computes with `dtype`: this, where it is faster."""
    import torch

    if dtype != "bfloat16" or torch.cpu.get_capabilities().get("amx_bf16"):
        return {}
    return {"attn_implementation": _register()}


def _register() -> str:
    from transformers.masking_utils import ALL_MASK_ATTENTION_FUNCTIONS, sdpa_mask
    from transformers.modeling_utils import ALL_ATTENTION_FUNCTIONS

    ALL_ATTENTION_FUNCTIONS.register(NAME, attend)
    ALL_MASK_ATTENTION_FUNCTIONS.register(NAME, sdpa_mask)
    return NAME


def attend(
    module: Any, query: Any, key: Any, value: Any, attention_mask: Any, scaling: float, **_: Any
) -> tuple[Any, None]:
    """softmax(query · keyᵀ · scaling) · value, (batch, tokens, heads, dim), and no weights.

    Vaswani et al., «Attention is all you need», 2017, eq. 1. `query`, `key` and `value` are (batch,
    heads, tokens, dim); `attention_mask`, None or (batch, 1, tokens, tokens), tells which tokens
    are padding.
    """
    import torch

    scale = scaling * log2(e)
    scores = torch.matmul(query * scale, key.transpose(2, 3))
    if _bound(query, key) * scale > _LARGEST:
        if attention_mask is not None:
            scores.masked_fill_(~attention_mask, -torch.inf)
        scores -= scores.amax(-1, keepdim=True)
    powers = scores.exp2_()
    if attention_mask is None:
        sums = powers.sum(-1, keepdim=True)
    else:
        real = attention_mask[:, :, 0, :, None].to(value.dtype)
        value, sums = value * real, torch.matmul(powers, real.expand(-1, value.shape[1], -1, -1))
    mixed = torch.empty_like(value.transpose(1, 2), memory_format=torch.contiguous_format)
    torch.div(torch.matmul(powers, value), sums, out=mixed.transpose(1, 2))
    return mixed, None


def _bound(query: Any, key: Any) -> float:
    """No product of a row of each is larger (Cauchy and Schwarz)."""
    return float(query.norm(dim=-1).max() * key.norm(dim=-1).max())
