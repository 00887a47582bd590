from __future__ import annotations

import pytest

from qa.accounts.users import Users, add_user, list_users, remove_user, set_password
from qa.errors import NotFoundError, UserError
from qa.settings import Settings
from tests.accounts.quick import PASSWORD


def test_a_user_has_the_password_until_removed(settings: Settings) -> None:
    users = Users(settings)
    ada = add_user(settings, "Ada", "write", PASSWORD)
    assert users.check("Ada", PASSWORD) == users.check("ADA", PASSWORD) == ada
    assert users.check("Ada", PASSWORD + "s") is None
    assert users.check("Bo", PASSWORD) is None
    assert remove_user(settings, "ada") == ada
    assert users.check("Ada", PASSWORD) is None
    assert list_users(settings) == []


def test_the_password_is_kept_nowhere(settings: Settings) -> None:
    ada = add_user(settings, "Ada", "read", PASSWORD)
    path = settings.home / "users.json"
    assert ada.digest.startswith("$argon2id$")
    assert "horse" not in path.read_text()
    assert path.stat().st_mode & 0o077 == 0


def test_a_new_password_puts_the_old_one_away(settings: Settings) -> None:
    add_user(settings, "Ada", "read", PASSWORD)
    changed = set_password(settings, "ada", "another long one")
    assert Users(settings).check("Ada", "another long one") == changed
    assert Users(settings).check("Ada", PASSWORD) is None


def test_letters_may_be_composed_in_either_way(settings: Settings) -> None:
    add_user(settings, "Zoë", "read", "pâté pâté pâté")
    assert Users(settings).check("Zoe\u0308", "pa\u0302te\u0301 pa\u0302te\u0301 pa\u0302te\u0301")


@pytest.mark.parametrize("name", ["", " ada", "a\nb", "x" * 101])
def test_some_names_are_refused(settings: Settings, name: str) -> None:
    with pytest.raises(UserError, match="no name"):
        add_user(settings, name, "read", PASSWORD)


@pytest.mark.parametrize("password", ["", "too short", "x" * 1001])
def test_a_password_has_to_be_long(settings: Settings, password: str) -> None:
    with pytest.raises(UserError, match=f"{len(password)} characters"):
        add_user(settings, "Ada", "read", password)


def test_a_name_is_taken_once(settings: Settings) -> None:
    add_user(settings, "Ada", "read", PASSWORD)
    with pytest.raises(UserError, match="already"):
        add_user(settings, "ada", "admin", PASSWORD)


def test_an_unknown_user_is_not_found(settings: Settings) -> None:
    for change in (lambda: remove_user(settings, "x"), lambda: set_password(settings, "x", "y")):
        with pytest.raises(NotFoundError, match="qa users list"):
            change()


def test_a_damaged_hash_lets_nobody_in(settings: Settings) -> None:
    add_user(settings, "Ada", "read", PASSWORD)
    path = settings.home / "users.json"
    path.write_text(path.read_text().replace("$argon2id$", "$"))
    assert Users(settings).check("Ada", PASSWORD) is None


def test_what_is_longer_than_a_password_may_be_is_none(settings: Settings) -> None:
    longest = "long words " * 90 + "0123456789"
    assert len(longest) == 1_000
    add_user(settings, "Ada", "read", longest)
    assert Users(settings).check("Ada", longest)
    assert Users(settings).check("Ada", longest + "!") is None
