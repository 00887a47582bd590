from __future__ import annotations

import os
from pathlib import Path

import pytest

from qa.errors import ReportError
from qa.reports.folder import Failure, Folder, scan
from qa.reports.formats.document import Metadata

LIMIT = 1000


def _write(folder: Path, source: str, text: str = "Text.") -> Path:
    path = folder / source
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _sources(found: Folder) -> list[str]:
    return [file.source for file in found.files]


def _failed(found: Folder) -> list[str]:
    return [failure.source for failure in found.failed]


def test_files_come_with_their_path_below_the_folder(tmp_path: Path) -> None:
    for source in ("b.md", "a.txt", "sub/c.md", "sub/deep/d.md"):
        _write(tmp_path, source)
    assert _sources(scan(tmp_path, LIMIT)) == ["a.txt", "b.md", "sub/c.md", "sub/deep/d.md"]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    for source in (".a.md", ".git/b.md", "sub/.c.md", "sub/d.md"):
        _write(tmp_path, source)
    assert _sources(scan(tmp_path, LIMIT)) == ["sub/d.md"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"no folder .*nowhere"):
        scan(tmp_path / "nowhere", LIMIT)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="no folder"):
        scan(_write(tmp_path, "a.md"), LIMIT)


def test_an_empty_folder_has_nothing(tmp_path: Path) -> None:
    assert scan(tmp_path, LIMIT) == Folder((), ())


def test_a_link_to_a_file_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to(_write(tmp_path, "a.md"))
    assert _sources(scan(tmp_path, LIMIT)) == ["a.md", "link.md"]


def test_links_that_lead_outside_are_named_unless_they_are_allowed(tmp_path: Path) -> None:
    _write(tmp_path, "elsewhere/a.md")
    _write(tmp_path, "secret.md")
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "link").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "reports" / "link.md").symlink_to("../secret.md")
    found = scan(tmp_path / "reports", LIMIT)
    assert (_sources(found), _failed(found)) == ([], ["link.md", "link"])
    assert "follow_links_outside" in found.failed[0].reason
    allowed = scan(tmp_path / "reports", LIMIT, outside=True)
    assert (_sources(allowed), _failed(allowed)) == (["link.md", "link/a.md"], [])


def test_a_pipe_that_is_the_catalogue_is_named_and_passed_over(tmp_path: Path) -> None:
    _write(tmp_path, "a.md")
    os.mkfifo(tmp_path / "catalogue.csv")
    found = scan(tmp_path, LIMIT)
    assert found.failed == (Failure("catalogue.csv", "It is no ordinary file."),)
    assert _sources(found) == ["a.md"]


def test_a_catalogue_that_is_a_device_is_named_and_passed_over(tmp_path: Path) -> None:
    _write(tmp_path, "a.md")
    (tmp_path / "catalogue.csv").symlink_to("/dev/zero")
    for outside in (False, True):
        found = scan(tmp_path, LIMIT, outside=outside)
        assert (_sources(found), _failed(found)) == (["a.md"], ["catalogue.csv"])


@pytest.mark.parametrize(
    "raw",
    [b"\0\1\2", b"title\nA\n", b'file,title\na.md,"' + b"x" * 200_000, b"x" * 200_000, b"\r\r"],
)
def test_a_catalogue_that_is_none_is_named_and_the_files_are_read(
    tmp_path: Path, raw: bytes
) -> None:
    _write(tmp_path, "a.md")
    (tmp_path / "catalogue.csv").write_bytes(raw)
    found = scan(tmp_path, LIMIT)
    assert (_sources(found), _failed(found)) == (["a.md"], ["catalogue.csv"])
    with pytest.raises(ReportError):
        scan(tmp_path, LIMIT, tmp_path / "catalogue.csv")


def test_rows_that_fit_no_file_are_named(tmp_path: Path) -> None:
    _write(tmp_path, "a.md")
    _write(tmp_path, "catalogue.csv", "file,event\nA.md,Board\nb.md,Board\n")
    found = scan(tmp_path, LIMIT)
    assert found.files[0].row == Metadata(event="Board")
    assert found.warnings == (
        Failure("catalogue.csv", "1 of its rows fit no file of the folder: b.md."),
    )


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    _write(tmp_path, "reports/a.md")
    (tmp_path / "link").symlink_to(tmp_path / "reports")
    assert _sources(scan(tmp_path / "link", LIMIT)) == ["a.md"]


def test_links_that_lead_nowhere_fail(tmp_path: Path) -> None:
    (tmp_path / "loop.md").symlink_to("loop.md")
    (tmp_path / "nowhere.md").symlink_to("gone.md")
    assert _failed(scan(tmp_path, LIMIT)) == ["loop.md", "nowhere.md"]


def test_a_pipe_fails_without_being_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    assert scan(tmp_path, LIMIT).failed == (Failure("pipe.md", "It is no ordinary file."),)


def test_too_large_a_file_names_the_setting(tmp_path: Path) -> None:
    _write(tmp_path, "a.md", "x" * LIMIT)
    _write(tmp_path, "b.md", "x" * (LIMIT + 1))
    found = scan(tmp_path, LIMIT)
    assert (_sources(found), _failed(found)) == (["a.md"], ["b.md"])
    assert "report_bytes" in found.failed[0].reason


@pytest.mark.parametrize(
    ("name", "source"),
    [
        (b"new\nline.md", "new\nline.md"),
        (b"\xff\xe9.md", "\\udcff\\udce9.md"),
        ("é \u2028🚤.md".encode(), "é \u2028🚤.md"),
    ],
)
def test_any_name_is_printable_text(tmp_path: Path, name: bytes, source: str) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(b"Text.")
    assert _sources(scan(tmp_path, LIMIT)) == [source]


def test_the_fingerprint_is_that_of_the_bytes(tmp_path: Path) -> None:
    for source, text in (("a.md", "Text."), ("b.md", "Text."), ("c.md", "Text!")):
        _write(tmp_path, source, text)
    one, same, other = (file.fingerprint for file in scan(tmp_path, LIMIT).files)
    assert (one == same, one == other) == (True, False)


def test_the_fingerprint_changes_with_the_catalogue_s_row(tmp_path: Path) -> None:
    _write(tmp_path, "a.md")
    before = scan(tmp_path, LIMIT).files[0].fingerprint
    _write(tmp_path, "catalogue.csv", "file,event\na.md,Board\n")
    (file,) = scan(tmp_path, LIMIT).files
    assert file.row == Metadata(event="Board")
    assert file.fingerprint != before


def test_the_catalogue_is_no_report_but_one_below_is_a_file(tmp_path: Path) -> None:
    _write(tmp_path, "catalogue.csv", "file\na.md\n")
    _write(tmp_path, "sub/catalogue.csv", "no catalogue")
    assert _sources(scan(tmp_path, LIMIT)) == ["sub/catalogue.csv"]


def test_another_catalogue_may_be_named(tmp_path: Path) -> None:
    _write(tmp_path, "reports/a.md")
    listed = _write(tmp_path, "list.csv", "file,event\na.md,Board\n")
    (file,) = scan(tmp_path / "reports", LIMIT, listed).files
    assert file.row == Metadata(event="Board")


def test_a_named_catalogue_has_to_be_there(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="can't be read"):
        scan(tmp_path, LIMIT, tmp_path / "nowhere.csv")


def test_a_folder_that_cannot_be_listed_hides_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(tmp_path, "locked/a.md")
    _write(tmp_path, "open/b.md")
    real = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = scan(tmp_path, LIMIT)
    assert found.failed == (Failure("locked", "Permission denied"),)
    hidden = [found.hides(source) for source in ("locked/a.md", "open/b.md", "lockedness.md")]
    assert (_sources(found), hidden) == (["open/b.md"], [True, False, False])
