"""Train the span reader: python -m scripts.train_reader DATA OUT [--examples N] [--seed S]

The encoder of the packaged all-MiniLM-L6-v2 with a span head, the word embeddings frozen. The
learning rate rises, stays, and falls over the last quarter (warmup-stable-decay: Hu et al.,
«MiniCPM», 2024), so that a run can be made longer: start it again with more examples, and it
goes on from its last checkpoint.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import torch

from qa.weights import encoder_folder
from scripts.reader_training.batches import Batch, Encoded, batches, encode
from scripts.reader_training.mixture import Mixture

RATE, WARMUP, FALL = 2e-4, 0.02, 0.25
SIZE = 24
_CHUNK = SIZE * 64  # examples between two places where a run can stop and go on
_EVERY = 300  # seconds between checkpoints


def rate(done: int, total: int) -> float:
    """The learning rate after `done` of `total` examples."""
    part = done / total
    return RATE * min(1.0, part / WARMUP, (1 - part) / FALL)


def build() -> torch.nn.Module:
    from transformers import AutoConfig, AutoModelForQuestionAnswering

    path = encoder_folder()
    # One pass over the data doesn't overfit: no dropout, which is also much faster on a CPU.
    config = AutoConfig.from_pretrained(path, hidden_dropout_prob=0, attention_probs_dropout_prob=0)
    model: torch.nn.Module = AutoModelForQuestionAnswering.from_pretrained(path, config=config)
    model.get_input_embeddings().weight.requires_grad_(False)
    return model


def loss(model: torch.nn.Module, batch: Batch) -> torch.Tensor:
    out = model(input_ids=batch.ids, attention_mask=batch.mask, token_type_ids=batch.types)
    losses = [
        torch.nn.functional.cross_entropy(logits.masked_fill(~batch.allowed, -1e4), place)
        for logits, place in ((out.start_logits, batch.start), (out.end_logits, batch.end))
    ]
    return sum(losses, torch.zeros(())) / 2


def encoded(tokenizer: Any, mixture: Mixture, numbers: range) -> Iterator[Encoded]:
    for number in numbers:
        item = encode(tokenizer, mixture.example(number))
        if item:
            yield item


def main() -> None:
    from transformers import AutoTokenizer

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--examples", type=int, default=60_000)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    tokenizer = AutoTokenizer.from_pretrained(encoder_folder())
    model = build().train()
    weights = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(weights, lr=RATE, weight_decay=0.01, fused=True)
    checkpoint, done = args.out / "checkpoint.pt", 0
    if checkpoint.exists():
        state = torch.load(checkpoint)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        done = state["done"]
    mixture = Mixture(args.data, args.seed)
    began, first, saved = time.monotonic(), done, time.monotonic()
    log = (args.out / "log.jsonl").open("a")
    while done < args.examples:
        numbers = range(done, min(done + _CHUNK, args.examples))
        total = []
        for batch in batches(encoded(tokenizer, mixture, numbers), SIZE, Random(done)):
            for group in optimizer.param_groups:
                group["lr"] = max(rate(done, args.examples), RATE / 1000)
            value = loss(model, batch)
            value.backward()
            torch.nn.utils.clip_grad_norm_(weights, 1.0)
            optimizer.step()
            optimizer.zero_grad()
            total.append(value.item())
        done = numbers.stop
        speed = (done - first) / (time.monotonic() - began)
        line = {
            "examples": done,
            "loss": round(sum(total) / len(total), 4),
            "rate": optimizer.param_groups[0]["lr"],
            "per_second": round(speed, 1),
            "minutes_left": round((args.examples - done) / speed / 60, 1),
        }
        print(json.dumps(line), file=log, flush=True)
        print(json.dumps(line), flush=True)
        if time.monotonic() - saved > _EVERY or done == args.examples:
            state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "done": done}
            torch.save(state, checkpoint.with_suffix(".new"))
            checkpoint.with_suffix(".new").rename(checkpoint)
            saved = time.monotonic()


if __name__ == "__main__":
    main()
