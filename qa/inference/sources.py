"""Where a span model comes from: what ships, a folder or hub name, or the larger one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from qa.errors import PartMissingError
from qa.inference import linear
from qa.inference.larger_encoder import larger_folder
from qa.inference.larger_weights import LARGER, larger_model
from qa.inference.packing import Lay, packed, padded
from qa.inference.weights import READER, check_weights, encoder_folder, packaged_model


class Source(Protocol):
    """A span model that can be loaded. Each method raises `PartMissingError` if it isn't there."""

    @property
    def lay(self) -> Lay:
        """How its texts are laid for it."""

    def name(self) -> str:
        """What it is. Other weights have another name."""

    def tokenizer(self) -> Any: ...

    def model(self, dtype: str, device: str = "cpu") -> Any:
        """It computes with numbers of that type on that device, and is for inference alone."""


@dataclass(frozen=True, slots=True)
class Packaged:
    """A model that ships with the project, in its `folder`."""

    folder: Path = READER

    @property
    def lay(self) -> Lay:
        return packed

    def name(self) -> str:
        return f"{self.folder.name}@{check_weights(self.folder)[:12]}"

    def tokenizer(self) -> Any:
        return _tokenizer(encoder_folder())

    def model(self, dtype: str, device: str = "cpu") -> Any:
        return linear.placed(packaged_model(dtype, self.folder).eval(), device)


@dataclass(frozen=True, slots=True)
class Larger:
    """The larger model: what was learned ships, and its encoder is joined in `cache`."""

    cache: Path

    @property
    def lay(self) -> Lay:
        return packed

    def name(self) -> str:
        return f"{LARGER.name}@{check_weights(LARGER)[:12]}"

    def tokenizer(self) -> Any:
        return _tokenizer(str(larger_folder(self.cache)))

    def model(self, dtype: str, device: str = "cpu") -> Any:
        return linear.placed(larger_model(dtype, self.cache).eval(), device)


@dataclass(frozen=True, slots=True)
class Located:
    """A question answering model in the transformers format, by its folder or hub name."""

    location: str

    @property
    def lay(self) -> Lay:
        return padded

    def name(self) -> str:
        return self.location

    def tokenizer(self) -> Any:
        from transformers import AutoTokenizer

        return self._loaded(AutoTokenizer)

    def model(self, dtype: str, device: str = "cpu") -> Any:
        import torch
        from transformers import AutoModelForQuestionAnswering

        kind = AutoModelForQuestionAnswering
        return self._loaded(kind, dtype=getattr(torch, dtype)).eval().to(device)

    def _loaded(self, kind: Any, **options: Any) -> Any:
        try:
            return kind.from_pretrained(self.location, **options)
        except (OSError, ValueError) as error:
            raise PartMissingError(
                f"The reader's model {self.location!r} can't be loaded: {error}".splitlines()[0],
                "Check the setting reader_model; empty is the model that ships.",
            ) from error


def _tokenizer(folder: str) -> Any:
    from transformers import AutoTokenizer

    return AutoTokenizer.from_pretrained(folder)
