from __future__ import annotations

import pytest

from qa.errors import ReportError
from qa.reports.formats.document import LeftOut
from qa.reports.formats.transcripts.captions import read_captions


def _vtt(*cues: str, head: str = "WEBVTT", gap: float = 2) -> bytes:
    times = (f"00:00:{n * gap:06.3f} --> 00:00:{n * gap + 1:06.3f}" for n in range(len(cues)))
    return "\n\n".join((head, *map("{}\n{}".format, times, cues))).encode()


def test_who_speaks_on_has_one_paragraph() -> None:
    raw = _vtt(
        "<v Ms Tarn>The fee</v>", "<v Ms Tarn>rises.</v>", "Mr Om: No.", "Never.", "<v A B>Yes."
    )
    text = read_captions(raw).text
    assert text == "Ms Tarn: The fee rises.\n\nMr Om: No. Never.\n\nA B: Yes."


def test_someone_unnamed_begins_anew_after_a_pause() -> None:
    assert read_captions(_vtt("One", "two.")).text == "One two."
    assert read_captions(_vtt("One", "two.", gap=20)).text == "One\n\ntwo."


def test_someone_unnamed_begins_anew_after_many_sentences() -> None:
    paragraphs = read_captions(_vtt(*(f"{'word ' * 20}{n}." for n in range(30)))).text.split("\n\n")
    assert len(paragraphs) > 2
    assert all(paragraph.endswith(".") for paragraph in paragraphs)


def test_the_title_is_the_file_s_own() -> None:
    document = read_captions(_vtt("Yes.", head="WEBVTT - Harbour board, 4 May 2024"))
    assert document.said.title == "Harbour board, 4 May 2024"
    assert document.text == "Harbour board, 4 May 2024\n\nYes."


def test_what_is_not_said_is_named() -> None:
    document = read_captions(_vtt("Yes.", head="WEBVTT\n\nNOTE made\nby hand"))
    assert document.text == "Yes."
    assert document.left_out == (
        LeftOut("time stamps", 0),
        LeftOut("the file's own notes", 10, "made by hand"),
    )
    assert document.kept < 1


def test_subrip_is_read_the_same() -> None:
    first = "1\n00:00:01,000 --> 00:00:02,000\n<i>Fees</i>\n\n"
    raw = f"{first}2\n00:00:03,000 --> 00:00:04,000\nrise.".replace("\n", "\r\n")
    assert read_captions(raw.encode()).text == "Fees rise."


@pytest.mark.parametrize("raw", [b"WEBVTT\n\nFees rise.", b"Fees rise."])
def test_a_file_without_captions_is_named(raw: bytes) -> None:
    with pytest.raises(ReportError, match="no captions"):
        read_captions(raw)
