"""What `packing` has to know of a BERT: where its parts are, and what they are called."""

from __future__ import annotations

from typing import Any

FIRST = 0  # the number of a sequence's first position


def encoder(model: Any) -> Any:
    return model.bert


def embedded(embeddings: Any, ids: Any, types: Any, positions: Any) -> Any:
    return embeddings(input_ids=ids, token_type_ids=types, position_ids=positions)


def bias(model: Any, size: int) -> None:
    """It has no bias of relative positions."""


def projected(layer: Any, hidden: Any) -> list[Any]:
    """Query, key and value, each (1, heads, tokens, dim)."""
    own = layer.attention.self
    made = (own.query(hidden), own.key(hidden), own.value(hidden))
    return [part.unflatten(-1, (-1, own.attention_head_size)).transpose(1, 2) for part in made]


def through(layer: Any, mixed: Any, hidden: Any) -> Any:
    """The rest of a layer, which sees each token by itself."""
    hidden = layer.attention.output(mixed, hidden)
    return layer.output(layer.intermediate(hidden), hidden)
