"""Picks the numbers and counts the cores that a model computes with."""

from __future__ import annotations

import os


def pick_dtype(wanted: str) -> str:
    """The name of a torch dtype. "auto" is bfloat16 on a CPU that has units for it."""
    if wanted != "auto":
        return wanted
    import torch

    units = torch.cpu.get_capabilities()
    return "bfloat16" if units.get("amx_bf16") or units.get("avx512_bf16") else "float32"


def cores() -> int:
    """How many cores this process may use. `taskset` and containers make them fewer."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
