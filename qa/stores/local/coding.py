"""Writes the record of a meeting, and what happened at it, as JSON, and reads them back."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from qa.errors import StoreError
from qa.stores.local import sums
from qa.types import Meeting, Proceedings

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Record = TypeVar("Record", Meeting, Proceedings)


def encode(record: Meeting | Proceedings) -> str:
    """Only what is known: a field that has its default is left out."""
    return (
        _adapters()[type(record)]
        .dump_json(record, exclude_defaults=True, fallback=dict, warnings=False)
        .decode()
    )


def decode(kind: type[Record], text: str) -> Record:
    """
    Raises:
        StoreError: it isn't what `encode` wrote.
    """
    from pydantic import ValidationError

    try:
        record: Record = _adapters()[kind].validate_json(text)
    except ValidationError as error:
        why = error.errors()[0]["msg"]
        raise StoreError(f"The index is damaged: a {kind.__name__}: {why}.", sums.CURE) from error
    return record


@cache
def _adapters() -> dict[type, TypeAdapter[Any]]:
    from pydantic import TypeAdapter

    return {kind: TypeAdapter(kind) for kind in (Meeting, Proceedings)}
