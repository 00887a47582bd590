"""What requests and responses look like. The models validate requests and document both."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, RootModel

from qa import Answer, Evidence, Filter, Outcome, Report, ReportEntry, Suggestion, Verdict


def _is_day(value: str) -> str:
    if date.fromisoformat(value).isoformat() != value:
        raise ValueError("a day is written YYYY-MM-DD")
    return value


Day = Annotated[
    str,
    AfterValidator(_is_day),
    Field(description="YYYY-MM-DD.", max_length=10, json_schema_extra={"format": "date"}),
]
# What has no words is refused by the assistant, which says it better than the schema.
Words = Annotated[
    str,
    Field(
        description="At most 1,000 characters, unless set otherwise.",
        json_schema_extra={"pattern": "[!-~]", "minLength": 1, "maxLength": 1000},
    ),
]
# A body is JSON, which has types: `0` isn't `false`.
BODY = ConfigDict(extra="forbid", strict=True)
Name = Annotated[str, Field(min_length=1, max_length=300)]


class TurnModel(BaseModel):
    """An earlier question of the conversation, with the answer that it got."""

    model_config = BODY

    question: str = Field(max_length=10_000)
    answer: str | None = Field(None, max_length=10_000)


class FilterModel(BaseModel):
    """Which meetings are searched; both days are included, and what is left out lets all in."""

    model_config = BODY

    first_day: Day | None = None
    last_day: Day | None = None
    body: Name | None = None
    place: Name | None = None
    person: Name | None = None
    reports: list[Name] = Field([], max_length=1000, description="Ids of reports.")
    meetings: list[Name] = Field([], max_length=1000, description="Ids of meetings.")
    section: Name | None = None

    def as_filter(self) -> Filter:
        return Filter(**{**dict(self), **self._ids()})

    def _ids(self) -> dict[str, tuple[str, ...]]:
        return {"reports": tuple(self.reports), "meetings": tuple(self.meetings)}


class AnswerRequest(BaseModel):
    model_config = BODY

    question: Words
    conversation: list[TurnModel] = Field([], max_length=50, description="Oldest first.")
    limit: int | None = Field(
        None, ge=1, le=100, description="Passages to consider; 10 if left out."
    )
    filters: FilterModel | None = Field(None, description="Only these meetings are searched.")


class SearchRequest(BaseModel):
    model_config = BODY

    query: Words
    limit: int | None = Field(None, ge=1, le=100, description="Passages; 20 if left out.")
    filters: FilterModel | None = Field(None, description="Only these meetings are searched.")


class SearchResult(BaseModel):
    """The passages, best first."""

    evidence: list[Evidence]


class PlaceModel(BaseModel):
    """The words that were cited."""

    model_config = BODY

    report_id: str = Field(max_length=64)
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class FeedbackRequest(BaseModel):
    """What a user says of an answer; `in_reports` is for a refusal that was wrong."""

    model_config = BODY

    question: str = Field(min_length=1, max_length=10_000)
    conversation: list[TurnModel] = Field([], max_length=50)
    verdict: Verdict
    answer: str | None = Field(None, max_length=10_000)
    citation: PlaceModel | None = None
    right: str | None = Field(None, max_length=2_000, description="The right answer, if known.")
    comment: str | None = Field(None, max_length=2_000)


class FeedbackModel(BaseModel):
    """`id` names the line that was written."""

    id: str


class CollectionModel(BaseModel):
    """`path` is where its page is, and what its API is below."""

    name: str
    path: str


class CollectionList(BaseModel):
    """`collection` is the one that was asked."""

    collection: str
    collections: list[CollectionModel]


class Suggestions(BaseModel):
    """Questions, and the place of the sentence that answers each."""

    questions: list[Suggestion]


class IndexRequest(BaseModel):
    """Empty: the folder that was indexed last is indexed again."""

    model_config = BODY

    demo: bool = Field(
        False, description="Bring the invented reports back; the user's own stay in their folder."
    )


class ReportPath(BaseModel):
    report_id: str


class OriginalQuery(BaseModel):
    model_config = ConfigDict(extra="forbid")

    inline: bool = Field(False, description="Show a PDF instead of saving it.")


class AnswerModel(RootModel[Answer]):
    """`answer` is null when the reports don't say."""


class ReportModel(RootModel[Report]):
    """A whole report; offsets are in characters (Unicode code points) of `text`."""


class ReportList(BaseModel):
    reports: list[ReportEntry]


class ErrorBody(BaseModel):
    """`code` is stable, for programs; `message` and `cure` are for people."""

    code: str
    message: str
    cure: str


class ErrorModel(BaseModel):
    error: ErrorBody


class IndexState(BaseModel):
    """`done` of `total` new or changed reports; `outcome` is the last run's.

    `seconds_left` is estimated from the pace so far, null until there is one.
    """

    model_config = ConfigDict(frozen=True)

    state: Literal["idle", "running", "failed"] = "idle"
    done: int = 0
    total: int = 0
    seconds_left: float | None = None
    error: ErrorBody | None = None
    outcome: Outcome | None = None


class Health(BaseModel):
    """`empty` means that nothing was indexed yet; `demo`, that the reports are invented ones."""

    status: Literal["ok", "empty"]
    reports: int
    passages: int
    demo: bool
    generation: int
    embedder: str
    reader: str
    user: str | None = Field(None, description="Who is signed in.")
    language_model: bool = Field(False, description="Whether one may write from an answer.")
