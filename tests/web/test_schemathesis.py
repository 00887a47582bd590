"""Requests made from what the API says of itself, valid and not, and what it says of replies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from flask import Flask
from schemathesis.engine import Status, events, from_schema

from qa import Assistant, Settings
from qa.indexing.rebuilding import rebuild
from qa.keys import create_key
from qa.parts import open_store
from qa.reading.sentence_reader import SentenceReader
from tests.embedders import HashEmbedder
from tests.samples import MINUTES
from tests.web.conftest import served
from web import create_app
from web.rebuild import Rebuild

_MOST_S = 12
# What is valid can still be too large, and has words that aren't a day or a question.
_FINE = ["2xx", "3xx", "401", "403", "404", "409", "413", "429", "5xx"]
_BY_THEIR_WORDS = {"positive_data_acceptance": {"expected-statuses": [*_FINE, "422"]}}
# The pattern of a question says less than the server takes: letters of any language.
_WORDS = {**_BY_THEIR_WORDS, "negative_data_rejection": {"enabled": False}}
_REFUSED = ["400", "401", "403", "404", "405", "406", "409", "413", "415", "422", "429", "5xx"]


@pytest.fixture
def keyed_app(tmp_path: Path) -> Iterator[Flask]:
    """An application with a tiny index, which takes a key for everything."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.md").write_text(MINUTES)
    settings = Settings(home=tmp_path / "home", report_bytes=1000, auth="keys")
    rebuild(settings, folder, embedder=HashEmbedder())
    store = open_store(settings, HashEmbedder())
    app = create_app(settings, Assistant(settings, HashEmbedder(), store, SentenceReader(0.3)))
    app.extensions["rebuild"] = Rebuild(
        lambda advance: rebuild(settings, folder, on_progress=advance, embedder=HashEmbedder())
    )
    yield app
    app.extensions["rebuild"].wait()
    store.close()


def test_the_api_is_as_it_says(keyed_app: Flask) -> None:
    """The same few hundred requests each time, for as long as they may take."""
    settings = keyed_app.extensions["library"].settings
    key = create_key(settings, "schemathesis", "admin")[1]
    headers = {"Authorization": f"Bearer {key}", "X-Meeting-QA": "1"}
    sent, wrong = 0, list[str]()
    with served(keyed_app) as address:
        document = f"{address}/api/openapi.json"
        schema = schemathesis.openapi.from_url(document, config=_config(headers))
        for event in from_schema(schema).execute():
            if isinstance(event, events.ScenarioFinished):
                sent += len(event.recorder.cases)
                wrong += _failures(event)
            elif isinstance(event, events.NonFatalError | events.FatalError):
                wrong.append(str(event))
    wrong = [one for one in wrong if "as much to do as it can take" not in one]  # it may be busy
    assert not wrong, "\n\n".join(wrong)
    assert sent


def _config(headers: dict[str, str]) -> schemathesis.Config:
    said = {
        "headers": headers,
        "seed": 1,
        "workers": 1,
        "max-time": _MOST_S,
        "continue-on-failure": True,
        "generation": {"max-examples": 3, "deterministic": True, "database": "none"},
        "checks": {
            "negative_data_rejection": {"expected-statuses": _REFUSED},
            "positive_data_acceptance": {"expected-statuses": _FINE},
        },
        "phases": {"stateful": {"enabled": False}},
        "operations": [
            {"include-path-regex": "^/v1/|^/api/(meetings/|feedback)", "checks": _BY_THEIR_WORDS},
            {"include-path-regex": "^/api/(answer|search|compose)$", "checks": _WORDS},
        ],
    }  # fmt: skip
    return schemathesis.Config.from_dict(said)


def _failures(event: events.ScenarioFinished) -> Iterator[str]:
    """What was sent, and what came."""
    for case, checks in event.recorder.checks.items():
        sent = event.recorder.interactions.get(case)
        came = sent.response if sent else None
        for check in checks:
            if check.status is Status.FAILURE and check.failure_info:
                failure, sample = check.failure_info.failure, check.failure_info.code_sample
                told = f"{came.status_code} {came.content[:300]!r}" if came else ""
                yield f"{failure.title}: {failure.message}\n{sample[:1_500]}\n{told}"
