"""`qa serve`: the application behind its server."""

from __future__ import annotations

import signal
from collections.abc import Callable
from types import FrameType

from flask import Flask

from qa import (
    IndexMissingError,
    Settings,
    SettingsError,
    check_host,
    is_open,
    list_keys,
    list_users,
)
from web import create_app
from web.collections import libraries_of
from web.logs import begin_log
from web.watching import watch_all


def serve(
    settings: Settings, say: Callable[[str], None], verbose: int = 0, log_json: bool = False
) -> None:
    """Serve until the process is interrupted or told to end; then answer what was asked.

    Raises:
        SettingsError: the address is open to other machines, but no host name is allowed, or it
            can't be listened on.
    """
    from web.listening import listen

    check_host(settings)
    begin_log(verbose, as_json=log_json)
    app = create_app(settings)
    try:
        listening = listen(app, settings)
    except OSError as error:
        raise SettingsError(
            f"{settings.host}:{settings.port} can't be listened on: {error.strerror}.",
            "Choose another with --port.",
        ) from error
    _say_who_may(settings, say)
    _warm_up(app, say)
    for told in (signal.SIGTERM, signal.SIGINT):
        signal.signal(told, lambda *_: listening.end())
    say(f"Meeting QA is ready: http://{_shown(settings.host)}:{listening.port}")
    watching = watch_all(app)
    try:
        listening.run()
    finally:
        watching.set()
        listening.close()
        for library in libraries_of(app).values():
            library.close()


def _say_who_may(settings: Settings, say: Callable[[str], None]) -> None:
    """Whoever opens a server to others learns who can use it."""
    if not is_open(settings):
        return
    if settings.auth == "none":
        say("Everybody who reaches this server may read and change everything (auth = none).")
    elif not (list_users(settings) or list_keys(settings)):
        say("Nobody can sign in yet. Add somebody: qa users add NAME --scope write")


def _warm_up(app: Flask, say: Callable[[str], None]) -> None:
    """Load the models and each index before the first question. If they can't be, fail now."""
    say("Loading the model and the index …")
    for library in libraries_of(app).values():
        try:
            library.assistant().ask("warm up")
        except IndexMissingError as error:
            say(f"{error.message} The page says how to add reports.")


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _end(signum: int, frame: FrameType | None) -> None:
    raise SystemExit(0)
