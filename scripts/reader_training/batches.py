"""Examples -> tensors: question and window in one sequence, batches of like length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any, NamedTuple

import torch

from scripts.reader_training.examples import Example

_MOST_TOKENS = 288
_POOL = 64  # batches sorted by length together


class Encoded(NamedTuple):
    ids: list[int]
    types: list[int] | None  # of a model that tells question and text apart by them
    allowed: list[bool]  # where a span may begin or end: [CLS], for none, and the text
    start: int
    end: int


class Batch(NamedTuple):
    """(batch, tokens) each; `start` and `end` are (batch,)."""

    ids: torch.Tensor
    mask: torch.Tensor
    types: torch.Tensor | None
    allowed: torch.Tensor
    start: torch.Tensor
    end: torch.Tensor


def encode(tokenizer: Any, example: Example) -> Encoded | None:
    """None if the answer doesn't fit."""
    front = f"{example.header}\n" if example.header else ""
    coded = tokenizer(
        example.question,
        front + example.text,
        truncation="only_second",
        max_length=_MOST_TOKENS,
        return_offsets_mapping=True,
    )
    offsets, sequence = coded["offset_mapping"], coded.sequence_ids()
    inside = [s == 1 and a >= len(front) for s, (a, _) in zip(sequence, offsets, strict=True)]
    start = end = 0
    if example.answer:
        begins, ends = len(front) + example.answer.start, len(front) + example.answer.end
        held = [n for n, ok in enumerate(inside) if ok and offsets[n][1] > begins]
        held = [n for n in held if offsets[n][0] < ends]
        if not held or offsets[held[-1]][1] < ends:
            return None
        start, end = held[0], held[-1]
    allowed = [n == 0 or ok for n, ok in enumerate(inside)]
    return Encoded(coded["input_ids"], coded.get("token_type_ids"), allowed, start, end)


def batches(
    examples: Iterator[Encoded], size: int, random: Random, padding: int
) -> Iterator[Batch]:
    """`padding` is the token that fills up the shorter rows of a batch."""
    pool: list[Encoded] = []
    for example in examples:
        pool.append(example)
        if len(pool) == size * _POOL:
            yield from _drain(pool, size, random, padding)
            pool = []
    if pool:
        yield from _drain(pool, size, random, padding)


def _drain(pool: list[Encoded], size: int, random: Random, padding: int) -> Iterator[Batch]:
    pool.sort(key=lambda example: len(example.ids))
    groups = [pool[n : n + size] for n in range(0, len(pool), size)]
    random.shuffle(groups)
    for group in groups:
        yield _batch(group, padding)


def _batch(group: Sequence[Encoded], padding: int) -> Batch:
    width = max(len(example.ids) for example in group)

    def padded(rows: Sequence[Sequence[Any]], fill: Any) -> torch.Tensor:
        return torch.tensor([[*row, *[fill] * (width - len(row))] for row in rows])

    return Batch(
        ids=padded([e.ids for e in group], padding),
        mask=padded([[1] * len(e.ids) for e in group], 0),
        types=padded([e.types or [] for e in group], 0) if group[0].types else None,
        allowed=padded([e.allowed for e in group], False),
        start=torch.tensor([e.start for e in group]),
        end=torch.tensor([e.end for e in group]),
    )
