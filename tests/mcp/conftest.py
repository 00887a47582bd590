from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from qa.assistant import Assistant
from qa.mcp.desk import Desk
from tests.records import assistant_of, told_whole

QUESTION = "What will the dredging survey cost?"


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    with assistant_of(tmp_path, [told_whole()]) as assistant:
        yield assistant


@pytest.fixture
def desk(assistant: Assistant) -> Iterator[Desk]:
    settings = assistant.settings.model_copy(update={"public_url": "https://qa.example.org"})
    with closing(Desk(settings, assistant)) as desk:
        yield desk
