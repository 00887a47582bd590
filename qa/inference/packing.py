"""Turns sequences of tokens into vectors, or into logits of the starts and ends of spans.

`padded` lays them side by side, as any model takes them. `packed` and `pooled` lay them end to end.
The layers allow that, because only the attention mixes tokens, and it is called for each sequence
by itself. So nothing is computed for padding. In the last layer, nothing is computed for
tokens whose logits nobody wants either. Together that was a fifth of the time of four passages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Any, NamedTuple, TypeAlias

from qa.inference import bert, mpnet
from qa.inference.attention import attend

# A model and sequences -> for each the logits, (wanted places, 2).
Lay: TypeAlias = Callable[[Any, Sequence["Tokens"]], list[Any]]
KINDS = {"bert": bert, "mpnet": mpnet}
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
    if getattr(model.config, "type_vocab_size", 0) > 1:  # RoBERTa and MPNet know no types
        inputs["token_type_ids"] = _rows([tokens.types for tokens in batch], width)
    out = model(**inputs)
    logits = torch.stack([out.start_logits, out.end_logits], -1)
    return [row[tokens.wanted] for row, tokens in zip(logits, batch, strict=True)]


def packed(model: Any, batch: Sequence[Tokens]) -> list[Any]:
    """The same as `padded`, by a BERT or an MPNet with a span head.

    Krell et al., «Efficient Sequence Packing without Cross-contamination: Accelerating Large
    Language Models without Impacting Performance», 2021, where a mask keeps the sequences apart.
    """
    kind = KINDS[model.config.model_type]
    sizes = [len(tokens.ids) for tokens in batch]
    encoder, bias = kind.encoder(model), kind.bias(model, max(sizes))
    *layers, last = encoder.encoder.layer
    hidden = _embedded(kind, encoder.embeddings, batch)
    hidden = _mixed_by(kind, layers, hidden, sizes, bias)
    begins = accumulate(sizes[:-1], initial=0)
    wanted = [
        begin + place
        for begin, tokens in zip(begins, batch, strict=True)
        for place in tokens.wanted
    ]
    kept = _rows([wanted], _round(len(wanted)))[0]
    mixed = _attended(kind, last, hidden, sizes, bias)
    logits = model.qa_outputs(kind.through(last, mixed[:, kept], hidden[:, kept]))[0]
    return list(logits[: len(wanted)].split([len(tokens.wanted) for tokens in batch]))


def pooled(encoder: Any, batch: Sequence[list[int]]) -> Any:
    """The mean of each sequence's tokens by a BERT, (sequences, dim) in float32."""
    import torch

    sizes = [len(ids) for ids in batch]
    tokens = [Tokens(ids, [0] * len(ids), []) for ids in batch]
    hidden = _embedded(bert, encoder.embeddings, tokens)
    hidden = _mixed_by(bert, encoder.encoder.layer, hidden, sizes, None)
    hidden = hidden[0, : sum(sizes)].float()
    return torch.stack([part.mean(0) for part in hidden.split(sizes)])


def _embedded(kind: Any, embeddings: Any, batch: Sequence[Tokens]) -> Any:
    """The embedded tokens, (1, tokens, dim), filled up."""
    width = _round(sum(len(tokens.ids) for tokens in batch))
    ids = [id_ for tokens in batch for id_ in tokens.ids]
    types = [type_ for tokens in batch for type_ in tokens.types]
    places = [kind.FIRST + n for tokens in batch for n in range(len(tokens.ids))]
    return kind.embedded(embeddings, *(_rows([row], width) for row in (ids, types, places)))


def _mixed_by(
    kind: Any, layers: Iterable[Any], hidden: Any, sizes: Sequence[int], bias: Any
) -> Any:
    """What the layers make of `hidden` one after the other, (1, tokens, dim)."""
    for layer in layers:
        hidden = kind.through(layer, _attended(kind, layer, hidden, sizes, bias), hidden)
    return hidden


def _attended(kind: Any, layer: Any, hidden: Any, sizes: Sequence[int], bias: Any) -> Any:
    """The layer's attention among each sequence's own tokens, (1, tokens, dim)."""
    import torch

    filling = hidden.shape[1] - sum(sizes)
    made = [part.split([*sizes, filling], 2) for part in kind.projected(layer, hidden)]
    parts = [
        attend(query, key, value, None if bias is None else bias[..., :size, :size])
        for size, query, key, value in zip(sizes, *made, strict=False)  # without the filling
    ]
    flat = [part.transpose(1, 2).flatten(2) for part in parts]
    return torch.cat([*flat, hidden.new_zeros(1, filling, hidden.shape[2])], 1)


def _rows(rows: Sequence[list[int]], width: int) -> Any:
    import torch

    return torch.tensor([row + [0] * (width - len(row)) for row in rows])


def _round(tokens: int) -> int:
    return -(-tokens // _WIDTH) * _WIDTH
