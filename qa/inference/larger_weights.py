"""Loads the larger reader: what was learned ships, and the rest is its encoder's.

Of the upper layers, the difference to the encoder is kept, each row in whole numbers of 8 bits with
its own scale. A difference is small, so a row keeps it to the 250th part of its largest.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qa.errors import PartMissingError
from qa.inference.larger_encoder import installed, larger_folder
from qa.inference.weights import DATA, WEIGHTS, check_weights

LARGER = DATA / "larger_reader"
SCALES = ".scales"  # behind a tensor's name
_MOST = 127  # of a whole number with 8 bits


def larger_model(dtype: str, cache: Path, folder: Path = LARGER) -> Any:
    """The larger span model, its encoder joined in `cache`.

    Raises:
        PartMissingError: a part isn't there, or isn't the one that was shipped.
    """
    import torch
    from safetensors.torch import load_file
    from transformers import AutoConfig, AutoModelForQuestionAnswering

    check_weights(folder)
    base = larger_folder(cache)
    kind: Any = AutoModelForQuestionAnswering
    model = kind.from_config(AutoConfig.from_pretrained(base))
    state = {f"mpnet.{name}": part for name, part in load_file(base / WEIGHTS).items()}
    state = {name: part for name, part in state.items() if name in model.state_dict()}
    model.load_state_dict(learned(state, load_file(folder / WEIGHTS)))
    return model.to(getattr(torch, dtype))


def check_larger(cache: Path) -> None:
    """
    Raises:
        PartMissingError: what was learned isn't there or isn't what shipped, or the encoder isn't.
    """
    if not (LARGER / WEIGHTS).is_file():
        raise PartMissingError(
            f"What the larger reader learned isn't there ({LARGER}).",
            "Install meeting-qa again, or set reader_size to auto or small.",
        )
    check_weights(LARGER)
    larger_folder(cache)


def larger_is_there() -> bool:
    """Whether what was learned and the encoder's packages are installed."""
    return (LARGER / WEIGHTS).is_file() and installed()


def differences(base: dict[str, Any], tuned: dict[str, Any]) -> dict[str, Any]:
    """What ships of the `tuned` tensors: differences to `base`, and what that doesn't have."""
    made = {}
    for name, part in tuned.items():
        if name in base:
            made[name], made[name + SCALES] = _rounded(part - base[name])
        else:
            made[name] = part
    return made


def learned(base: dict[str, Any], shipped: dict[str, Any]) -> dict[str, Any]:
    """The tensors of `base`, with what `differences` made of those that were tuned."""
    made = dict(base)
    for name, part in shipped.items():
        if name + SCALES in shipped:
            made[name] = base[name] + part.float() * shipped[name + SCALES]
        elif not name.endswith(SCALES):
            made[name] = part
    return made


def _rounded(difference: Any) -> tuple[Any, Any]:
    """Whole numbers of 8 bits, and the scale of each row."""
    import torch

    most = difference.abs().amax(-1, keepdim=True)
    scales = most.clamp(min=torch.finfo(torch.float32).tiny) / _MOST
    return (difference / scales).round().to(torch.int8), scales
