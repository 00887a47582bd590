"""Sound files of every format, and what chance makes of their bytes."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping

from tests.documents import PROSE, Pdf, docx, odt, page_html
from tests.office_xml import pptx, row, shape, slide, xlsx

_MARKDOWN = (
    f"---\ntitle: Board\ndate: 2024-05-03\n---\n\n# Board\n\n- [a](b) **{PROSE}**\n\n| a | b |\n"
)
_CAPTIONS = "00:01.000 --> 00:02.000\n<v Mara Quist>Fees rise.\n\n00:03.000 --> 00:04.000\nNo.\n"
_MAIL = (
    "From: Mara <a@b.example>\nSubject: =?utf-8?q?F=C3=A9es?=\n"
    "Date: Fri, 3 May 2024 10:00:00 +0000\n"
    "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nFees rise.\n--b\n"
    "Content-Type: text/html; name=a.html\nContent-Disposition: attachment\n\n"
    "<p>Dues fall.</p>\n--b--\n"
)
_MOST = 40  # bytes that are changed, moved or lost in one go


def sound_files() -> Mapping[str, bytes]:
    """One of each format."""
    pdf = Pdf("Board").page("Port", "1").heading("Fees", 30).prose(PROSE, 50)
    return {
        "a.md": _MARKDOWN.encode(),
        "a.txt": PROSE.encode(),
        "a.html": page_html(f"<h1>Board</h1><p>{PROSE}</p><table><tr><td>a<td>b</table>"),
        "a.vtt": f"WEBVTT\n\n{_CAPTIONS}".encode(),
        "a.srt": f"1\n{_CAPTIONS.replace('.000', ',000')}".encode(),
        "a.eml": _MAIL.encode(),
        "a.rtf": rb"{\rtf1\ansi{\fonttbl{\f0 A;}}{\header Port}\b Fees\b0 \'e9\u8364 ? rise.\par}",
        "a.docx": docx([("Heading 1", "Fees"), ("Normal", PROSE)], [["a", "b"]], "Board", "Port"),
        "a.odt": odt(f"<text:h text:outline-level='1'>Fees</text:h><text:p>{PROSE}</text:p>"),
        "a.pptx": pptx(slide(shape("Fees", place="title"), shape(PROSE))),
        "a.xlsx": xlsx({"Fees": row("Item", "Owner", "Sum") + row("Pier", "Quist", 18.5)}),
        "a.pdf": pdf.table([["Item", "Owner"], ["Pier", "Quist"]], 90)
        .page()
        .prose(PROSE, 30)
        .raw(),
    }


def mutated_files(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """So many, each by a name of its own with its format's suffix."""
    chance, files = random.Random(seed), list(sound_files().items())
    for number in range(count):
        name, raw = files[number % len(files)]
        yield f"{number}{name[1:]}", mutated(raw, chance)


def mutated(raw: bytes, chance: random.Random) -> bytes:
    """The bytes after one to four accidents."""
    for _ in range(chance.randrange(1, 5)):
        at, length = chance.randrange(len(raw) or 1), chance.randrange(1, _MOST)
        part = raw[at : at + length]
        changed = chance.choice(
            (
                chance.randbytes(len(part)),
                b"",
                part * chance.choice((2, 2, 2000)),
                bytes(byte ^ (1 << chance.randrange(8)) for byte in part),
                chance.choice((b"\0", b"\xff", b"<", b"9", b"(", b"\n")) * length,
            )
        )
        cut = raw[:at] if chance.random() < 0.05 else raw[:at] + changed + raw[at + length :]
        raw = cut or raw
    return raw
