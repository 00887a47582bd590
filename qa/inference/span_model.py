"""Takes a question and texts, and marks in each text the words that answer, or none."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property, partial
from math import ceil
from typing import Any, NamedTuple

from qa.inference import memory
from qa.inference.packing import Tokens
from qa.inference.precision import cores, made_on, pick_device, pick_dtype
from qa.inference.sources import Packaged, Source
from qa.inference.spans import Reading, Window, merge, reading_of
from qa.text import bars, breaks
from qa.types import Span

_QUESTION_TOKENS = 64  # the rest of a longer question isn't read
_MOST_TOKENS = 384  # of a window; a longer text is read in several
_STRIDE = 96  # tokens that two windows of one text share
_BATCH = 8  # windows that are read together, on average at most


class Text(NamedTuple):
    """`context` is read with the body, but the answer stands in the body."""

    context: str
    body: str


class SpanModel:
    """A model that marks spans, loaded from its `source` when it is first needed.

    Safe under threads. A lock guards the tokenizer, which keeps state. Batches are read side by
    side, each by one thread that waits for no other, because two threads on one batch stall as
    soon as anything else runs. There are as many threads as cores. They stay, because a new thread
    would begin with memory that it hasn't used yet. Whoever asks at the same time waits for them.
    """

    def __init__(
        self,
        source: Source | None = None,
        dtype: str = "auto",
        threads: int = 0,
        device: str = "auto",
    ) -> None:
        self._source = source or Packaged()
        self._dtype = dtype
        self._threads = threads or cores()
        self._wanted = device
        self._lock = threading.RLock()

    @cached_property
    def name(self) -> str:
        """The model, and for one that ships the hash of its weights.

        Raises:
            PartMissingError: that isn't there, or isn't whole.
        """
        return self._source.name()

    def read(self, question: str, texts: Sequence[Text], most: int = 4) -> list[Reading]:
        """For each text at most `most` spans, best first.

        Raises:
            PartMissingError: the model isn't there, or its weights aren't those that shipped.
        """
        if not texts:
            return []
        with self._lock:
            batches = _batches(list(self._windows(question, texts)), self._threads)
            assert self._model is not None  # loaded once, before the threads need it
            made = self._pool.map(partial(self._read_batch, most=most), batches)
        found: list[list[Reading]] = [[] for _ in texts]
        for batch, readings in zip(batches, made, strict=True):
            for window, reading in zip(batch, readings, strict=True):
                found[window.text].append(reading)
        return [merge(readings, most) for readings in found]

    def _windows(self, question: str, texts: Sequence[Text]) -> Iterator[Window]:
        asked = self._shortened(question)
        ends = [sorted([*breaks(text.body), *bars(text.body)]) for text in texts]
        fronts = [f"{text.context}\n" if text.context else "" for text in texts]
        coded = self._tokenizer(
            [asked] * len(texts),
            [front + text.body for front, text in zip(fronts, texts, strict=True)],
            truncation="only_second",
            max_length=_MOST_TOKENS,
            stride=_STRIDE,
            return_overflowing_tokens=True,
            return_offsets_mapping=True,
        )
        types = coded.get("token_type_ids") or [[0] * len(ids) for ids in coded["input_ids"]]
        for row, ids in enumerate(coded["input_ids"]):
            text = coded["overflow_to_sample_mapping"][row]
            skip = len(fronts[text])
            chars = {
                place: Span(a - skip, b - skip)
                for place, (sequence, (a, b)) in enumerate(
                    zip(coded.sequence_ids(row), coded["offset_mapping"][row], strict=True)
                )
                if sequence == 1 and a >= skip and b > a
            }
            tokens = Tokens(ids, types[row], [0, *chars])
            yield Window(text, tokens, list(chars.values()), ends[text])

    def _shortened(self, question: str) -> str:
        offsets = self._tokenizer(question, return_offsets_mapping=True, verbose=False)[
            "offset_mapping"
        ]
        inner = [end for _, end in offsets if end][:_QUESTION_TOKENS]
        return question[: inner[-1]] if inner else question

    def _read_batch(self, windows: Sequence[Window], most: int) -> list[Reading]:
        import torch

        torch.set_num_threads(1)
        with torch.inference_mode(), made_on(self._device):
            logits = self._source.lay(self._model, [window.tokens for window in windows])
        return [
            reading_of(window, some.float().cpu(), most)
            for window, some in zip(windows, logits, strict=True)
        ]

    @cached_property
    def _pool(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(self._threads, thread_name_prefix="reader")

    @cached_property
    def _tokenizer(self) -> Any:
        return self._source.tokenizer()

    @cached_property
    def _model(self) -> Any:
        memory.keep()
        return self._source.model(pick_dtype(self._dtype, self._device), self._device)

    @cached_property
    def _device(self) -> str:
        return pick_device(self._wanted)


def _batches(windows: Sequence[Window], threads: int) -> list[list[Window]]:
    """Batches of about as many tokens each, so that no thread waits for another's last batch.

    The longest windows go first, each to the batch with the least so far. Graham, «Bounds on
    Multiprocessing Timing Anomalies», 1969.
    """
    rounds = ceil(len(windows) / (threads * _BATCH))
    batches: list[list[Window]] = [[] for _ in range(threads * rounds)]
    for window in sorted(windows, key=_size, reverse=True):
        min(batches, key=lambda batch: sum(map(_size, batch))).append(window)
    return [batch for batch in batches if batch]


def _size(window: Window) -> int:
    return len(window.tokens.ids)
