"""The small application on a server that others reach."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from flask.testing import FlaskClient

from qa import Assistant
from tests.accounts.quick import hash_quickly
from web import create_app

Opened: TypeAlias = Callable[..., FlaskClient]


@pytest.fixture
def opened(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """A client of it, with these settings too."""
    hash_quickly(monkeypatch)

    def open_(**changed: Any) -> FlaskClient:
        settings = {"allowed_hosts": ("qa.example.org",), **changed}
        return create_app(assistant.settings.model_copy(update=settings), assistant).test_client()

    return open_
