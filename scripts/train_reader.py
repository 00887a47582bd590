"""Train the span reader: python -m scripts.train_reader DATA OUT [--examples N] [--seed S]

The encoder of the packaged all-MiniLM-L6-v2 with a span head, the word embeddings frozen. The
learning rate rises, stays, and falls over the last quarter (warmup-stable-decay: Hu et al.,
«MiniCPM», 2024), so that a run can be made longer: start it again with more examples, and it
goes on from its last checkpoint, or from the reader that ships if there is none. On a CPU with
units for bfloat16 the products of matrices are computed in it, 1.7 times as fast. With `--alone`
it trains the verifier, on sentences by themselves, and goes on from the one that ships. With
`--larger CACHE` it trains all-mpnet-base-v2 (`--frozen 6 --rate 6e-5`), joined in that folder.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import torch

from qa.inference import (
    READER,
    VERIFIER,
    encoder_folder,
    larger_folder,
    packaged_model,
    pick_dtype,
)
from scripts.reader_training.batches import Batch, batches, encode
from scripts.reader_training.lone_sentences import LoneSentences
from scripts.reader_training.mixture import LARGE, SMALL, Mixture

RATE, WARMUP, FALL = 2e-4, 0.02, 0.25  # the highest rate, and the shares of its rise and fall
SIZE, LARGER_SIZE = 24, 8  # examples of a batch
_CHUNK, _LARGER_CHUNK = 64, 32  # batches between two places where a run can stop and go on
_EVERY = 300  # seconds between checkpoints


def share(done: int, total: int, since: int = 0, fall: float = FALL) -> float:
    """The share of the highest rate after `done` of `total` examples, the first `since` another
    run's.
    """
    part = (done - since) / (total - since)
    return max(1e-3, min(1.0, part / WARMUP, (1 - part) / fall))


def build(path: str, frozen: int = 0) -> torch.nn.Module:
    """The model to train: all but the word embeddings, or but the `frozen` lower layers too."""
    from transformers import AutoConfig, AutoModelForQuestionAnswering

    # One pass over the data doesn't overfit: no dropout, which is also much faster on a CPU.
    config = AutoConfig.from_pretrained(path, hidden_dropout_prob=0, attention_probs_dropout_prob=0)
    model: torch.nn.Module = AutoModelForQuestionAnswering.from_pretrained(path, config=config)
    model.get_input_embeddings().weight.requires_grad_(False)
    for part in _lower(model.base_model, frozen) if frozen else ():
        part.requires_grad_(False)
    return model


def _lower(encoder: Any, frozen: int) -> Iterator[torch.nn.Module]:
    """The embeddings, the lower layers, and what all layers share."""
    yield encoder.embeddings
    yield from encoder.encoder.layer[:frozen]
    if hasattr(encoder.encoder, "relative_attention_bias"):  # MPNet's
        yield encoder.encoder.relative_attention_bias


def loss(model: torch.nn.Module, batch: Batch) -> torch.Tensor:
    types = {} if batch.types is None else {"token_type_ids": batch.types}
    out = model(input_ids=batch.ids, attention_mask=batch.mask, **types)
    losses = [
        torch.nn.functional.cross_entropy(logits.masked_fill(~batch.allowed, -1e4), place)
        for logits, place in ((out.start_logits, batch.start), (out.end_logits, batch.end))
    ]
    return sum(losses, torch.zeros(())) / 2


@dataclass(slots=True)
class Run:
    """A training run: `done` of `total` examples, with its checkpoint and log in `out`."""

    out: Path
    mixture: Mixture
    total: int
    since: int
    model: torch.nn.Module
    optimizer: torch.optim.Optimizer
    tokenizer: Any
    bfloat16: bool
    highest: float
    fall: float
    shipped: Path  # what it goes on from
    size: int  # examples of a batch
    chunk: int  # batches
    done: int = 0

    @property
    def checkpoint(self) -> Path:
        return self.out / "checkpoint.pt"

    def resume(self) -> None:
        """From the checkpoint, or from the reader that ships if that is the run to go on from."""
        if self.checkpoint.exists():
            state = torch.load(self.checkpoint)
            self.model.load_state_dict(state["model"], strict=False)
            self.done = state["done"]
            if self.done > self.since:
                self.optimizer.load_state_dict(state["optimizer"])
        elif self.since:
            self.model.load_state_dict(packaged_model(folder=self.shipped).state_dict())
            self.done = self.since

    def save(self) -> None:
        """Whole or not at all: a kill leaves the checkpoint before."""
        new = self.checkpoint.with_suffix(".new")
        learned = {name: p for name, p in self.model.named_parameters() if p.requires_grad}
        parts = {"model": learned, "optimizer": self.optimizer.state_dict()}
        torch.save({**parts, "done": self.done}, new)
        new.rename(self.checkpoint)

    def train_chunk(self) -> float:
        """The mean loss over the next examples."""
        numbers = range(self.done, min(self.done + self.chunk * self.size, self.total))
        for group in self.optimizer.param_groups:
            group["lr"] = self.highest * share(self.done, self.total, self.since, self.fall)
        losses = [self._step(batch) for batch in self._batches(numbers)]
        self.done = numbers.stop
        return sum(losses) / len(losses)

    def _batches(self, numbers: range) -> Iterator[Batch]:
        coded = (encode(self.tokenizer, self.mixture.example(number)) for number in numbers)
        padding = self.tokenizer.pad_token_id
        return batches((i for i in coded if i), self.size, Random(numbers.start), padding)

    def _step(self, batch: Batch) -> float:
        with torch.autocast("cpu", torch.bfloat16, enabled=self.bfloat16):
            value = loss(self.model, batch)
        value.backward()
        torch.nn.utils.clip_grad_norm_(_trained(self.model), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        return float(value.item())


def _trained(model: torch.nn.Module) -> list[torch.nn.Parameter]:
    return [parameter for parameter in model.parameters() if parameter.requires_grad]


def start(args: argparse.Namespace) -> Run:
    """A new run, or the one in `args.out` where it was."""
    from transformers import AutoTokenizer

    torch.manual_seed(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    path = str(larger_folder(args.larger)) if args.larger else encoder_folder()
    model = build(path, args.frozen).train()
    run = Run(
        out=args.out,
        mixture=(LoneSentences if args.alone else Mixture)(
            args.data, args.seed, LARGE if args.larger else SMALL
        ),
        total=args.examples,
        since=args.since,
        model=model,
        optimizer=torch.optim.AdamW(_trained(model), lr=args.rate, weight_decay=0.01, fused=True),
        tokenizer=AutoTokenizer.from_pretrained(path),
        bfloat16=pick_dtype("auto") == "bfloat16",
        highest=args.rate,
        fall=args.fall,
        size=LARGER_SIZE if args.larger else SIZE,
        chunk=_LARGER_CHUNK if args.larger else _CHUNK,
        shipped=VERIFIER if args.alone and VERIFIER.exists() else READER,
    )
    run.resume()
    return run


def report(run: Run, mean_loss: float, per_second: float) -> None:
    line = {
        "examples": run.done,
        "loss": round(mean_loss, 4),
        "rate": run.optimizer.param_groups[0]["lr"],
        "per_second": round(per_second, 1),
        "minutes_left": round((run.total - run.done) / per_second / 60, 1),
    }
    print(json.dumps(line), flush=True)
    with (run.out / "log.jsonl").open("a") as log:
        print(json.dumps(line), file=log)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--examples", type=int, default=108_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--since", type=int, default=0, help="go on from a run of so many examples")
    parser.add_argument("--rate", type=float, default=RATE, help="the highest learning rate")
    parser.add_argument("--fall", type=float, default=FALL, help="the share in which it falls")
    parser.add_argument("--frozen", type=int, default=0, help="lower layers that stay as they are")
    parser.add_argument("--larger", type=Path, help="train the larger encoder, joined in there")
    parser.add_argument("--alone", action="store_true", help="train the verifier")
    args = parser.parse_args()
    run = start(args)
    first, began = run.done, time.monotonic()
    saved = began
    while run.done < run.total:
        mean_loss = run.train_chunk()
        report(run, mean_loss, (run.done - first) / (time.monotonic() - began))
        if time.monotonic() - saved > _EVERY or run.done == run.total:
            run.save()
            saved = time.monotonic()


if __name__ == "__main__":
    main()
