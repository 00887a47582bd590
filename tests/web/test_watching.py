from __future__ import annotations

import threading
from pathlib import Path
from queue import Queue

import pytest
from flask import Flask

from qa import Settings
from qa.indexing.collection import choose_demo
from web.library import Library
from web.models import IndexState
from web.rebuild import Rebuild
from web.watching import watch, watch_all


class _Told(Rebuild):
    """Only that it was begun counts here."""

    def __init__(self) -> None:
        super().__init__(lambda advance: pytest.fail("It isn't run."))
        self.begun: Queue[bool] = Queue()

    def start(self, *, again: bool = False) -> IndexState:
        self.begun.put(again)
        return self.state


def test_what_is_to_be_followed_is_rebuilt_at_first_and_after_a_change(tmp_path: Path) -> None:
    app, told = Flask("test"), {name: _Told() for name in ("main", "board")}
    homes = {"main": (tmp_path / "a", False), "board": (tmp_path / "b", True)}
    libraries = {name: Library(Settings(home=at, watch=on)) for name, (at, on) in homes.items()}
    app.extensions |= {"library": libraries["main"], "libraries": {"board": libraries["board"]}}
    app.extensions |= {"rebuild": told["main"], "rebuilds": {"board": told["board"]}}
    folder = tmp_path / "b" / "reports"
    folder.mkdir(parents=True)
    stop = watch_all(app)
    try:
        assert told["board"].begun.get(timeout=60)
        (folder / "sub").mkdir()
        (folder / "sub" / "new.md").write_text("# New")
        assert told["board"].begun.get(timeout=60)
        assert told["main"].begun.empty()
    finally:
        stop.set()


def test_another_folder_is_followed_once_it_is_chosen(tmp_path: Path) -> None:
    settings, told, stop = Settings(home=tmp_path), _Told(), threading.Event()
    (tmp_path / "reports").mkdir()
    thread = threading.Thread(target=watch, args=(settings, told, stop), daemon=True)
    thread.start()
    try:
        assert told.begun.get(timeout=60)
        choose_demo(settings)
        assert told.begun.get(timeout=60)
    finally:
        stop.set()
        thread.join(60)


def test_a_home_that_cannot_be_read_is_tried_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "origin.json").write_text("{")
    stop = threading.Event()
    arguments = Settings(home=tmp_path), _Told(), stop
    thread = threading.Thread(target=watch, args=arguments, daemon=True)
    thread.start()
    while "can't be followed" not in caplog.text and thread.is_alive():
        thread.join(0.02)
    stop.set()
    thread.join(60)
    assert not thread.is_alive()
