"""`qa serve`: the application behind its server."""

from __future__ import annotations

import logging
import signal
from collections.abc import Callable
from types import FrameType

from qa import IndexMissingError, Settings, SettingsError, check_host
from web import create_app
from web.library import Library


def serve(settings: Settings, say: Callable[[str], None]) -> None:
    """Serve until the process is interrupted or told to end.

    Raises:
        SettingsError: the address is open to other machines, but no host name is allowed, or it
            can't be listened on.
    """
    from web.listening import listen

    check_host(settings)
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
