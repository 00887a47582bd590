"""Runs one peer's script in the peers' environment, and adds what the script doesn't print.

    peer_probe.py run|load STORE FIGURES SCRIPT REPORTS QUESTIONS MOST [ARGUMENT…]

`run` is the script itself; its saved store stays in STORE instead of being deleted. `load` opens
that store in place of building one, and searches once. FIGURES gets a JSON object. Imports
nothing of the project, which that environment lacks.
"""

from __future__ import annotations

import json
import os
import runpy
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

Figures = dict[str, float]


def main() -> None:
    mode, store, figures, script = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4]
    sys.argv = sys.argv[4:]
    sys.path.insert(0, str(Path(script).parent))
    import common  # type: ignore[import-not-found]  # the peers' own, beside their scripts

    plain, found = common.run, Figures()

    def run(name: str, build: Any, search: Any, add: Any, save: Any) -> None:
        if mode == "load":
            search(_LOADERS[Path(script).stem](search.__globals__, store), "warm up question")
            found["start_s"] = _since_start()
        else:
            plain(name, _timed(build, found), search, add, _keeping(save, store))

    common.run = run
    runpy.run_path(script, run_name="__main__")
    figures.write_text(json.dumps(found))


def _since_start() -> float:
    return time.time() - float(os.environ["BENCHMARK_STARTED"])


def _timed(build: Callable[[Any], Any], found: Figures) -> Callable[[Any], Any]:
    def timed(docs: Any) -> Any:
        began = time.process_time()
        built = build(docs)
        found["index_cpu_s"] = time.process_time() - began
        found["indexed_after_s"] = _since_start()
        return built

    return timed


def _keeping(save: Callable[[Any], int], store: Path) -> Callable[[Any], int]:
    """The scripts save into a temporary place, ask its size, and delete it."""
    mkdtemp, mktemp = tempfile.mkdtemp, tempfile.mktemp
    rmtree, remove = shutil.rmtree, os.remove

    def keeping(state: Any) -> int:
        store.mkdir()
        places = {str(store), str(store / "file")}
        tempfile.mkdtemp = lambda *a, **k: mkdtemp(*a, **k) if a or k else str(store)  # type: ignore[assignment]
        tempfile.mktemp = lambda *a, **k: str(store / "file")
        shutil.rmtree = lambda p, *a, **k: None if str(p) in places else rmtree(p, *a, **k)  # type: ignore[assignment]
        os.remove = lambda p, **k: None if str(p) in places else remove(p, **k)
        try:
            return save(state)
        finally:
            tempfile.mkdtemp, tempfile.mktemp = mkdtemp, mktemp
            shutil.rmtree, os.remove = rmtree, remove

    return keeping


def _load_langchain(script: Mapping[str, Any], store: Path) -> Any:
    return script["FAISS"].load_local(
        str(store), script["emb"], allow_dangerous_deserialization=True
    )


def _load_llamaindex(script: Mapping[str, Any], store: Path) -> Any:
    from llama_index.core import (  # type: ignore[import-not-found]
        StorageContext,
        load_index_from_storage,
    )

    index = load_index_from_storage(StorageContext.from_defaults(persist_dir=str(store)))
    return {"i": index, "r": index.as_retriever(similarity_top_k=10)}


def _load_txtai(script: Mapping[str, Any], store: Path) -> Any:
    embeddings = script["Embeddings"]()
    embeddings.load(str(store))
    return embeddings


def _load_haystack(script: Mapping[str, Any], store: Path) -> Any:
    documents = script["InMemoryDocumentStore"].load_from_disk(str(store / "file"))
    script["te"].warm_up()
    return documents, script["InMemoryEmbeddingRetriever"](documents, top_k=10)


_LOADERS: Mapping[str, Callable[[Mapping[str, Any], Path], Any]] = {
    "peer_langchain": _load_langchain,
    "peer_llamaindex": _load_llamaindex,
    "peer_txtai": _load_txtai,
    "peer_haystack": _load_haystack,
}

if __name__ == "__main__":
    main()
