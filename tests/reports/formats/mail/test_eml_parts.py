from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from qa.reports.formats.mail.eml_parts import Attachment, Forwarded, Words, pieces


def _part(kind: str, words: str, *more: str) -> str:
    return "\n".join((f"Content-Type: {kind}", *more, "", words))


def _multi(kind: str, *parts: str, mark: str = "b") -> str:
    inner = "".join(f"--{mark}\n{part}\n" for part in parts)
    return f"Content-Type: multipart/{kind}; boundary={mark}\n\n{inner}--{mark}--"


def _pieces(source: str) -> list[str]:
    mail = message_from_bytes(source.encode(), policy=policy.default)
    assert isinstance(mail, EmailMessage)
    return [_told(piece) for piece in pieces(mail)]


def _told(piece: object) -> str:
    if isinstance(piece, Words):
        return piece.text
    if isinstance(piece, Forwarded):
        return f"forwarded {piece.mail['Subject']}"
    assert isinstance(piece, Attachment)
    return f"{'shown' if piece.shown else 'attached'} {piece.name} {len(piece.content)}"


HTML = _part("text/html", "<p>Fees rise by four per cent from May on, says the board.")


def test_all_words_come_in_their_order() -> None:
    picture = _part('image/png; name="plan.png"', "x", "Content-Disposition: inline")
    source = _multi("mixed", _part("text/plain", "One."), picture, _part("text/html", "<p>Two."))
    assert _pieces(source) == ["One.", "attached plan.png 1", "Two."]


@pytest.mark.parametrize("plain", ["", " \n", "See HTML"])
def test_html_beside_words_that_are_missing_is_read(plain: str) -> None:
    source = _multi("alternative", _part("text/plain", plain), HTML)
    assert _pieces(source) == ["Fees rise by four per cent from May on, says the board."]


def test_of_the_same_words_the_plain_ones_are_read() -> None:
    assert _pieces(_multi("alternative", _part("text/plain", "Fees rise from May on."), HTML)) == [
        "Fees rise from May on."
    ]


def test_attachments_beside_html_stay() -> None:
    file = _part('application/pdf; name="a.pdf"', "x", "Content-Disposition: attachment")
    rich = _multi("mixed", HTML, file, mark="c")
    plain = _part("text/plain", "Fees rise by four per cent.")
    assert _pieces(_multi("alternative", plain, rich)) == [
        "Fees rise by four per cent.",
        "attached a.pdf 1",
    ]


def test_a_picture_in_the_words_is_known() -> None:
    logo = _part('image/png; name="logo.png"', "x", "Content-ID: <1>")
    assert _pieces(_multi("related", HTML, logo))[1] == "shown logo.png 1"


def test_a_forwarded_mail_is_a_mail() -> None:
    inner = "Content-Type: message/rfc822\n\nSubject: Fees\n\nThey rise."
    assert _pieces(_multi("mixed", _part("text/plain", "See."), inner)) == [
        "See.",
        "forwarded Fees",
    ]


@pytest.mark.parametrize(
    ("part", "told"),
    [
        (_part("text/calendar", "BEGIN"), "attached text/calendar 5"),
        (_part("text/plain; name=a.txt", "x"), "attached a.txt 1"),
        (_part("text/plain", "x", "Content-Disposition: attachment"), "attached text/plain 1"),
        (_part("text/markdown", "x"), "x"),
    ],
)
def test_a_text_of_its_own_is_an_attachment(part: str, told: str) -> None:
    assert _pieces(_multi("mixed", part)) == [told]


def test_a_mail_that_only_says_it_has_parts_is_its_words() -> None:
    assert _pieces("Content-Type: multipart/mixed\n\nFees rise.") == ["Fees rise."]


def test_parts_in_parts_without_end_are_an_attachment() -> None:
    source = _part("text/plain", "Deep.")
    for level in range(40):
        source = _multi("mixed", source, mark=f"m{level}-")
    assert _pieces(source) == ["attached multipart/mixed 0"]
