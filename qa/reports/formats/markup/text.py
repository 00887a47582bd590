"""Plain text: bytes in any encoding, front matter, headings."""

from __future__ import annotations

from qa.errors import ReportError
from qa.reports.formats.document import Document, check_text
from qa.reports.formats.leaving_out import Leaving
from qa.reports.formats.markup.front_matter import front_matter
from qa.reports.headings import plain_sections


def read_plain(raw: bytes) -> Document:
    """
    Raises:
        ReportError: the bytes are no text, or the front matter is broken.
    """
    front, leaving = front_matter(decode(raw)), Leaving()
    leaving.add("front matter", front.rest)
    sections = plain_sections(front.text)
    return Document(text=front.text, said=front.said, sections=sections, left_out=leaving.parts())


def decode(raw: bytes) -> str:
    """Decode bytes to text with \\n line ends, as UTF-8 or else as what they look like.

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
