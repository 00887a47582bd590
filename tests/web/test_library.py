from __future__ import annotations

from pathlib import Path

import pytest

from qa import Assistant, IndexMissingError, Settings
from web import create_app
from web.library import Library


def test_without_an_index_the_page_is_served_and_says_so(tmp_path: Path) -> None:
    client = create_app(Settings(home=tmp_path)).test_client()
    with client.get("/") as page:
        assert page.status_code == 200
    assert client.get("/api/health").get_json()["status"] == "empty"
    assert client.get("/api/reports").get_json() == {"reports": []}
    response = client.post("/api/answer", json={"question": "Who?"})
    assert response.status_code == 503
    assert "qa index" in response.get_json()["error"]["cure"]


def test_the_library_opens_once_there_is_an_index(assistant: Assistant, tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError):
        Library(Settings(home=tmp_path / "none")).assistant()
    assert Library(assistant.settings, assistant).assistant() is assistant


def test_suggestions_are_made_once_for_each_generation(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library(assistant.settings, assistant)
    first = library.suggestions()
    monkeypatch.delattr("web.library.suggest_first")
    assert library.suggestions() == first
    assert first
