"""An application with three collections, of a report each, and a key for each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from flask import Flask
from flask.testing import FlaskClient

from qa import MAIN, Assistant, Settings, collections_of
from qa.indexing.rebuilding import rebuild
from qa.keys import create_key
from qa.parts import open_store
from qa.reading.sentence_reader import SentenceReader
from tests.embedders import HashEmbedder
from web import create_app
from web.collections import libraries_of, rebuilds_of
from web.rebuild import Rebuild

WORDS = {"main": "Ada Berg", "board": "Ms Okafor", "club": "Jonas Weber"}
TEXT = "# Minutes of the {0}\n\n3 May 2021\n\n{1} chaired the {0}. The pier of the {0} is red.\n"


class Served(NamedTuple):
    """`keys` by the collection that each is for; `report` is the id of its only report."""

    app: Flask
    keys: dict[str, str]
    report: dict[str, str]

    def open(self, path: str, key: str = "", method: str = "GET", **sent: Any) -> Any:
        headers = {"X-Meeting-QA": "1", **({"Authorization": f"Bearer {key}"} if key else {})}
        client: FlaskClient = self.app.test_client()
        return client.open(path, method=method, headers=headers, **sent)

    def found(self, path: str, key: str = "", method: str = "GET", **sent: Any) -> Any:
        """The status, the body and the headers, of which a stranger can read much."""
        response = self.open(path, key, method, **sent)
        with response:
            headers = {k: v for k, v in response.headers.items() if k != "Date"}
            return response.status_code, response.get_data(), headers


@contextmanager
def serving(home: Path, **more: Any) -> Iterator[Served]:
    made = _make(Settings(home=home, collections={"board": {}, "club": {}}, **more))
    try:
        yield made
    finally:
        for one in rebuilds_of(made.app).values():
            one.wait()
        for library in libraries_of(made.app).values():
            library.close()


def _make(settings: Settings) -> Served:
    every = collections_of(settings)
    for name, one in every.items():
        (one.home / "reports").mkdir(parents=True)
        (one.home / "reports" / "may.md").write_text(TEXT.format(name, WORDS[name]))
        rebuild(one, embedder=HashEmbedder())
    store = open_store(settings, HashEmbedder())
    app = create_app(settings, Assistant(settings, HashEmbedder(), store, SentenceReader(0.3)))
    for name, one in every.items():
        _give_rebuild(app, name, one)
    keys = {name: create_key(settings, name, "write", [name])[1] for name in every}
    keys["all"] = create_key(settings, "all", "write")[1]
    reports = {name: one.assistant().entries()[0].id for name, one in libraries_of(app).items()}
    return Served(app, keys, reports)


def _give_rebuild(app: Flask, name: str, settings: Settings) -> None:
    """One whose embedder is that of the tests."""
    made = Rebuild(lambda advance: rebuild(settings, on_progress=advance, embedder=HashEmbedder()))
    if name == MAIN:
        app.extensions["rebuild"] = made
    else:
        app.extensions["rebuilds"][name] = made
