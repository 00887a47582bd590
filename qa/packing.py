"""Sequences of tokens -> logits of the starts and ends of spans, by a model of transformers.

`padded` lays them side by side, as any model takes them. `packed` lays them end to end, which a
BERT's layers allow: only the attention mixes tokens, and it is called for each sequence by itself.
So nothing is computed for padding, nor, in the last layer, for tokens whose logits nobody wants: a
fifth of the time of four passages.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any, NamedTuple

_WIDTH = 16  # tokens by which rows are filled up: of a shape that came before oneDNN has the code


class Tokens(NamedTuple):
    """A sequence with the types of its tokens, and the places whose logits are wanted."""

    ids: list[int]
    types: list[int]
    wanted: list[int]


def padded(model: Any, batch: Sequence[Tokens]) -> list[Any]:
    """For each sequence the logits (wanted places, 2); by any model with a span head."""
    import torch

    width = _round(max(len(tokens.ids) for tokens in batch))
    inputs = {
        "input_ids": _rows([tokens.ids for tokens in batch], width),
        "attention_mask": _rows([[1] * len(tokens.ids) for tokens in batch], width),
    }
    if model.config.type_vocab_size > 1:  # models of the RoBERTa kind know no types
        inputs["token_type_ids"] = _rows([tokens.types for tokens in batch], width)
    out = model(**inputs)
    logits = torch.stack([out.start_logits, out.end_logits], -1)
    return [row[tokens.wanted] for row, tokens in zip(logits, batch, strict=True)]


def packed(model: Any, batch: Sequence[Tokens]) -> list[Any]:
    """The same by a BERT with a span head.

    Krell et al., «Efficient Sequence Packing without Cross-contamination: Accelerating Large
    Language Models without Impacting Performance», 2021, where a mask keeps the sequences apart.
    """
    sizes = [len(tokens.ids) for tokens in batch]
    hidden = _embedded(model.bert.embeddings, batch)
    *layers, last = model.bert.encoder.layer
    for layer in layers:
        hidden = _through(layer, _mixed(layer, hidden, sizes), hidden)
    begins = accumulate(sizes[:-1], initial=0)
    wanted = [
        begin + place
        for begin, tokens in zip(begins, batch, strict=True)
        for place in tokens.wanted
    ]
    kept = _rows([wanted], _round(len(wanted)))[0]
    mixed = _mixed(last, hidden, sizes)
    logits = model.qa_outputs(_through(last, mixed[:, kept], hidden[:, kept]))[0]
    return list(logits[: len(wanted)].split([len(tokens.wanted) for tokens in batch]))


def _embedded(embeddings: Any, batch: Sequence[Tokens]) -> Any:
    """(1, tokens, dim), filled up."""
    width = _round(sum(len(tokens.ids) for tokens in batch))
    return embeddings(
        input_ids=_rows([[id_ for tokens in batch for id_ in tokens.ids]], width),
        token_type_ids=_rows([[type_ for tokens in batch for type_ in tokens.types]], width),
        position_ids=_rows([[n for tokens in batch for n in range(len(tokens.ids))]], width),
    )


def _mixed(layer: Any, hidden: Any, sizes: Sequence[int]) -> Any:
    """(1, tokens, dim): the layer's attention, for each sequence among its own tokens."""
    import torch
    from transformers.modeling_utils import ALL_ATTENTION_FUNCTIONS

    own = layer.attention.self
    attend = ALL_ATTENTION_FUNCTIONS[own.config._attn_implementation]
    filling = hidden.shape[1] - sum(sizes)
    made = [
        projected.unflatten(-1, (-1, own.attention_head_size))
        .transpose(1, 2)
        .split([*sizes, filling], 2)
        for projected in (own.query(hidden), own.key(hidden), own.value(hidden))
    ]
    parts = [
        attend(own, query, key, value, None, scaling=own.scaling, is_causal=False)[0].flatten(2)
        for query, key, value in list(zip(*made, strict=True))[:-1]
    ]
    return torch.cat([*parts, hidden.new_zeros(1, filling, hidden.shape[2])], 1)


def _through(layer: Any, mixed: Any, hidden: Any) -> Any:
    """The rest of a layer, which sees each token by itself."""
    hidden = layer.attention.output(mixed, hidden)
    return layer.output(layer.intermediate(hidden), hidden)


def _rows(rows: Sequence[list[int]], width: int) -> Any:
    import torch

    return torch.tensor([row + [0] * (width - len(row)) for row in rows])


def _round(tokens: int) -> int:
    return -(-tokens // _WIDTH) * _WIDTH
