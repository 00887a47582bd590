"""Reads a mail: who wrote to whom, and the words. Attachments are named but not read."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

from qa.errors import ReportError
from qa.reports.formats.blocks import LINE, Blocks, one_line
from qa.reports.formats.document import Document, Metadata
from qa.reports.formats.markup import read_markup
from qa.reports.formats.titles import own_title
from qa.reports.headings import Heading, marked_sections

_HEADERS = ("From", "To", "Cc", "Date")


def read_eml(raw: bytes) -> Document:
    """The subject is the heading. Below it stand the headers, the words and the attachments' names.

    Raises:
        ReportError: the file is no mail.
    """
    mail = message_from_bytes(raw, policy=policy.default)
    if not any(mail[name] for name in ("From", "Date", "Subject")):
        raise ReportError("The file isn't a mail: it has no From, Date or Subject.", "Rename it.")
    top = Blocks()
    top.add(_header(mail, "Subject"), level=1)
    top.add(LINE.join(f"{name}: {_header(mail, name)}" for name in _HEADERS if mail[name]))
    body, inner = _body(mail)
    names = [part.get_filename() or "" for part in mail.iter_attachments()]
    end = Blocks()
    end.add(f"Attachments: {', '.join(filter(None, names))}" if any(names) else "")
    text = "\n\n".join(filter(None, (top.text(), body, end.text())))
    shift = top.next_start
    below = [Heading(start + shift, min(6, level + 1), title) for start, level, title in inner]
    headings = [*top.text_and_headings()[1], *below]
    said = Metadata(own_title(_header(mail, "Subject")))
    return Document(
        text=text, said=said, sections=marked_sections(text, headings), made=_sent(mail)
    )


def _body(mail: EmailMessage) -> tuple[str, list[Heading]]:
    part = mail.get_body(("plain", "html"))
    if part is None:
        return "", []
    try:
        content = part.get_content()
    except LookupError:  # an encoding that doesn't exist
        content = bytes(part.get_payload(decode=True) or b"").decode("latin-1")
    if part.get_content_type() == "text/html":
        return read_markup(content).text_and_headings()
    blocks = Blocks()
    for paragraph in content.replace("\r\n", "\n").split("\n\n"):
        blocks.add(paragraph.replace("\n", LINE))
    return blocks.text(), []


def _header(mail: EmailMessage, name: str) -> str:
    return one_line(str(mail[name] or ""))


def _sent(mail: EmailMessage) -> str | None:
    moment = getattr(mail["Date"], "datetime", None)
    return moment.date().isoformat() if moment else None
