from __future__ import annotations

import io
import json
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from qa.accounts import list_users, remove_user
from qa.backups import make_backup, restore_backup
from qa.errors import BackupError, IndexBusyError
from qa.indexing import alone, choose_demo, is_demo, rebuild, reports_folder
from qa.keys import list_keys
from qa.settings import Settings
from tests.embedders import HashEmbedder

Members = dict[str, bytes]


@pytest.fixture
def backup(settings: Settings, tmp_path: Path) -> Path:
    return make_backup(settings, tmp_path / "b.tar.gz").path


def _state(home: Path) -> Members:
    """All files but what comes and goes."""
    return {
        path.relative_to(home).as_posix(): path.read_bytes()
        for path in home.rglob("*")
        if path.is_file() and "edition-" not in str(path) and path.suffix not in (".lock", ".pid")
    }


def test_it_is_as_it_was_and_what_came_since_is_put_aside(settings: Settings, backup: Path) -> None:
    report = settings.home / "reports" / "2021" / "a.md"
    report.write_text("# Other\n")
    (settings.home / "reports" / "b.md").write_text("# New\n")
    remove_user(settings, "ada")
    (settings.home / "audit.jsonl").write_text("since\n")
    restored = restore_backup(settings, backup)
    assert "Ada Berg" in report.read_text()
    assert [user.name for user in list_users(settings)] == ["ada"]
    assert (settings.home / "audit.jsonl").read_text() == "since\n"
    assert (restored.kept_in / "reports" / "b.md").read_text() == "# New\n"
    assert not (settings.home / "reports" / "b.md").exists()
    assert not (settings.home / "restoring").exists()
    assert rebuild(settings, embedder=HashEmbedder()).unchanged == 1


def test_it_can_be_put_into_another_home(settings: Settings, backup: Path, tmp_path: Path) -> None:
    other = Settings(home=tmp_path / "other")
    restore_backup(other, backup)
    assert reports_folder(other) == other.home / "reports"
    assert list_keys(other) == list_keys(settings)
    assert Settings.load(home=other.home).evidence == 19
    assert rebuild(other, embedder=HashEmbedder()).added == ("2021/a.md",)


def test_the_demo_is_chosen_again(settings: Settings, tmp_path: Path) -> None:
    choose_demo(settings)
    backup = make_backup(settings, tmp_path / "demo.tar").path
    other = Settings(home=tmp_path / "other")
    restore_backup(other, backup)
    assert is_demo(other)


def test_reports_that_were_elsewhere_have_to_be_there(settings: Settings, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "b.md").write_text("# Club\n\nDues fall.\n")
    rebuild(settings, folder, embedder=HashEmbedder())
    backup = make_backup(settings, tmp_path / "b.tar").path
    restore_backup(settings, backup)
    assert reports_folder(settings) == folder
    folder.rename(tmp_path / "gone")
    with pytest.raises(BackupError, match="which isn't here"):
        restore_backup(settings, backup)


def test_nobody_may_be_indexing(
    settings: Settings, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qa.backups.restoring._PATIENCE_S", 0)
    with alone(settings.home, 0), pytest.raises(IndexBusyError):
        restore_backup(settings, backup)


def _changed(members: Members) -> None:
    members["reports/2021/a.md"] = b"# Forged"


def _missing(members: Members) -> None:
    del members["users.json"]


def _added(members: Members) -> None:
    members["reports/more.md"] = b"# More"


def _without_sums(members: Members) -> None:
    del members["backup.json"]


def _outside(members: Members) -> None:
    members["../outside.md"] = b"# Outside"


def _of_the_index(members: Members) -> None:
    _with(members, "edition-000009/reports.db", b"x")


def _bad_settings(members: Members) -> None:
    _with(members, "settings.toml", b"unknown = 1")


def _bad_keys(members: Members) -> None:
    _with(members, "keys.json", b"{")


def _with(members: Members, name: str, data: bytes) -> None:
    """As if it had been there when the backup was made."""
    from hashlib import sha256

    manifest = json.loads(members["backup.json"])
    manifest["files"][name] = sha256(data).hexdigest()
    members |= {name: data, "backup.json": json.dumps(manifest).encode()}


@pytest.mark.parametrize(
    "change",
    [
        _changed,
        _missing,
        _added,
        _without_sums,
        _outside,
        _of_the_index,
        _bad_settings,
        _bad_keys,
    ],
)
def test_what_is_not_sound_changes_nothing(
    settings: Settings, backup: Path, tmp_path: Path, change: Callable[[Members], None]
) -> None:
    with tarfile.open(backup) as archive:
        read = {info.name: archive.extractfile(info) for info in archive.getmembers()}
        members = {name: stream.read() for name, stream in read.items() if stream}
    change(members)
    with tarfile.open(tmp_path / "changed.tar", "w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    _is_refused(settings, tmp_path / "changed.tar")
    assert not list(tmp_path.rglob("outside.md"))


def test_a_part_of_a_backup_is_refused(settings: Settings, backup: Path) -> None:
    whole = backup.read_bytes()
    for size in (0, 10, len(whole) // 3, len(whole) // 2):
        backup.write_bytes(whole[:size])
        _is_refused(settings, backup)
    backup.unlink()
    _is_refused(settings, backup)


def test_a_link_is_no_file(settings: Settings, tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "link.tar", "w") as archive:
        info = tarfile.TarInfo("reports")
        info.type, info.linkname = tarfile.SYMTYPE, "/etc"
        archive.addfile(info)
    _is_refused(settings, tmp_path / "link.tar")


def _is_refused(settings: Settings, backup: Path) -> None:
    before = _state(settings.home)
    with pytest.raises(BackupError):
        restore_backup(settings, backup)
    assert _state(settings.home) == before
