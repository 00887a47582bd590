"""What any format gives: text, the places of headings and pages, what the file says of itself."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from qa.types import Section


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a catalogue, a front matter or a document's own properties say of a report."""

    title: str | None = None
    date: str | None = None
    event: str | None = None
    place: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file's text, with \\n as the only line end and without NUL.

    `pages` are the offsets at which the pages begin, if the format has pages. `made` is the day
    that the file was made or sent: for a report's date the last resort. `margin` is what stood
    above and below the first page's text.
    """

    text: str
    said: Metadata = Metadata()
    sections: tuple[Section, ...] = ()
    pages: tuple[int, ...] = ()
    made: str | None = None
    margin: str = ""


def to_json(document: Document) -> dict[str, Any]:
    """Plain values, for `from_json`."""
    return asdict(document)


def from_json(values: dict[str, Any]) -> Document:
    """The document that `to_json` took apart."""
    return Document(
        **{
            **values,
            "said": Metadata(**values["said"]),
            "sections": tuple(Section(**section) for section in values["sections"]),
            "pages": tuple(values["pages"]),
        }
    )
