from __future__ import annotations

import pytest
from pydantic import RootModel

from qa.mcp.models import Asked, Fetched, Meetings, Person, Searched


@pytest.mark.parametrize("model", [Asked, Searched, Fetched, Meetings, Person])
def test_each_is_described_by_its_fields(model: type[RootModel[object]]) -> None:
    schema = model.model_json_schema(mode="serialization")
    named = schema["$ref"].rpartition("/")[2]
    assert schema["$defs"][named]["type"] == "object"
    assert schema["$defs"][named]["properties"]
