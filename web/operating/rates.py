"""Refuses those who ask too much: by user or key, and where there is none by address."""

from __future__ import annotations

import math

from flask import Flask, request
from werkzeug.exceptions import TooManyRequests

from qa import Settings, is_open
from web.listening.lanes import READY, lane_of
from web.operating.rate import Rate, network_of
from web.security import current_caller

_UNLESS_SET = 240
_MINUTE_S = 60


def register(app: Flask, settings: Settings) -> None:
    most = settings.rate_limit
    if most is None:
        most = _UNLESS_SET if is_open(settings) else 0
    if most:
        rate = Rate(most, _MINUTE_S)
        app.before_request(lambda: _refuse_hurried(rate))


def _refuse_hurried(rate: Rate) -> None:
    """What costs nothing isn't counted."""
    if lane_of(request.path) == READY:
        return
    if waits := rate.take(current_caller().name or network_of(request.remote_addr)):
        raise too_many(waits)


def too_many(waits: float) -> TooManyRequests:
    seconds = math.ceil(waits)
    return TooManyRequests(
        f"That was too much in a short time; try again in {seconds} seconds.", retry_after=seconds
    )
