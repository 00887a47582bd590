from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from qa.errors import PartMissingError
from qa.inference import larger_encoder as module
from qa.inference.larger_encoder import PACKAGES, larger_folder


@pytest.fixture
def parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small zip in five parts, installed as the model is."""
    whole = tmp_path / "whole.zip"
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("all-mpnet-base-v2/model.safetensors", b"weights" * 1000)
    raw = whole.read_bytes()
    size = -(-len(raw) // len(PACKAGES))
    for number, package in enumerate(PACKAGES):
        (tmp_path / package).write_bytes(raw[number * size : (number + 1) * size])
    monkeypatch.setattr(module, "_part", lambda package: tmp_path / package)
    return tmp_path


def _published(monkeypatch: pytest.MonkeyPatch) -> None:
    import hashlib

    digest = hashlib.sha256(b"weights" * 1000).hexdigest()
    monkeypatch.setattr(module, "SHA256", digest)


@pytest.mark.usefixtures("parts")
def test_the_parts_are_joined_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _published(monkeypatch)
    cache = tmp_path / "cache"
    folder = larger_folder(cache)
    assert (folder / "model.safetensors").read_bytes() == b"weights" * 1000
    assert sorted(path.name for path in cache.iterdir()) == [folder.name]
    monkeypatch.setattr(module, "PACKAGES", ())  # what is there isn't joined again
    assert larger_folder(cache) == folder


@pytest.mark.usefixtures("parts")
def test_other_weights_than_the_published_ones_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PartMissingError, match="aren't the published ones"):
        larger_folder(tmp_path / "cache")
    assert not (tmp_path / "cache" / "all-mpnet-base-v2").exists()


def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PACKAGES", ("no-such-package-001",))
    with pytest.raises(PartMissingError, match="no-such-package-001") as error:
        larger_folder(tmp_path)
    assert "pip install no-such-package-001" in error.value.cure


def test_damaged_packages_are_to_be_installed_again(parts: Path) -> None:
    (parts / PACKAGES[-1]).write_bytes(b"nothing")
    with pytest.raises(PartMissingError, match="are damaged") as error:
        larger_folder(parts / "cache")
    assert "Install" in error.value.cure
    assert list((parts / "cache").iterdir()) == []


def test_a_damaged_file_in_the_packages_is_told_as_well(parts: Path) -> None:
    first = parts / PACKAGES[0]
    first.write_bytes(first.read_bytes().replace(b"weightsweights", b"WEIGHTSweights"))
    with pytest.raises(PartMissingError, match="are damaged"):
        larger_folder(parts / "cache")


def test_a_cache_that_cannot_be_written_is_named(parts: Path) -> None:
    (parts / "file").write_text("")
    with pytest.raises(PartMissingError, match=r"can't be put together in .*file") as error:
        larger_folder(parts / "file" / "cache")
    assert "cache" in error.value.cure
