from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from qa import Assistant, FolderError
from qa.keys import create_key
from web.operating import auditing

SENDS = {"X-Meeting-QA": "1"}


def _lines(home: Path) -> list[dict[str, Any]]:
    path = home / "audit.jsonl"
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def test_who_changed_what_is_kept(living_app: Flask, tmp_path: Path) -> None:
    client = living_app.test_client()
    settings = living_app.extensions["library"].settings
    key, token = create_key(settings, "agent", "write")
    sent = {"file": (BytesIO(b"# Dues\n\nDues fall.\n"), "b.md")}
    headers = {**SENDS, "Authorization": f"Bearer {token}"}
    assert client.post("/api/files", data=sent, headers=headers).status_code == 202
    living_app.extensions["rebuild"].wait()
    (report,) = client.get("/api/reports").get_json()["reports"][:1]
    assert client.delete(f"/api/reports/{report['id']}", headers=SENDS).status_code == 202
    added, removed = _lines(settings.home)
    assert (added["who"], added["what"]) == (f"key:{key.id}", "files.add")
    assert added["on"] == ["b.md: stored"]
    assert (removed["who"], removed["from"]) == ("nobody", "127.0.0.1")
    assert removed["on"] == [report["id"], report["source"]]


def test_what_asks_or_is_refused_is_not(app: Flask, assistant: Assistant) -> None:
    client = app.test_client()
    assert client.post("/api/answer", json={"question": "Who chaired?"}).status_code == 200
    assert client.delete("/api/reports/none").status_code == 404
    assert _lines(assistant.settings.home) == []


def test_a_change_that_cannot_be_noted_is_logged(
    living_app: Flask, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise FolderError("The disk is full.", "")

    monkeypatch.setattr(auditing, "record_change", fail)
    assert living_app.test_client().post("/api/index", json={}).status_code == 202
    living_app.extensions["rebuild"].wait()
    assert "index.start_rebuild by nobody isn't in the audit: The disk is full." in caplog.text
