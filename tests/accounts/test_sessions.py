from __future__ import annotations

import pytest

from qa.accounts import sessions as module
from qa.accounts.sessions import Sessions
from qa.accounts.users import User, add_user, remove_user, set_password
from qa.settings import Settings
from tests.accounts.quick import PASSWORD


@pytest.fixture
def ada(settings: Settings) -> User:
    return add_user(settings, "Ada", "read", PASSWORD)


def test_a_session_lasts_until_it_is_ended(settings: Settings, ada: User) -> None:
    sessions = Sessions(settings)
    one, other = sessions.begin(ada), Sessions(settings).begin(ada)
    assert sessions.user_of(one) == sessions.user_of(other) == ada
    sessions.end(one)
    assert sessions.user_of(one) is None
    assert sessions.user_of(other) == ada


@pytest.mark.parametrize("token", ["", "a", "\udc80", "x" * 9000])
def test_what_is_no_token_is_nobodys(settings: Settings, ada: User, token: str) -> None:
    sessions = Sessions(settings)
    sessions.begin(ada)
    assert sessions.user_of(token) is None
    sessions.end(token)


def test_the_token_is_kept_nowhere(settings: Settings, ada: User) -> None:
    token = Sessions(settings).begin(ada)
    assert token not in (settings.home / "sessions.json").read_text()


def test_it_ends_with_the_password_and_with_the_user(settings: Settings, ada: User) -> None:
    token = Sessions(settings).begin(ada)
    changed = set_password(settings, "ada", PASSWORD)
    assert Sessions(settings).user_of(token) is None
    token = Sessions(settings).begin(changed)
    remove_user(settings, "ada")
    assert Sessions(settings).user_of(token) is None
    add_user(settings, "Ada", "admin", PASSWORD)
    assert Sessions(settings).user_of(token) is None


def test_it_ends_in_time(settings: Settings, ada: User, monkeypatch: pytest.MonkeyPatch) -> None:
    token = Sessions(settings).begin(ada)
    later = module.time.time() + settings.session_hours * 3600 + 1
    monkeypatch.setattr(module.time, "time", lambda: later)
    assert Sessions(settings).user_of(token) is None


def test_of_many_the_oldest_ends(settings: Settings, ada: User) -> None:
    sessions = Sessions(settings)
    tokens = [sessions.begin(ada) for _ in range(22)]
    assert [bool(sessions.user_of(token)) for token in tokens] == [False] * 2 + [True] * 20
