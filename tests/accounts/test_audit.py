from __future__ import annotations

import json
from pathlib import Path

import pytest

from qa.accounts import audit
from qa.accounts.audit import record_change
from qa.errors import StoreError


def test_each_change_is_a_line(tmp_path: Path) -> None:
    home = tmp_path / "home"
    record_change(home, "user:Ada", "files.add", ["a.md: stored"], "192.0.2.1")
    record_change(home, "shell:bo", "keys.revoke")
    one, other = (json.loads(line) for line in (home / "audit.jsonl").read_text().splitlines())
    assert one.pop("when") <= other.pop("when")
    assert one == {
        "who": "user:Ada",
        "from": "192.0.2.1",
        "what": "files.add",
        "on": ["a.md: stored"],
    }
    assert other["on"] == []
    assert (home / "audit.jsonl").stat().st_mode & 0o077 == 0


def test_it_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "MOST_BYTES", 1000)
    for number in range(50):
        record_change(tmp_path, "nobody", f"change {number}", ["\n" * 20])
    kept = [(tmp_path / name).read_text() for name in ("audit.jsonl.1", "audit.jsonl")]
    assert all(len(text) <= 1000 for text in kept)
    assert json.loads("".join(kept).splitlines()[-1])["what"] == "change 49"


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "audit.jsonl").mkdir()
    with pytest.raises(StoreError, match="can't be written"):
        record_change(tmp_path, "nobody", "x")
