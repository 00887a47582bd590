from __future__ import annotations

import io

import pytest

from qa.reports.formats.frames import read_frame, write_frame


def test_frames_come_back() -> None:
    stream = io.BytesIO()
    for content in (b".pdf", b"", b"\0" * 70_000):
        write_frame(stream, content)
    stream.seek(0)
    assert [read_frame(stream) for _ in range(4)] == [b".pdf", b"", b"\0" * 70_000, None]


@pytest.mark.parametrize("raw", [b"", b"\0\0", (9).to_bytes(8, "big") + b"short"])
def test_a_stream_that_ends_early_has_no_frame(raw: bytes) -> None:
    assert read_frame(io.BytesIO(raw)) is None
