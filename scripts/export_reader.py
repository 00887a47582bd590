"""Make trained runs the reader that ships: python -m scripts.export_reader RUN … [--to DIR]

With `--larger CACHE`, where its encoder is joined, it is the larger reader.

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

from qa.inference import LARGER, READER, SUMS, WEIGHTS, WORDS, differences, larger_folder
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


def export_larger(runs: Sequence[Path], folder: Path, cache: Path) -> None:
    """What was learned, as differences to the encoder."""
    learned = [_learned(run) for run in runs]
    mean = {name: torch.stack([w[name].float() for w in learned]).mean(0) for name in learned[0]}
    base = load_file(larger_folder(cache) / WEIGHTS)
    folder.mkdir(parents=True, exist_ok=True)
    save_file(differences({f"mpnet.{n}": part for n, part in base.items()}, mean), folder / WEIGHTS)
    digest = hashlib.sha256((folder / WEIGHTS).read_bytes()).hexdigest()
    (folder / SUMS).write_text(f"{digest}  {WEIGHTS}\n")


def _learned(run: Path) -> dict[str, torch.Tensor]:
    checkpoint = run / "checkpoint.pt"
    if not checkpoint.exists():
        return load_file(run / WEIGHTS)
    weights: dict[str, torch.Tensor] = torch.load(checkpoint)["model"]
    return {name: value for name, value in weights.items() if name != WORDS}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("runs", type=Path, nargs="+", metavar="RUN")
    parser.add_argument("--to", type=Path)
    parser.add_argument("--larger", type=Path, metavar="CACHE")
    args = parser.parse_args()
    if args.larger:
        export_larger(args.runs, args.to or LARGER, args.larger)
    else:
        export(args.runs, args.to or READER)


if __name__ == "__main__":
    main()
