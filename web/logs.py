"""What the server writes to standard error: lines for people, or JSON for programs."""

from __future__ import annotations

import logging

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_LEVELS = (logging.WARNING, logging.INFO, logging.DEBUG)


def begin_log(verbose: int, *, as_json: bool) -> None:
    """Warnings; with `verbose` 1 also each request, with 2 all that there is to say."""
    logging.basicConfig(format=_FORMAT, level=logging.WARNING)
    logging.getLogger("web").setLevel(_LEVELS[min(verbose, 2)])
    if verbose > 1:
        logging.getLogger().setLevel(logging.DEBUG)
    if as_json:
        for handler in logging.getLogger().handlers:
            handler.setFormatter(_json_formatter())


def _json_formatter() -> logging.Formatter:
    from pythonjsonlogger.json import JsonFormatter

    return JsonFormatter(
        ["asctime", "levelname", "name", "message"],
        rename_fields={"asctime": "when", "levelname": "level", "name": "logger"},
    )
