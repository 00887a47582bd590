"""Picks the device and the numbers that a model computes with, and counts the cores."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager, nullcontext

from qa.errors import PartMissingError


def pick_device(wanted: str) -> str:
    """The name of a torch device. "auto" is CUDA where torch has it.

    Raises:
        PartMissingError: CUDA is wanted, and torch has none.
    """
    import torch

    has = wanted != "cpu" and torch.cuda.is_available()
    if wanted == "cuda" and not has:
        raise PartMissingError(
            "The setting device is cuda, but torch finds no CUDA device here.",
            "Install torch with CUDA and its driver, or set device to auto or cpu.",
        )
    return "cuda" if has else "cpu"


def made_on(device: str) -> AbstractContextManager[object]:
    """Inside this context, new tensors are made on `device`."""
    import torch

    return nullcontext() if device == "cpu" else torch.device(device)


def pick_dtype(wanted: str, device: str = "cpu") -> str:
    """The name of a torch dtype. "auto" is bfloat16 where the device has units for it."""
    if wanted != "auto":
        return wanted
    import torch

    if device != "cpu":
        return "bfloat16" if torch.cuda.is_bf16_supported() else "float32"
    units = torch.cpu.get_capabilities()
    return "bfloat16" if units.get("amx_bf16") or units.get("avx512_bf16") else "float32"


def cores() -> int:
    """How many cores this process may use. `taskset` and containers make them fewer."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
