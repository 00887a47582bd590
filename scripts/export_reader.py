"""Make a trained checkpoint the reader that ships: python -m scripts.export_reader RUN [--to DIR]

Writes the weights in half precision, without the word embeddings, which stayed frozen, and the sums
that are checked at loading. Layers that were trained on with others frozen are rounded to the eight
significant bits of bfloat16, which compresses to half: in git, a file that is the same but for them
costs little. Say what it was trained on in its DATASHEET.md.
"""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

import torch
from safetensors.torch import save_file

from qa.weights import PACKAGED, SUMS, WEIGHTS, WORDS
from scripts.train_reader import build


def export(checkpoint: Path, folder: Path, frozen: int = 0) -> int:
    """The number of examples that the checkpoint has seen."""
    state = torch.load(checkpoint)
    folder.mkdir(parents=True, exist_ok=True)
    build().config.save_pretrained(folder)
    lower = ("bert.embeddings.", *(f"bert.encoder.layer.{layer}." for layer in range(frozen)))
    learned = {
        name: (value.bfloat16() if frozen and not name.startswith(lower) else value).half()
        for name, value in state["model"].items()
        if name != WORDS
    }
    save_file(learned, folder / WEIGHTS)
    names = ("config.json", WEIGHTS)
    sums = [f"{hashlib.sha256((folder / n).read_bytes()).hexdigest()}  {n}" for n in names]
    (folder / SUMS).write_text("\n".join(sums) + "\n")
    return int(state["done"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path, help="the folder that train_reader wrote")
    parser.add_argument("--to", type=Path, default=PACKAGED)
    parser.add_argument("--frozen", type=int, default=0, help="as train_reader was told")
    args = parser.parse_args()
    print(f"{export(args.run / 'checkpoint.pt', args.to, args.frozen)} examples -> {args.to}")


if __name__ == "__main__":
    main()
