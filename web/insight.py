"""The API for the operator: what found no answer, what was wrong, how long answers took."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from flask_openapi3 import APIBlueprint
from pydantic import RootModel

from qa import Insight, look
from web.library import current_library
from web.models import ErrorModel

insight = APIBlueprint(
    "insight", __name__, url_prefix="/api", abp_responses={"4XX": ErrorModel, "5XX": ErrorModel}
)


class InsightModel(RootModel[Insight]):
    """`on` is whether the log is kept; of questions it has the words only if that is set."""


@insight.get("/insight", responses={200: InsightModel}, summary="How the server is used")
def show() -> dict[str, Any]:
    """By day. Where keys are asked for, this takes one of the scope admin."""
    return asdict(look(current_library().settings))
