"""The API for meetings and people: list them, look at one, and correct a record."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from flask_openapi3 import APIBlueprint

from qa import (
    Assistant,
    IndexMissingError,
    MeetingPage,
    PeoplePage,
    correct,
    list_meetings,
    list_people,
    look_up_meeting,
    look_up_person,
)
from web.library import current_library
from web.meeting_models import (
    MeetingCorrection,
    MeetingList,
    MeetingModel,
    MeetingPath,
    MeetingsQuery,
    Paging,
    PeopleList,
    PeopleQuery,
    PersonModel,
    PersonPath,
)
from web.models import ErrorModel

meetings = APIBlueprint(
    "meetings", __name__, url_prefix="/api", abp_responses={"4XX": ErrorModel, "5XX": ErrorModel}
)


@meetings.get("/meetings", responses={200: MeetingList}, summary="List the meetings")
def listing(query: MeetingsQuery) -> dict[str, Any]:
    """The newest first; an index that isn't there yet has none."""
    assistant, where = _assistant_or_none(), query.as_filter()
    if assistant is None:
        return asdict(MeetingPage(0, ()))
    return asdict(list_meetings(assistant.store, where, offset=query.offset, limit=query.limit))


@meetings.get("/meetings/<meeting_id>", responses={200: MeetingModel}, summary="Read a record")
def meeting(path: MeetingPath) -> dict[str, Any]:
    """The record and what happened, with the words that tell of each thing."""
    return asdict(look_up_meeting(current_library().assistant().store, path.meeting_id))


@meetings.patch("/meetings/<meeting_id>", responses={200: MeetingModel}, summary="Correct a record")
def correction(path: MeetingPath, body: MeetingCorrection) -> dict[str, Any]:
    """Fields that are left out stay as they are; null takes back what was corrected.

    The answer is the record as it is now.
    """
    assistant = current_library().assistant()
    if values := body.model_dump(exclude_unset=True):
        correct(assistant, path.meeting_id, values)
    return asdict(look_up_meeting(assistant.store, path.meeting_id))


@meetings.get("/people", responses={200: PeopleList}, summary="List the people")
def people(query: PeopleQuery) -> dict[str, Any]:
    """Everybody whom a record names; an index that isn't there yet has nobody."""
    assistant = _assistant_or_none()
    if assistant is None:
        return asdict(PeoplePage(0, ()))
    return asdict(list_people(assistant.store, query.q, offset=query.offset, limit=query.limit))


@meetings.get("/people/<person_id>", responses={200: PersonModel}, summary="Look a person up")
def person(path: PersonPath, query: Paging) -> dict[str, Any]:
    """Where the person was in the chair, came, spoke, moved and voted."""
    store = current_library().assistant().store
    return asdict(look_up_person(store, path.person_id, offset=query.offset, limit=query.limit))


def _assistant_or_none() -> Assistant | None:
    try:
        return current_library().assistant()
    except IndexMissingError:
        return None
