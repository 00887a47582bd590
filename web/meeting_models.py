"""What requests and responses on meetings and people look like."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, RootModel

from qa import Filter, MeetingDetail, MeetingPage, PeoplePage, PersonDetail
from web.models import BODY, Day, Name


def _no_default(schema: dict[str, Any]) -> None:
    """What is left out isn't what null says."""
    schema.pop("default", None)
    schema["minLength"] = 1


Value = Annotated[str | None, Field(max_length=300, json_schema_extra=_no_default)]


class Paging(BaseModel):
    """`limit` of the `total` from number `offset` on, which begins with 0."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(100, ge=1, le=1000)
    offset: int = Field(0, ge=0, le=10_000_000)


class MeetingsQuery(Paging):
    """Filters, all of which a meeting has to meet; case and accents don't count."""

    first_day: Day | None = Field(None, alias="from", description="YYYY-MM-DD, included.")
    last_day: Day | None = Field(None, alias="to", description="YYYY-MM-DD, included.")
    body: Name | None = Field(None, description="The group that meets, or its session.")
    place: Name | None = None
    person: Name | None = Field(None, description="Somebody who was there or is named.")
    report: Name | None = Field(None, description="The id of a report.")

    def as_filter(self) -> Filter:
        return Filter(
            first_day=self.first_day,
            last_day=self.last_day,
            body=self.body,
            place=self.place,
            person=self.person,
            reports=(self.report,) if self.report else (),
        )


class PeopleQuery(Paging):
    q: str = Field("", max_length=300, description="How the words of the name begin.")


class MeetingPath(BaseModel):
    meeting_id: str


class PersonPath(BaseModel):
    person_id: str


class MeetingCorrection(BaseModel):
    """What a user corrects; it holds after any rebuild. Null takes a correction back."""

    model_config = BODY

    date: Value = Field(
        None,
        description="2024-05-14, or 2024-05-14/2024-05-16 for several days.",
    )
    place: Value = None
    title: Value = None
    body: Value = None


class MeetingList(RootModel[MeetingPage]):
    """The newest first, those without a day last."""


class MeetingModel(RootModel[MeetingDetail]):
    """A record; `words` has the words of each span in it, by "start-end"."""


class PeopleList(RootModel[PeoplePage]):
    """Those of most meetings first."""


class PersonModel(RootModel[PersonDetail]):
    """What a person did, the newest first, each with the words that tell of it."""
