"""Mail: who wrote to whom, and the words of all parts; attachments are read by themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import TypeAlias

from qa.errors import ReportError
from qa.reports.formats.blocks import LINE, Blocks, one_line
from qa.reports.formats.document import Attached, Document, LeftOut, Metadata
from qa.reports.formats.joined import Joined
from qa.reports.formats.mail.eml_parts import Attachment, Forwarded, Words, pieces
from qa.reports.formats.titles import own_title
from qa.reports.headings import marked_sections

_HEADERS = ("From", "To", "Cc", "Date")
_MOST_FORWARDED = 10  # mails in mails
_MOST_ATTACHED = 200
_SLASHES = re.compile(r"[/\\]")


ReadAttached: TypeAlias = Callable[[str, str, bytes], Document]  # by name, type and content


def read_eml(raw: bytes, read_attached: ReadAttached) -> Document:
    """The subject is the heading above who wrote when to whom, and the words.

    Args:
        read_attached: raises a ReportError for what it can't read, which the notes will name.

    Raises:
        ReportError: the file is no mail.
    """
    mail = message_from_bytes(raw, policy=policy.default)
    if not any(mail[name] for name in ("From", "Date", "Subject")):
        raise ReportError("The file isn't a mail: it has no From, Date or Subject.", "Rename it.")
    reader = _Reader(read_attached)
    reader.take_mail(mail, level=1)
    return Document(
        text=reader.joined.text,
        said=Metadata(own_title(_header(mail, "Subject"))),
        sections=marked_sections(reader.joined.text, reader.joined.headings),
        made=_sent(mail),
        left_out=tuple(reader.left_out),
        notes=tuple(reader.notes),
        attached=tuple(reader.attached),
    )


class _Reader:
    """Takes a mail and the mails in it."""

    def __init__(self, read_attached: ReadAttached) -> None:
        self._read = read_attached
        self.joined = Joined()
        self.left_out: list[LeftOut] = []
        self.notes: list[str] = []
        self.attached: list[Attached] = []
        self._names: Counter[str] = Counter()

    def take_mail(self, mail: EmailMessage, level: int) -> None:
        """A mail in a mail is a section of it, after its own words."""
        self._head(mail, level)
        found = list(pieces(mail))
        for words in found:
            if isinstance(words, Words):
                self.joined.add(words.text, words.headings, below=level)
        attached = [piece for piece in found if isinstance(piece, Attachment) and not piece.shown]
        if attached:
            self.joined.add(f"Attachments: {', '.join(piece.name for piece in attached)}")
        for piece in found:
            if isinstance(piece, Forwarded):
                self._forwarded(piece.mail, level + 1)
            elif isinstance(piece, Attachment) and not piece.shown:
                self._attachment(piece)

    def _head(self, mail: EmailMessage, level: int) -> None:
        head = Blocks()
        head.add(_header(mail, "Subject"), level)
        head.add(LINE.join(f"{name}: {_header(mail, name)}" for name in _HEADERS if mail[name]))
        self.joined.add(*head.text_and_headings())

    def _forwarded(self, mail: EmailMessage, level: int) -> None:
        if level > _MOST_FORWARDED:
            self.notes.append(f"Mails in {level - 1} others aren't read: save them by themselves.")
        else:
            self.take_mail(mail, level)

    def _attachment(self, piece: Attachment) -> None:
        kind = piece.part.get_content_type()
        if len(self.attached) == _MOST_ATTACHED:
            self.notes.append(f"The attachment {piece.name} isn't read: there are too many.")
            return
        try:
            document = self._read(piece.name, kind, piece.content)
        except ReportError as error:
            self.notes.append(f"The attachment {piece.name} isn't read: {error}")
            return
        if document.text.strip():
            self.attached.append(Attached(self._own_name(piece.name), document))
        else:
            self.left_out.extend(document.left_out)
            self.notes.extend(f"{piece.name}: {note}" for note in document.notes)

    def _own_name(self, name: str) -> str:
        """A name that no other attachment has, and that leads nowhere."""
        plain = _SLASHES.sub("_", name).strip(". ") or "attachment"
        self._names[plain] += 1
        number = self._names[plain]
        return plain if number == 1 else f"{number} {plain}"


def _header(mail: EmailMessage, name: str) -> str:
    """Letters outside of ASCII, which a header must not have, are read all the same."""
    value = str(mail[name] or "")
    if "\ufffd" not in value:
        return one_line(value)
    written = (str(value) for key, value in mail.raw_items() if key.lower() == name.lower())
    raw = next(written, value).encode("utf-8", "surrogateescape")
    return one_line(raw.decode("cp1252", "replace"))


def _sent(mail: EmailMessage) -> str | None:
    moment = getattr(mail["Date"], "datetime", None)
    return moment.date().isoformat() if moment else None
