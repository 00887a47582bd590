"""Make trained runs the reader that ships: python -m scripts.export_reader RUN … [--to DIR]

Of several runs that went on from the same one, the mean of their weights reads better than each:
Wortsman et al., «Model soups», ICML 2022. A run is a folder of `train_reader`, or of a reader.

Writes the weights without the word embeddings, which stayed frozen, and the sums that are checked
at loading. The numbers are those of bfloat16, in which a CPU with units for it computes anyway. Say
what it was trained on in its DATASHEET.md.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from qa.inference import READER, SUMS, WEIGHTS, WORDS
from scripts.train_reader import build


def export(runs: Sequence[Path], folder: Path) -> None:
    learned = [_learned(run) for run in runs]
    mean = {
        name: torch.stack([weights[name].float() for weights in learned]).mean(0).bfloat16()
        for name in learned[0]
    }
    folder.mkdir(parents=True, exist_ok=True)
    build().config.save_pretrained(folder)
    save_file(mean, folder / WEIGHTS)
    names = ("config.json", WEIGHTS)
    sums = [f"{hashlib.sha256((folder / n).read_bytes()).hexdigest()}  {n}" for n in names]
    (folder / SUMS).write_text("\n".join(sums) + "\n")


def _learned(run: Path) -> dict[str, torch.Tensor]:
    checkpoint = run / "checkpoint.pt"
    if not checkpoint.exists():
        return load_file(run / WEIGHTS)
    weights: dict[str, torch.Tensor] = torch.load(checkpoint)["model"]
    return {name: value for name, value in weights.items() if name != WORDS}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("runs", type=Path, nargs="+", metavar="RUN")
    parser.add_argument("--to", type=Path, default=READER)
    args = parser.parse_args()
    export(args.runs, args.to)


if __name__ == "__main__":
    main()
