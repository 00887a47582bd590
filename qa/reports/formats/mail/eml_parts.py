"""The parts of a mail in their order: words, attachments, and mails that were forwarded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import TypeAlias

from qa.reports.formats.blocks import one_line
from qa.reports.formats.document import count_letters
from qa.reports.formats.mail.eml_words import read_words
from qa.reports.headings import Heading

_STUB = 0.25  # of the letters of the HTML: plain words with fewer only say where to look
_DEEPEST = 30  # parts in parts


@dataclass(frozen=True, slots=True)
class Words:
    text: str
    headings: list[Heading] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Attachment:
    """`part` is the attachment undecoded; `shown` says whether it is a picture in the words."""

    name: str
    part: EmailMessage
    shown: bool = False

    @property
    def content(self) -> bytes:
        content = self.part.get_payload(decode=True)
        return content if isinstance(content, bytes) else b""


@dataclass(frozen=True, slots=True)
class Forwarded:
    mail: EmailMessage


Piece: TypeAlias = Words | Attachment | Forwarded


def pieces(part: EmailMessage, depth: int = 0) -> Iterator[Piece]:
    """What a mail or a part of one consists of."""
    mail = _forwarded(part)
    if mail is not None:
        yield Forwarded(mail)
    elif part.is_multipart() and depth >= _DEEPEST:
        yield Attachment(_name(part), part)
    elif part.get_content_type() == "multipart/alternative" and part.is_multipart():
        yield from _alternative([list(pieces(way, depth + 1)) for way in _inner(part)])
    elif part.is_multipart():
        for inner in _inner(part):
            yield from pieces(inner, depth + 1)
    elif _is_words(part):
        yield Words(*read_words(part))
    else:
        yield Attachment(_name(part), part, _is_shown(part))


def _alternative(ways: list[list[Piece]]) -> Iterator[Piece]:
    """The same words in several ways: the first, plain one, unless it lacks what another has."""
    letters = [sum(count_letters(p.text) for p in way if isinstance(p, Words)) for way in ways]
    most = max(letters, default=0)
    chosen = next((at for at, own in enumerate(letters) if own and own >= _STUB * most), 0)
    for at, way in enumerate(ways):
        yield from (piece for piece in way if at == chosen or not isinstance(piece, Words))


def _forwarded(part: EmailMessage) -> EmailMessage | None:
    if part.get_content_type() != "message/rfc822" or not part.is_multipart():
        return None
    return next(_inner(part), None)


def _inner(part: EmailMessage) -> Iterator[EmailMessage]:
    return (inner for inner in part.get_payload() if isinstance(inner, EmailMessage))


def _is_words(part: EmailMessage) -> bool:
    """Whether it is a text of the mail itself; one with a name is a file."""
    if part.get_content_maintype() == "multipart":
        return True  # by its name alone: it has no parts
    kind = part.get_content_type()
    is_text = kind.startswith("text/") and kind not in ("text/calendar", "text/rtf")
    return is_text and not part.is_attachment() and not part.get_filename()


def _is_shown(part: EmailMessage) -> bool:
    return part.get_content_maintype() == "image" and bool(part["Content-ID"])


def _name(part: EmailMessage) -> str:
    return one_line(part.get_filename() or "") or part.get_content_type()
