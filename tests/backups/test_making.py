from __future__ import annotations

import tarfile
from pathlib import Path

import pytest

from qa.backups import make_backup
from qa.errors import BackupError
from qa.indexing import rebuild
from qa.settings import Settings
from tests.embedders import HashEmbedder


def test_only_the_owner_reads_it(settings: Settings, tmp_path: Path) -> None:
    made = make_backup(settings, tmp_path / "b.tar.gz")
    assert made.path.stat().st_mode & 0o077 == 0
    assert made.bytes == made.path.stat().st_size
    with tarfile.open(made.path, "r:gz") as archive:
        names = archive.getnames()
    assert len(names) == made.files + 1
    assert "backup.json" in names
    assert made.elsewhere is None


def test_nothing_is_written_over(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "b.tar").write_text("precious")
    with pytest.raises(BackupError, match="there already"):
        make_backup(settings, tmp_path / "b.tar")
    assert (tmp_path / "b.tar").read_text() == "precious"


def test_a_backup_in_the_home_folder_is_not_in_itself(settings: Settings) -> None:
    make_backup(settings, settings.home / "reports" / "b.tar")
    with tarfile.open(settings.home / "reports" / "b.tar") as archive:
        assert not [name for name in archive.getnames() if "b.tar" in name]


def test_reports_that_are_elsewhere_are_told(settings: Settings, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "b.md").write_text("# Club\n\nDues fall.\n")
    rebuild(settings, folder, embedder=HashEmbedder())
    assert make_backup(settings, tmp_path / "b.tar").elsewhere == str(folder)


def test_what_cannot_be_written_leaves_nothing(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="can't be written"):
        make_backup(settings, tmp_path / "none" / "b.tar")
    with pytest.raises(BackupError, match="nothing in"):
        make_backup(Settings(home=tmp_path / "none"), tmp_path / "b.tar")
    assert not (tmp_path / "b.tar").exists()
