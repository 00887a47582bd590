from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from qa.errors import SettingsError
from qa.settings import Settings
from tests.paths import PROJECT


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


def _write(home: Path, text: str) -> None:
    (home / "settings.toml").write_text(text, encoding="utf-8")


def test_without_anything_the_built_in_values_hold(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QA_READER_SIZE", raising=False)
    assert Settings.load(home=home) == Settings(home=home)


def test_the_built_in_home_is_where_the_platform_keeps_data(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    home = Settings.load().home
    assert home == Settings().home.resolve()
    assert home.name == "meeting-qa"
    assert home.is_relative_to(tmp_path) or sys.platform == "win32"
    assert not home.is_relative_to(PROJECT)


def test_the_file_wins_over_the_built_in_value(home: Path) -> None:
    _write(home, "port = 1234")
    assert Settings.load(home=home).port == 1234


def test_the_environment_wins_over_the_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(home, "port = 1234")
    monkeypatch.setenv("QA_PORT", "2345")
    assert Settings.load(home=home).port == 2345


def test_an_override_wins_over_the_environment(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_PORT", "2345")
    assert Settings.load(home=home, port=3456).port == 3456


def test_an_override_of_none_is_none_given(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_PORT", "2345")
    assert Settings.load(home=home, port=None).port == 2345


def test_home_comes_from_the_environment(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(home, "port = 1234")
    monkeypatch.setenv("QA_HOME", str(home))
    assert (Settings.load().home, Settings.load().port) == (home, 1234)


def test_home_is_made_absolute(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)
    assert Settings.load(home=Path("here")).home == home / "here"


def test_a_tilde_is_the_user_s_folder_for_the_file_too(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(home, "port = 1234")
    monkeypatch.setenv("HOME", str(home.parent))
    settings = Settings.load(home=Path("~") / home.name)
    assert (settings.home, settings.port) == (home, 1234)


def test_an_unknown_name_in_the_file_is_refused(home: Path) -> None:
    _write(home, "prot = 1234")
    with pytest.raises(SettingsError, match="'prot'"):
        Settings.load(home=home)


def test_an_unknown_variable_is_refused(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_PROT", "1234")
    with pytest.raises(SettingsError, match="QA_PROT"):
        Settings.load(home=home)


def test_an_unknown_override_is_refused(home: Path) -> None:
    with pytest.raises(SettingsError, match="'prot'"):
        Settings.load(home=home, prot=1234)


def test_other_variables_do_not_matter(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QAPORT", "1234")
    assert Settings.load(home=home).port == 8000


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("port", "many"),
        ("port", "65536"),
        ("port", "-1"),
        ("threads", "0"),
        ("retrieval", "magic"),
        ("dtype", "int8"),
        ("refuse_below", "1.1"),
        ("passage_tokens", "63"),
        ("dense_weight", "-1"),
        ("dense_weight", "nan"),
        ("fusion_k", "0"),
        ("candidates", ""),
    ],
)
def test_an_unusable_value_is_refused_by_name(
    home: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"QA_{name.upper()}", value)
    with pytest.raises(SettingsError, match=f"QA_{name.upper()}"):
        Settings.load(home=home)


@pytest.mark.parametrize(
    ("written", "hosts"),
    [("a.org", ("a.org",)), (" a.org, b.org ,", ("a.org", "b.org")), ("", ())],
)
def test_variables_carry_lists_with_commas(
    home: Path, monkeypatch: pytest.MonkeyPatch, written: str, hosts: tuple[str, ...]
) -> None:
    monkeypatch.setenv("QA_ALLOWED_HOSTS", written)
    assert Settings.load(home=home).allowed_hosts == hosts


def test_the_file_carries_lists_as_such(home: Path) -> None:
    _write(home, 'allowed_hosts = ["a.org", "b.org"]')
    assert Settings.load(home=home).allowed_hosts == ("a.org", "b.org")


def test_the_file_may_not_move_the_home(home: Path) -> None:
    _write(home, 'home = "/elsewhere"')
    with pytest.raises(SettingsError, match=r"sets 'home'.*--home"):
        Settings.load(home=home)


@pytest.mark.parametrize("raw", [b"port = ", b"port = 1\nport = 2", b"\xff\xfe"])
def test_a_broken_file_is_named(home: Path, raw: bytes) -> None:
    (home / "settings.toml").write_bytes(raw)
    with pytest.raises(SettingsError, match=r"settings\.toml can't be read"):
        Settings.load(home=home)


def test_a_folder_in_the_file_s_place_is_named(home: Path) -> None:
    (home / "settings.toml").mkdir()
    with pytest.raises(SettingsError, match=r"settings\.toml can't be read"):
        Settings.load(home=home)


def test_settings_are_frozen(home: Path) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Settings(home=home).port = 1  # type: ignore[misc]


@pytest.mark.parametrize("name", Settings.model_fields)
def test_each_setting_says_what_it_is(name: str) -> None:
    assert Settings.model_fields[name].description


def test_a_user_may_write_the_own_folder_short(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    settings = Settings.load(home=tmp_path, cache="~/cache", calibration="~/own.json")
    assert (settings.cache, settings.calibration) == (tmp_path / "cache", tmp_path / "own.json")


def test_the_address_of_the_database_is_not_shown(home: Path) -> None:
    _write(home, 'database = "postgresql://ada:s3cret@host/name"')
    settings = Settings.load(home=home)
    assert "s3cret" not in f"{settings} {settings!r}"
    assert settings.database.get_secret_value().endswith("host/name")
