"""Plain text and Markdown: bytes in any encoding, front matter, headings."""

from __future__ import annotations

import re
from collections.abc import Mapping

from qa.errors import ReportError
from qa.reports.formats.document import Document, Metadata, check_text
from qa.reports.headings import markdown_sections, plain_sections
from qa.text import find_date

_FRONT_END = re.compile(r"^-{3,}\s*$", re.MULTILINE)  # as frontmatter has it
_FRONT_CHARS = 10_000  # deep nesting in a longer one overflows the YAML parser's stack
# YAML refuses them; in real reports they are remains of a wrong decoding.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")


def read_markdown(raw: bytes) -> Document:
    """
    Raises:
        ReportError: the bytes are no text, or the front matter is broken.
    """
    front, text = _front_matter(decode(raw))
    return Document(text=text, said=_from_front(front), sections=markdown_sections(text))


def read_plain(raw: bytes) -> Document:
    """
    Raises:
        ReportError: the bytes are no text, or the front matter is broken.
    """
    front, text = _front_matter(decode(raw))
    return Document(text=text, said=_from_front(front), sections=plain_sections(text))


def decode(raw: bytes) -> str:
    """Bytes -> text with \\n line ends; UTF-8 first, else what the bytes look like.

    Raises:
        ReportError: the bytes are no text, or too much of it.
    """
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = _decode_as(raw, "utf-16")
    elif b"\0" in raw:
        raise ReportError("The file is binary.", "Export the report as text.")
    else:
        text = _decode_utf8(raw)
    if "\0" in text:
        raise ReportError("The file has NUL characters.", "Export the report as text.")
    check_text(text)
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
        return " ".join(str(value).split()) or None

    date = said("date")
    return Metadata(
        title=said("title"),
        date=find_date(date) if date else None,
        event=said("event"),
        place=said("place"),
        url=said("url"),
    )
