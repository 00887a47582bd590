from __future__ import annotations

import io

import pytest

from qa.isolation.frames import read_frame, read_frames, write_frame, write_frames


def test_frames_come_back() -> None:
    stream = io.BytesIO()
    for content in (b".pdf", b"", b"\0" * 70_000):
        write_frame(stream, content)
    stream.seek(0)
    assert [read_frame(stream) for _ in range(4)] == [b".pdf", b"", b"\0" * 70_000, None]


@pytest.mark.parametrize("raw", [b"", b"\0\0", (9).to_bytes(8, "big") + b"short"])
def test_a_stream_that_ends_early_has_no_frame(raw: bytes) -> None:
    assert read_frame(io.BytesIO(raw)) is None


def test_several_come_back_together_or_not_at_all() -> None:
    stream = io.BytesIO()
    write_frames(stream, [b"job", b"", b"file"])
    raw = stream.getvalue()
    assert read_frames(io.BytesIO(raw)) == [b"job", b"", b"file"]
    assert read_frames(io.BytesIO(raw[:-1])) is None
    assert read_frames(io.BytesIO()) is None
