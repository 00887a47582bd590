from __future__ import annotations

import pytest
from pydantic import BaseModel, ValidationError

from qa import Filter
from web.meeting_models import MeetingCorrection, MeetingsQuery, PeopleQuery
from web.models import AnswerRequest, FilterModel


def test_a_query_is_a_filter() -> None:
    query = MeetingsQuery.model_validate({"from": "2021-05-03", "report": "a", "place": "Bonn"})
    assert query.as_filter() == Filter(first_day="2021-05-03", reports=("a",), place="Bonn")
    assert not MeetingsQuery.model_validate({}).as_filter()


def test_filters_of_a_question_are_a_filter() -> None:
    said = {"last_day": "2021-05-03", "meetings": ["a:1", "b:1"], "person": "Ito"}
    expected = Filter(last_day="2021-05-03", meetings=("a:1", "b:1"), person="Ito")
    assert FilterModel.model_validate(said).as_filter() == expected


@pytest.mark.parametrize(
    ("model", "body"),
    [
        (MeetingsQuery, {"from": "May 2021"}),
        (MeetingsQuery, {"from": "20210503"}),
        (MeetingsQuery, {"to": "2021-02-30"}),
        (MeetingsQuery, {"limit": 0}),
        (MeetingsQuery, {"offset": -1}),
        (MeetingsQuery, {"where": "Bonn"}),
        (MeetingsQuery, {"place": ""}),
        (PeopleQuery, {"q": "x" * 301}),
        (MeetingCorrection, {"chair": "Ada"}),
        (MeetingCorrection, {"date": 20240514}),
        (MeetingCorrection, {"place": 5}),
        (AnswerRequest, {"question": "q", "filters": {"town": "Bonn"}}),
        (AnswerRequest, {"question": "q", "filters": {"first_day": "2021"}}),
        (AnswerRequest, {"question": "q", "filters": {"reports": "a"}}),
        (AnswerRequest, {"question": "q", "filters": []}),
    ],
)
def test_what_is_not_described_is_refused(model: type[BaseModel], body: object) -> None:
    with pytest.raises(ValidationError):
        model.model_validate(body)
