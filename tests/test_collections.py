from __future__ import annotations

from pathlib import Path

import pytest

from qa.addresses import place_address
from qa.collections import check_names, collections_of, settings_of
from qa.errors import SettingsError
from qa.settings import Settings


def _load(home: Path, text: str) -> Settings:
    home.mkdir(exist_ok=True)
    (home / "settings.toml").write_text(text, encoding="utf-8")
    return Settings.load(home=home)


def test_without_the_setting_there_is_the_home_itself(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path)
    assert collections_of(settings) == {"main": settings}
    assert settings_of(settings, "main") is settings


def test_a_collection_has_the_servers_settings_but_for_its_home(tmp_path: Path) -> None:
    text = (
        'port = 1234\nwatch = true\n[collections.board]\n[collections.club]\nhome = "elsewhere"\n'
    )
    settings = _load(tmp_path, text + "watch = false\n")
    found = collections_of(settings)
    assert [*found] == ["main", "board", "club"]
    assert found["board"].home == tmp_path / "collections" / "board"
    assert found["club"].home == tmp_path / "elsewhere"
    assert [one.watch for one in found.values()] == [True, True, False]
    assert {one.port for one in found.values()} == {1234}
    assert place_address(found["club"], "a") == "http://127.0.0.1:1234/c/club/#/reports/a"


def test_a_home_alone_does_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = _load(tmp_path, f'collections = {{board = "{tmp_path / "b"}"}}')
    assert settings_of(written, "board").home == tmp_path / "b"
    monkeypatch.setenv("QA_COLLECTIONS", f"board={tmp_path / 'c'}, club=d")
    told = Settings.load(home=tmp_path)
    assert settings_of(told, "board").home == tmp_path / "c"
    assert settings_of(told, "club").home == tmp_path / "d"


@pytest.mark.parametrize("name", ["main", "Board", "a b", "a/b", "..", "-a", "a" * 41, "ä", "a\\n"])
def test_a_name_that_could_be_mistaken_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(SettingsError, match="lower-case letters"):
        _load(tmp_path, f'[collections."{name}"]')


def test_an_unknown_key_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"collections\.board\.folder.*QA_COLLECTIONS\)"):
        _load(tmp_path, "[collections.board]\nfolder = 'x'")


def test_two_that_share_a_folder_are_refused(tmp_path: Path) -> None:
    for home in (".", "collections/board", "reports/club", "collections/board/reports"):
        settings = _load(tmp_path, f"[collections.board]\n[collections.club]\nhome = '{home}'")
        with pytest.raises(SettingsError, match="share a folder"):
            collections_of(settings)


def test_settings_in_a_collection_would_not_count_and_are_refused(tmp_path: Path) -> None:
    settings = _load(tmp_path, "[collections.board]")
    _load(tmp_path / "collections", "")
    assert settings_of(settings, "board")
    _load_into = tmp_path / "collections" / "board"
    _load(_load_into, "port = 1")
    with pytest.raises(SettingsError, match="wouldn't count"):
        settings_of(settings, "board")


def test_a_name_that_is_not_there_is_told(tmp_path: Path) -> None:
    settings = _load(tmp_path, "[collections.board]")
    check_names(settings, ["main", "board"])
    with pytest.raises(SettingsError, match=r"No collection is called 'club'.*main, board"):
        settings_of(settings, "club")
