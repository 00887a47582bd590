from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from qa.errors import PartMissingError
from qa.inference.weights import READER, SUMS, VERIFIER, check_weights, packaged_model


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    made = tmp_path / "shipped"
    made.mkdir()
    for name in ("a", "b"):
        (made / name).write_text(name)
    sums = [f"{hashlib.sha256(name.encode()).hexdigest()}  {name}" for name in ("a", "b")]
    (made / SUMS).write_text("\n".join(sums))
    return made


def test_what_ships_is_whole_and_small_enough() -> None:
    assert check_weights(READER) != check_weights(VERIFIER)
    files = [*READER.iterdir(), *VERIFIER.iterdir()]
    assert sum(path.stat().st_size for path in files) < 50_000_000


@pytest.mark.parametrize("folder", [READER, VERIFIER])
def test_a_model_has_the_words_of_the_encoder_that_is_packaged(folder: Path) -> None:
    model = packaged_model(folder=folder)
    assert model.get_input_embeddings().weight.shape == (30522, 384)
    assert model.qa_outputs.out_features == 2


def test_a_changed_file_is_named(shipped: Path) -> None:
    check_weights(shipped)
    (shipped / "b").write_text("c")
    with pytest.raises(PartMissingError, match="b of the shipped"):
        check_weights(shipped)


def test_a_missing_file_is_named(shipped: Path) -> None:
    (shipped / "a").unlink()
    with pytest.raises(PartMissingError, match="a of the shipped"):
        check_weights(shipped)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(PartMissingError, match="no none"):
        check_weights(tmp_path / "none")
