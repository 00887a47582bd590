from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from qa import Assistant, IndexMissingError, Outcome, Progress, QAError, Settings
from web import create_app
from web.library import Library, Rebuild

OUTCOME = Outcome(folder="f", added=("a.md",), changed=(), removed=(), unchanged=0, failed=())


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


def test_one_run_at_a_time_and_its_progress_is_told() -> None:
    go, told = threading.Event(), threading.Event()

    def run(advance: Callable[[Progress], None]) -> Outcome:
        advance(Progress(1, 4))
        told.set()
        assert go.wait(20)
        return OUTCOME

    rebuild = Rebuild(run)
    assert rebuild.start().state == "running"
    assert told.wait(20)
    assert rebuild.start() == rebuild.state
    assert (rebuild.state.done, rebuild.state.total) == (1, 4)
    go.set()
    rebuild.wait()
    assert rebuild.state.state == "idle"
    assert rebuild.state.outcome == OUTCOME


@pytest.mark.parametrize(
    ("error", "code"), [(QAError("No.", "Wait."), "error"), (OSError("disk"), "internal")]
)
def test_a_run_that_fails_says_why_and_the_next_one_may_begin(error: Exception, code: str) -> None:
    attempts: list[int] = []

    def run(advance: Callable[[Progress], None]) -> Outcome:
        attempts.append(1)
        if len(attempts) == 1:
            raise error
        return OUTCOME

    rebuild = Rebuild(run)
    rebuild.start()
    rebuild.wait()
    assert rebuild.state.state == "failed"
    assert rebuild.state.error
    assert rebuild.state.error.code == code
    rebuild.start()
    rebuild.wait()
    assert rebuild.state.outcome == OUTCOME


def test_suggestions_are_made_once_for_each_generation(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library(assistant.settings, assistant)
    first = library.suggestions()
    monkeypatch.delattr("web.library.suggest_first")
    assert library.suggestions() == first
    assert first
