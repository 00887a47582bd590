"""The real server, with the real model, under real clients."""

from __future__ import annotations

import json
import subprocess
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from qa import Settings, SettingsError
from tests.paths import PROJECT
from tests.web.conftest import QA
from web.server import serve

QUESTION = "Who chaired the employment session?"


def post(server: str, path: str, body: dict[str, Any]) -> dict[str, Any]:
    request = urllib.request.Request(
        server + path, json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=60) as response:
        answer: dict[str, Any] = json.load(response)
        return answer


def get(server: str, path: str) -> dict[str, Any]:
    with urllib.request.urlopen(server + path, timeout=60) as response:
        answer: dict[str, Any] = json.load(response)
        return answer


def test_who_chaired_the_employment_session(server: str) -> None:
    citation = post(server, "/api/answer", {"question": QUESTION})["citations"][0]
    text = get(server, f"/api/reports/{citation['report_id']}")["text"]
    assert "Carlos Acero" in citation["quote"]
    assert text[citation["start"] : citation["end"]] == citation["quote"]


@pytest.mark.slow
def test_the_command_line_and_the_api_answer_alike(server: str, home: Path) -> None:
    command = [*QA, "--home", str(home), "ask", QUESTION, "--json"]
    printed = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    served = post(server, "/api/answer", {"question": QUESTION})
    assert printed.pop("timings_ms").keys() == served.pop("timings_ms").keys()
    assert printed == served


@pytest.mark.slow
def test_sixteen_clients_at_once_get_the_answers_that_one_gets(server: str) -> None:
    lines = (PROJECT / "corpus" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line)["question"] for line in lines[:16]]
    alone = [_answer(server, question) for question in questions]
    with ThreadPoolExecutor(16) as pool:
        together = list(pool.map(lambda question: _answer(server, question), questions * 2))
    assert together == alone * 2


def test_a_rebuild_ends_and_the_server_answers_meanwhile(server: str) -> None:
    state = post(server, "/api/index", {})
    asked = 0
    while state["state"] == "running":
        assert _answer(server, QUESTION)["answer"]
        state = get(server, "/api/index")
        asked += 1
    assert state["state"] == "idle"
    assert state["outcome"]["unchanged"] == 16
    assert asked


def test_an_open_address_needs_a_name(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="QA_ALLOWED_HOSTS"):
        serve(Settings(home=tmp_path, host="0.0.0.0"), print)


def test_a_taken_port_is_a_clear_error(server: str, home: Path) -> None:
    command = [*QA, "--home", str(home), "serve", "--port", server.rsplit(":", 1)[1]]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "--port" in run.stderr
    assert "Traceback" not in run.stderr


def _answer(server: str, question: str) -> dict[str, Any]:
    answer = post(server, "/api/answer", {"question": question})
    del answer["timings_ms"]
    return answer
