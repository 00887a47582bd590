"""What `packing` has to know of an MPNet: where its parts are, and what they are called.

Song et al., «MPNet: Masked and Permuted Pre-training for Language Understanding», NeurIPS 2020. Its
attention has a bias for how far two tokens stand apart, the same in all layers.
"""

from __future__ import annotations

from typing import Any

from qa.inference.attention import scaled

FIRST = 2  # the number of a sequence's first position


def encoder(model: Any) -> Any:
    return model.mpnet


def embedded(embeddings: Any, ids: Any, types: Any, positions: Any) -> Any:
    return embeddings(input_ids=ids, position_ids=positions)


def bias(model: Any, size: int) -> Any:
    """What is added to the scores of `size` tokens, (1, heads, size, size), `scaled`."""
    import torch

    part = model.mpnet.encoder
    return scaled(part.compute_position_bias(torch.empty(1, size, 1)))


def projected(layer: Any, hidden: Any) -> list[Any]:
    """Query, key and value, each (1, heads, tokens, dim)."""
    own = layer.attention.attn
    made = (own.q(hidden), own.k(hidden), own.v(hidden))
    return [part.unflatten(-1, (-1, own.attention_head_size)).transpose(1, 2) for part in made]


def through(layer: Any, mixed: Any, hidden: Any) -> Any:
    """The rest of a layer, which sees each token by itself."""
    hidden = layer.attention.LayerNorm(layer.attention.attn.o(mixed) + hidden)
    return layer.output(layer.intermediate(hidden), hidden)
