"""Writes records of meetings, and what happened at them, as JSON, and reads them back.

Texts that were embedded get the keys that their vectors are looked up by.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeVar

from qa.errors import StoreError
from qa.types import Meeting, Proceedings

if TYPE_CHECKING:
    from pydantic import TypeAdapter

CURE = "Run: qa index (it makes anew what is damaged)."
_KEY_BYTES = 16

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
        raise StoreError(f"The index is damaged: a {kind.__name__}: {why}.", CURE) from error
    return record


def text_key(text: str) -> bytes:
    """The key by which a passage's indexed text is looked up."""
    return sha256(text.encode("utf-8", "surrogatepass")).digest()[:_KEY_BYTES]


@cache
def _adapters() -> dict[type, TypeAdapter[Any]]:
    from pydantic import TypeAdapter

    return {kind: TypeAdapter(kind) for kind in (Meeting, Proceedings)}
