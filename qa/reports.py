"""Report file -> Report: the text, and what it says of itself (title, date, event, place)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qa.dates import find_date
from qa.errors import ReportError
from qa.headings import markdown_sections, plain_sections, without_title
from qa.types import Report

SUFFIXES = (".md", ".txt")
VERSION = "1"  # raise it when the same file would give another Report
_TITLE_CHARS = 200
_DATE_LINE_CHARS = 100
_HEAD_LINES = 8
_PARTIAL_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
# YAML refuses them; in real reports they are remains of a wrong decoding.
_FRONT_END = re.compile(r"^-{3,}\s*$", re.MULTILINE)  # as frontmatter has it
_FRONT_CHARS = 10_000  # deep nesting in a longer one overflows the YAML parser's stack
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a catalogue or a front matter says of a report."""

    title: str | None = None
    date: str | None = None
    event: str | None = None
    place: str | None = None
    url: str | None = None


def read_report(raw: bytes, source: str, catalogue: Metadata | None = None) -> Report:
    """Make a report of a file's bytes; the catalogue fills what the file doesn't say.

    Raises:
        ReportError: the format isn't known, the file is empty, binary or undecodable, or the
            catalogue's date is none.
    """
    suffix = Path(source).suffix.lower()
    if suffix not in SUFFIXES:
        raise ReportError(f"No reader for '{suffix}' files.", f"Readable: {', '.join(SUFFIXES)}.")
    front, text = _front_matter(decode(raw))
    if not text.strip():
        raise ReportError("The file has no text.", "Remove it, or write the report into it.")
    said = _merge(_from_front(front), text, source, catalogue or Metadata())
    title = said.title or _shorten(_one_line(text))
    sections = markdown_sections(text) if suffix == ".md" else plain_sections(text)
    return Report(
        id=report_id(text),
        title=title,
        text=text,
        source=source,
        date=said.date,
        event=said.event,
        place=said.place,
        url=said.url,
        sections=without_title(sections, title),
    )


def report_id(text: str) -> str:
    """The first 16 hexadecimal digits of the text's SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def decode(raw: bytes) -> str:
    """Bytes -> text with \\n line ends; UTF-8 first, else what the bytes look like.

    Raises:
        ReportError: the bytes are no text.
    """
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = _decode_as(raw, "utf-16")
    elif b"\0" in raw:
        raise ReportError("The file is binary.", "Export the report as text.")
    else:
        text = _decode_utf8(raw)
    if "\0" in text:
        raise ReportError("The file has NUL characters.", "Export the report as text.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode_utf8(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        matches = from_bytes(raw)
        # Of the guesses that make sense, Western Europe's is the likeliest.
        western = (match for match in matches if "cp1252" in match.could_be_from_charset)
        best = next(western, matches.best())
        if best is None:
            raise ReportError("The encoding isn't known.", "Save the report as UTF-8.") from None
        return str(best)


def _decode_as(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReportError(f"The file isn't {encoding}: {error}.", "Save it as UTF-8.") from error


def _front_matter(text: str) -> tuple[Mapping[str, object], str]:
    plain = _CONTROLS.sub("", text) if text.startswith("---\n") else ""
    end = _FRONT_END.search(plain, 4)
    if not end or end.start() > _FRONT_CHARS:
        return {}, text
    import frontmatter
    import yaml

    try:
        front, body = frontmatter.parse(plain)
    # PyYAML lets the last ones through for values such as `!!float ''`.
    except (yaml.YAMLError, ValueError, LookupError, AttributeError) as error:
        reason = str(error).splitlines()[0]
        raise ReportError(
            f"The front matter isn't YAML: {reason}.", "Put quotes around the value."
        ) from error
    return (front, body) if front else ({}, text)


def _from_front(front: Mapping[str, object]) -> Metadata:
    def said(name: str) -> str | None:
        value = front.get(name)
        if value is None or isinstance(value, dict | list | set):
            return None
        return _one_line(str(value)) or None

    date = said("date")
    return Metadata(
        title=said("title"),
        date=find_date(date) if date else None,
        event=said("event"),
        place=said("place"),
        url=said("url"),
    )


def _from_head(text: str) -> tuple[Metadata, Metadata]:
    """What the first line says, and what the short lines below it say."""
    lines = [line.strip() for line in text.lstrip().split("\n", 40)[:40] if line.strip()]
    title = re.sub(r"^#{1,6}\s+", "", lines[0])
    first = Metadata(title=_title_line(title), date=find_date(title[:_TITLE_CHARS]))
    return first, Metadata(date=_first_date(lines[1:_HEAD_LINES]))


def _title_line(line: str) -> str | None:
    """A longer line is prose, not a title."""
    title = _one_line(line)
    return title if len(title) <= _TITLE_CHARS else None


def _first_date(lines: list[str]) -> str | None:
    """A date in a short line is a date line; prose names other dates as well."""
    short = (line for line in lines if len(line) <= _DATE_LINE_CHARS)
    return next((date for line in short if (date := find_date(line))), None)


def _from_name(source: str) -> Metadata:
    return Metadata(date=find_date(re.sub(r"[_./]+", " ", source)))


def _merge(front: Metadata, text: str, source: str, catalogue: Metadata) -> Metadata:
    """What stands in the file wins; the catalogue fills the rest.

    A date in the title or in the file's name was put there for the meeting, so it beats one in
    the lines below.
    """
    first, below = _from_head(text)
    in_title = find_date(front.title) if front.title else None
    dates = (front.date, in_title, first.date, _from_name(source).date, below.date)
    return Metadata(
        title=front.title or first.title or catalogue.title,
        date=next(filter(None, dates), None) or _catalogue_date(catalogue.date),
        event=front.event or catalogue.event,
        place=front.place or catalogue.place,
        url=front.url or catalogue.url,
    )


def _catalogue_date(written: str | None) -> str | None:
    """A catalogue may know no more than the month or the year."""
    if not written or _PARTIAL_DATE.fullmatch(written):
        return written
    if date := find_date(written):
        return date
    raise ReportError(f"The catalogue gives '{written}' as its date.", "Write YYYY-MM-DD.")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _shorten(text: str) -> str:
    return text[: _TITLE_CHARS // 2].rsplit(" ", 1)[0] + " …"
