from __future__ import annotations

from pathlib import Path

import pytest

from qa.errors import PartMissingError
from qa.inference.sources import Located, Packaged
from qa.inference.weights import READER, VERIFIER


def test_a_packaged_model_is_named_by_its_weights() -> None:
    names = {Packaged(folder).name() for folder in (READER, VERIFIER)}
    assert {name.split("@")[0] for name in names} == {"reader", "verifier"}


def test_a_located_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    source = Located(str(tmp_path / "nothing"))
    assert source.name().endswith("nothing")
    for load in (source.tokenizer, lambda: source.model("float32")):
        with pytest.raises(PartMissingError, match="nothing"):
            load()
