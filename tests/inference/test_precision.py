from __future__ import annotations

import subprocess
import sys

import pytest
import torch

from qa.errors import PartMissingError
from qa.inference.precision import cores, made_on, pick_device, pick_dtype


@pytest.mark.parametrize("wanted", ["float32", "bfloat16"])
def test_what_is_wanted_is_taken(wanted: str) -> None:
    assert pick_dtype(wanted) == wanted


def test_half_precision_needs_units_for_it() -> None:
    units = torch.cpu.get_capabilities()
    has = bool(units.get("amx_bf16") or units.get("avx512_bf16"))
    assert pick_dtype("auto") == ("bfloat16" if has else "float32")


def test_cores_are_those_that_may_be_used() -> None:
    code = (
        "import os; from qa.inference.precision import cores; "
        "os.sched_setaffinity(0, [min(os.sched_getaffinity(0))]); print(cores())"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "1\n"
    assert cores() >= 1


def test_without_cuda_the_device_is_the_cpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    assert [pick_device("auto"), pick_device("cpu")] == ["cpu", "cpu"]
    with pytest.raises(PartMissingError, match="no CUDA device here"):
        pick_device("cuda")


def test_cuda_is_taken_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    assert [pick_device("auto"), pick_device("cuda"), pick_device("cpu")] == ["cuda", "cuda", "cpu"]


@pytest.mark.parametrize("device", ["cpu", "meta"])
def test_tensors_are_made_on_the_device(device: str) -> None:
    with made_on(device):
        assert torch.tensor([1]).device.type == device
