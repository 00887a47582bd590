"""Turns sequences of tokens into vectors, or into logits of the starts and ends of spans.

`padded` lays them side by side, as any model takes them. `packed` and `pooled` lay them end to end.
A BERT's layers allow that, because only the attention mixes tokens, and it is called for each
sequence by itself. So nothing is computed for padding. In the last layer, nothing is computed for
tokens whose logits nobody wants either. Together that was a fifth of the time of four passages.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from qa.inference.attention import attend

_WIDTH = 16  # rows are filled up to a multiple, since oneDNN has code for shapes it saw before


class Tokens(NamedTuple):
    """A sequence with the types of its tokens, and the places whose logits are wanted."""

    ids: list[int]
    types: list[int]
    wanted: list[int]


def padded(model: Any, batch: Sequence[Tokens]) -> list[Any]:
    """For each sequence the logits, (wanted places, 2), by any model with a span head."""
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
    """The same as `padded`, by a BERT with a span head.

    Krell et al., «Efficient Sequence Packing without Cross-contamination: Accelerating Large
    Language Models without Impacting Performance», 2021, where a mask keeps the sequences apart.
    """
    sizes = [len(tokens.ids) for tokens in batch]
    *layers, last = model.bert.encoder.layer
    hidden = _mixed_by(layers, _embedded(model.bert.embeddings, batch), sizes)
    begins = accumulate(sizes[:-1], initial=0)
    wanted = [
        begin + place
        for begin, tokens in zip(begins, batch, strict=True)
        for place in tokens.wanted
    ]
    kept = _rows([wanted], _round(len(wanted)))[0]
    mixed = _attended(last, hidden, sizes)
    logits = model.qa_outputs(_through(last, mixed[:, kept], hidden[:, kept]))[0]
    return list(logits[: len(wanted)].split([len(tokens.wanted) for tokens in batch]))


def pooled(encoder: Any, batch: Sequence[list[int]]) -> Any:
    """The mean of each sequence's tokens by a BERT, (sequences, dim) in float32."""
    import torch

    sizes = [len(ids) for ids in batch]
    hidden = _embedded(encoder.embeddings, [Tokens(ids, [0] * len(ids), []) for ids in batch])
    hidden = _mixed_by(encoder.encoder.layer, hidden, sizes)[0, : sum(sizes)].float()
    return torch.stack([tokens.mean(0) for tokens in hidden.split(sizes)])


def _embedded(embeddings: Any, batch: Sequence[Tokens]) -> Any:
    """The embedded tokens, (1, tokens, dim), filled up."""
    width = _round(sum(len(tokens.ids) for tokens in batch))
    return embeddings(
        input_ids=_rows([[id_ for tokens in batch for id_ in tokens.ids]], width),
        token_type_ids=_rows([[type_ for tokens in batch for type_ in tokens.types]], width),
        position_ids=_rows([[n for tokens in batch for n in range(len(tokens.ids))]], width),
    )


def _mixed_by(layers: Iterable[Any], hidden: Any, sizes: Sequence[int]) -> Any:
    """What the layers make of `hidden` one after the other, (1, tokens, dim)."""
    for layer in layers:
        hidden = _through(layer, _attended(layer, hidden, sizes), hidden)
    return hidden


def _attended(layer: Any, hidden: Any, sizes: Sequence[int]) -> Any:
    """The layer's attention among each sequence's own tokens, (1, tokens, dim)."""
    import torch

    own = layer.attention.self
    filling = hidden.shape[1] - sum(sizes)
    made = [
        projected.unflatten(-1, (-1, own.attention_head_size))
        .transpose(1, 2)
        .split([*sizes, filling], 2)
        for projected in (own.query(hidden), own.key(hidden), own.value(hidden))
    ]
    parts = [
        attend(query, key, value, own.scaling).transpose(1, 2).flatten(2)
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
