"""Whether the server can answer now, for what sends requests to it."""

from __future__ import annotations

from typing import Literal

from flask_openapi3 import APIBlueprint
from pydantic import BaseModel

from qa import IndexMissingError
from web.library import current_library
from web.models import ErrorModel

ready = APIBlueprint(
    "ready", __name__, url_prefix="/api", abp_responses={"4XX": ErrorModel, "5XX": ErrorModel}
)


class Ready(BaseModel):
    """`empty` means that it answers, but that nothing was indexed yet."""

    status: Literal["ready", "empty"]


@ready.get("/ready", responses={200: Ready}, summary="Whether requests may be sent here")
def is_ready() -> dict[str, str]:
    """An index that is there and can't be read is a 503, which says why."""
    try:
        current_library().assistant().generation()
    except IndexMissingError:
        return {"status": "empty"}
    return {"status": "ready"}
