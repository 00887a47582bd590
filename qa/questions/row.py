"""A row of the table of kinds."""

from __future__ import annotations

import re
from typing import NamedTuple

from qa.types import Aspect, Kind


class Row(NamedTuple):
    """A row claims a question that `pattern` is found in, unless whom it names is `not_person`."""

    kind: Kind
    aspect: Aspect | None
    pattern: re.Pattern[str]
    example: str
    not_person: re.Pattern[str] | None = None


def row(kind: Kind, aspect: Aspect | None, pattern: str, example: str, not_person: str = "") -> Row:
    refused = re.compile(not_person, re.IGNORECASE) if not_person else None
    return Row(kind, aspect, re.compile(pattern, re.IGNORECASE), example, refused)
