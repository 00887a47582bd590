from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from qa.errors import PartMissingError
from qa.weights import PACKAGED, SUMS, check_weights, packaged_model


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a", "b"):
        (tmp_path / name).write_text(name)
    sums = [f"{hashlib.sha256(name.encode()).hexdigest()}  {name}" for name in ("a", "b")]
    (tmp_path / SUMS).write_text("\n".join(sums))
    return tmp_path


def test_what_ships_is_whole_and_small_enough() -> None:
    check_weights(PACKAGED)
    assert sum(path.stat().st_size for path in PACKAGED.iterdir()) < 50_000_000


def test_the_reader_has_the_words_of_the_encoder_that_is_packaged() -> None:
    model = packaged_model()
    assert model.get_input_embeddings().weight.shape == (30522, 384)
    assert model.qa_outputs.out_features == 2


def test_a_changed_file_is_named(folder: Path) -> None:
    check_weights(folder)
    (folder / "b").write_text("c")
    with pytest.raises(PartMissingError, match="b of the reader"):
        check_weights(folder)


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "a").unlink()
    with pytest.raises(PartMissingError, match="a of the reader"):
        check_weights(folder)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(PartMissingError, match="no reader"):
        check_weights(tmp_path / "none")
