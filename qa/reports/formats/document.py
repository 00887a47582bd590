"""The `Document` that any format gives: text, headings, pages, and the file's own metadata."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from qa.errors import ReportError
from qa.types import Section

# Of a report, about 1,500 pages: they are split, and their meetings recorded, within a minute.
CHARACTERS = 5_000_000
HEADINGS = 100_000


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a catalogue, a front matter or a document's own properties say of a report."""

    title: str | None = None
    date: str | None = None
    event: str | None = None
    place: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a reader didn't keep, such as "navigation" or "running headers".

    `letters` counts its letters and digits. `example` is how it begins.
    """

    kind: str
    letters: int
    example: str = ""


@dataclass(frozen=True, slots=True)
class Attached:
    """`name` is no other's of the same file, and has no `/`."""

    name: str
    document: Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file's text, with \\n as the only line end and without NUL.

    `pages` are the offsets at which the pages begin, if the format has pages. `made` is the day
    that the file was made or sent, the last resort for a report's date. `margin` is what stood
    above and below the first page's text. `left_out` is what the file has and the text lacks, by
    kind. `notes` are sentences for the person whose file it is, such as "Page 2 is an image."
    `attached` are files inside of it that are read by themselves. `pictured` is whether it has
    pages that are images, which text recognition reads.
    """

    text: str
    said: Metadata = Metadata()
    sections: tuple[Section, ...] = ()
    pages: tuple[int, ...] = ()
    made: str | None = None
    margin: str = ""
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[str, ...] = ()
    attached: tuple[Attached, ...] = ()
    pictured: bool = False

    @property
    def kept(self) -> float:
        """The share of the file's letters and digits that are in the text, 0 to 1."""
        gone = sum(part.letters for part in self.left_out)
        if not gone:
            return 1.0
        here = count_letters(self.text)
        return here / (here + gone)


def check_text(text: str) -> None:
    """
    Raises:
        ReportError: a text of this length would fill the memory of those who split it.
    """
    if len(text) > CHARACTERS:
        raise ReportError(
            f"The text has {len(text):,} characters.", f"Split it: at most {CHARACTERS:,} are read."
        )


def check_size(document: Document) -> None:
    """
    Raises:
        ReportError: the text is too long, or has too many headings, or that of an attachment.
    """
    for part in document.attached:
        check_size(part.document)
    check_text(document.text)
    if len(document.sections) > HEADINGS:
        raise ReportError(
            f"The text has {len(document.sections):,} headings.",
            f"Split it: at most {HEADINGS:,} are read.",
        )


def count_letters(text: str) -> int:
    """The number of letters and digits. A reader may not lose any."""
    return sum(map(str.isalnum, text))


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
            "left_out": tuple(LeftOut(**part) for part in values["left_out"]),
            "notes": tuple(values["notes"]),
            "attached": tuple(
                Attached(part["name"], from_json(part["document"])) for part in values["attached"]
            ),
        }
    )
