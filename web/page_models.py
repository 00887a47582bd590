"""What requests for pages of a report's file look like."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, RootModel

from qa import PageMarks


class PagePath(BaseModel):
    """`number` counts from 1."""

    report_id: str
    number: int = Field(ge=1, le=100_000)


class PictureQuery(BaseModel):
    model_config = ConfigDict(extra="forbid")

    width: int = Field(1000, ge=100, le=2400, description="In pixels.")


class MarksQuery(BaseModel):
    """Characters of the report's text: a quote, and the words in it that answer."""

    model_config = ConfigDict(extra="forbid")

    start: int = Field(0, ge=0)
    end: int = Field(0, ge=0)
    answer_start: int = Field(0, ge=0)
    answer_end: int = Field(0, ge=0)


class PageMarksModel(RootModel[PageMarks]):
    """Marks are shares of the page. There are none where the words weren't found on it."""
