"""Our layers beside libraries: python -m scripts.compare_engines REPORTS [--tokens 192] [--texts 5]

Needs `pip install openvino onnxruntime onnx onnxscript`, which nothing else here does. Each model
reads the same windows of REPORTS, in float32 and one thread, as the product reads a batch: our
packed layers, torch with padding, OpenVINO, ONNX Runtime, and ONNX Runtime with weights of 8 bits.
Rounds go in turn, so that what else runs is felt by all. A row a model and engine: milliseconds
(median), as many times ours, and the largest difference of a logit to torch's.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from qa.inference import VERIFIER, Larger, Packaged, Tokens
from qa.settings import Settings

_QUESTION = "Who chaired the session, and what was decided on the budget?"
_NAMES = ("input_ids", "attention_mask")

Engine = Callable[[], Any]


class Logits(torch.nn.Module):
    """Ids and mask -> (texts, tokens, 2), as the exporters want a model."""

    def __init__(self, model: Any) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: Any, attention_mask: Any) -> Any:
        out = self.model(input_ids=input_ids, attention_mask=attention_mask)
        return torch.stack([out.start_logits, out.end_logits], -1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--tokens", type=int, default=192)
    parser.add_argument("--texts", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=15)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    text = "\n".join(path.read_text("utf-8") for path in sorted(arguments.reports.glob("*.md")))
    print("| model | engine | ms | times ours | largest difference |\n|---|---|---|---|---|")
    sources = {"small": Packaged(), "verifier": Packaged(VERIFIER), "larger": Larger(_cache())}
    for name, source in sources.items():
        batch = windows(source.tokenizer(), text, arguments.texts, arguments.tokens)
        with tempfile.TemporaryDirectory() as folder:
            compare(name, source, batch, Path(folder), arguments.rounds)


def windows(tokenizer: Any, text: str, count: int, most: int) -> list[Tokens]:
    """Windows of uneven length, as passages have: the last has half the tokens of the first."""
    made = []
    for number in range(count):
        size = most - number * most // (2 * count)
        body = text[number * 4000 : (number + 1) * 4000]
        ids = tokenizer(_QUESTION, body, truncation="only_second", max_length=size)["input_ids"]
        made.append(Tokens(ids, [0] * len(ids), list(range(len(ids)))))
    return made


def compare(name: str, source: Any, batch: Sequence[Tokens], folder: Path, rounds: int) -> None:
    model = source.model("float32")
    ids = [torch.tensor(tokens.ids) for tokens in batch]
    padded = torch.nn.utils.rnn.pad_sequence(ids, batch_first=True)
    mask = (torch.arange(padded.shape[1]) < torch.tensor([[len(row)] for row in ids])).long()
    engines = {
        "ours, packed": lambda: source.lay(model, batch),
        "torch, padded": lambda: Logits(model)(padded, mask).numpy(),
        **exported(Logits(model), padded, mask, folder),
    }
    with torch.inference_mode():
        wanted = engines["torch, padded"]()
        times = in_turn(engines, rounds)
        for engine, run in engines.items():
            far = difference(wanted, run(), mask.numpy())
            print(row(name, engine, times[engine], times["ours, packed"], far), flush=True)


def exported(model: Any, ids: Any, mask: Any, folder: Path) -> dict[str, Engine]:
    """The engines that read ONNX, with a session of one thread each."""
    import onnxruntime
    import openvino
    from onnxruntime.quantization import quantize_dynamic

    whole, small = folder / "model.onnx", folder / "small.onnx"
    axes = {name: {0: "texts", 1: "tokens"} for name in _NAMES}
    with torch.inference_mode():
        torch.onnx.export(
            model.eval(), (ids, mask), str(whole), input_names=list(_NAMES), dynamic_axes=axes,
            dynamo=False,
        )  # fmt: skip
    quantize_dynamic(whole, small)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    fed = dict(zip(_NAMES, (ids.numpy(), mask.numpy()), strict=True))
    core = openvino.Core()
    compiled = core.compile_model(str(whole), "CPU", {"INFERENCE_NUM_THREADS": 1})
    sessions = [onnxruntime.InferenceSession(str(path), options) for path in (whole, small)]
    return {
        "OpenVINO": lambda: compiled(fed)[0],
        "ONNX Runtime": lambda: sessions[0].run(None, fed)[0],
        "ONNX Runtime, int8": lambda: sessions[1].run(None, fed)[0],
    }


def in_turn(engines: dict[str, Engine], rounds: int) -> dict[str, float]:
    """The median seconds of each, after a round that doesn't count."""
    taken: dict[str, list[float]] = {name: [] for name in engines}
    for _ in range(rounds + 1):
        for name, run in engines.items():
            began = time.perf_counter()
            run()
            taken[name].append(time.perf_counter() - began)
    return {name: statistics.median(some[1:]) for name, some in taken.items()}


def difference(wanted: Any, found: Any, mask: Any) -> float:
    if isinstance(found, list):
        rows = [np.abs(wanted[n, : len(some)] - some.numpy()).max() for n, some in enumerate(found)]
        return float(max(rows))
    return float(np.abs((wanted - found)[mask == 1]).max())


def row(name: str, engine: str, seconds: float, ours: float, far: float) -> str:
    return f"| {name} | {engine} | {seconds * 1000:.0f} | {seconds / ours:.2f} | {far:.3f} |"


def _cache() -> Path:
    return Settings.load().cache


if __name__ == "__main__":
    main()
