"""The server follows its folders where the setting `watch` says so, as `qa index --watch` does.

What changes there begins a rebuild like one that is asked for on the page, which shows it.
"""

from __future__ import annotations

import logging
import threading
from functools import partial

from flask import Flask

from qa import QAError, Settings, changes, prefer_own, reports_folder
from web.collections import libraries_of, rebuilds_of
from web.rebuild import Rebuild

_LOG = logging.getLogger(__name__)
_PAUSE_S = 60.0  # after a fault, such as a home folder that can't be read


def watch_all(app: Flask) -> threading.Event:
    """Follow the folders that are to be followed, until the event is set."""
    stop = threading.Event()
    rebuilds = rebuilds_of(app)
    for name, library in libraries_of(app).items():
        if library.settings.watch:
            arguments = library.settings, rebuilds[name], stop
            threading.Thread(
                target=watch, args=arguments, name=f"watch {name}", daemon=True
            ).start()
    return stop


def watch(settings: Settings, rebuild: Rebuild, stop: threading.Event) -> None:
    """Rebuild now and after each change. What goes wrong is logged, and tried again later."""
    while not stop.is_set():
        try:
            prefer_own(settings)
            _follow(settings, rebuild, stop)
        except (QAError, OSError) as error:
            _LOG.warning("The folder of %s can't be followed: %s", settings.home, error)
            stop.wait(_PAUSE_S)


def _follow(settings: Settings, rebuild: Rebuild, stop: threading.Event) -> None:
    where = partial(reports_folder, settings)
    for _ in changes(where, None, stop):
        if where().is_dir():
            rebuild.start(again=True)
        else:
            _LOG.warning("%s isn't there; it is indexed when it comes back.", where())
