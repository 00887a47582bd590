"""Make a trained checkpoint the reader that ships: python -m scripts.export_reader RUN [--to DIR]

Writes the weights without the word embeddings, which stayed frozen, and the sums that are checked
at loading. The numbers are those of bfloat16, in which a CPU with units for it computes anyway. Say
what it was trained on in its DATASHEET.md.
"""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

import torch
from safetensors.torch import save_file

from qa.weights import PACKAGED, SUMS, WEIGHTS, WORDS
from scripts.train_reader import build


def export(checkpoint: Path, folder: Path) -> int:
    """The number of examples that the checkpoint has seen."""
    state = torch.load(checkpoint)
    folder.mkdir(parents=True, exist_ok=True)
    build().config.save_pretrained(folder)
    learned = {name: value.bfloat16() for name, value in state["model"].items() if name != WORDS}
    save_file(learned, folder / WEIGHTS)
    names = ("config.json", WEIGHTS)
    sums = [f"{hashlib.sha256((folder / n).read_bytes()).hexdigest()}  {n}" for n in names]
    (folder / SUMS).write_text("\n".join(sums) + "\n")
    return int(state["done"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path, help="the folder that train_reader wrote")
    parser.add_argument("--to", type=Path, default=PACKAGED)
    args = parser.parse_args()
    print(f"{export(args.run / 'checkpoint.pt', args.to)} examples -> {args.to}")


if __name__ == "__main__":
    main()
