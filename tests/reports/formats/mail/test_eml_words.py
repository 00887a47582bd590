from __future__ import annotations

from email import message_from_bytes, policy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reports.formats.mail.eml_words import read_words


def _read(head: str, body: bytes) -> str:
    mail = message_from_bytes(head.encode() + b"\n\n" + body, policy=policy.default)
    return read_words(mail)[0]


@pytest.mark.parametrize(
    ("head", "body", "text"),
    [
        ("Content-Type: text/plain; charset=utf-8", "été".encode(), "été"),
        (
            "Content-Type: text/plain; charset=utf-8",
            "été à Zeeport".encode("cp1252"),
            "été à Zeeport",
        ),
        (
            "Content-Type: text/plain; charset=iso-8859-1",
            b"\x93Fees\x94 \x96 12 \x80",
            "“Fees” – 12 €",
        ),
        ("Content-Type: text/plain; charset=us-ascii", "été".encode(), "été"),
        ("Content-Type: text/plain; charset=nonsense", "été".encode(), "été"),
        ("Content-Type: text/plain; charset=undefined", "été".encode(), "été"),
        ('Content-Type: text/plain; charset="a\0b"', "été".encode(), "été"),
        ("Content-Type: text/plain; charset=iso-8859-2", "łódź".encode("iso-8859-2"), "łódź"),
        ("Content-Type: text/plain", "été".encode(), "été"),
        ("Content-Transfer-Encoding: quoted-printable", b"Fees =\nrise =E2=82=AC", "Fees rise €"),
        ("Content-Transfer-Encoding: base64", b"RmVlcyByaXNlLg==", "Fees rise."),
        ("Content-Type: text/plain; charset=utf-8", b"a\0b", "ab"),
        ("Content-Type: text/html; charset=utf-8", "<p>é<p>b".encode(), "é\n\nb"),
    ],
)
def test_words_are_read_in_whatever_encoding_they_are(head: str, body: bytes, text: str) -> None:
    assert _read(head, body) == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (b"Fees \nrise.\nBye.", "Fees rise.\nBye."),
        (b"> Fees \n> rise. \nNo.", "> Fees rise.\nNo."),
        (b"Fees \n>rise.", "Fees\n>rise."),
        (b"Bye.\n-- \nClerk", "Bye.\n--\nClerk"),
        (b"Fees \n\nrise.", "Fees\n\nrise."),
    ],
)
def test_lines_that_flow_are_one(body: bytes, text: str) -> None:
    assert _read("Content-Type: text/plain; format=flowed", body) == text


def test_lines_may_flow_within_a_word() -> None:
    head = "Content-Type: text/plain; format=flowed; delsp=yes"
    assert _read(head, b"Fe \nes") == "Fees"


@given(st.text("ab>- \n"))
def test_flowing_keeps_every_letter(body: str) -> None:
    read = _read("Content-Type: text/plain; format=flowed", body.encode())
    assert [c for c in read if c in "ab"] == [c for c in body if c in "ab"]


def test_blank_lines_with_spaces_part_paragraphs() -> None:
    assert _read("Content-Type: text/plain", b"a\n  \nb\r\n\r\nc") == "a\n\nb\n\nc"
