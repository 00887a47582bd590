"""`qa serve`: the application behind its server."""

from __future__ import annotations

import ipaddress
import logging
import signal
from collections.abc import Callable
from types import FrameType

from qa import IndexMissingError, Settings, SettingsError
from web import create_app
from web.library import Library


def serve(settings: Settings, say: Callable[[str], None]) -> None:
    """Serve until the process is interrupted or told to end.

    Raises:
        SettingsError: the address is open to other machines, but no host name is allowed, or it
            can't be listened on.
    """
    from web.listening import listen

    _check_host(settings)
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    app = create_app(settings)
    try:
        listening = listen(app, settings)
    except OSError as error:
        raise SettingsError(
            f"{settings.host}:{settings.port} can't be listened on: {error.strerror}.",
            "Choose another with --port.",
        ) from error
    _warm_up(app.extensions["library"], say)
    signal.signal(signal.SIGTERM, _end)
    say(f"Meeting QA is ready: http://{_shown(settings.host)}:{listening.port}")
    try:
        listening.run()
    finally:
        listening.close()
        app.extensions["library"].close()


def _check_host(settings: Settings) -> None:
    """A server that others can reach must know its name. Else any page could rebind one to it."""
    try:
        loopback = ipaddress.ip_address(settings.host).is_loopback
    except ValueError:
        loopback = settings.host == "localhost"
    if not loopback and not settings.allowed_hosts:
        raise SettingsError(
            f"Listening on {settings.host} opens the server to other machines.",
            "Set QA_ALLOWED_HOSTS to the names under which they reach it, such as qa.example.org.",
        )


def _warm_up(library: Library, say: Callable[[str], None]) -> None:
    """Load the models and the index before the first question. If they can't be, fail now."""
    say("Loading the model and the index …")
    try:
        library.assistant().ask("warm up")
    except IndexMissingError as error:
        say(f"{error.message} The page says how to add reports.")


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _end(signum: int, frame: FrameType | None) -> None:
    raise SystemExit(0)
