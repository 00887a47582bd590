"""Sends messages between two processes: eight bytes of length, then the content."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

_LENGTH = 8


def read_frame(stream: BinaryIO) -> bytes | None:
    """None at the end of the stream."""
    length = stream.read(_LENGTH)
    if len(length) < _LENGTH:
        return None
    content = stream.read(int.from_bytes(length, "big"))
    return content if len(content) == int.from_bytes(length, "big") else None


def write_frame(stream: BinaryIO, content: bytes) -> None:
    stream.write(len(content).to_bytes(_LENGTH, "big"))
    stream.write(content)
    stream.flush()


def read_frames(stream: BinaryIO) -> list[bytes] | None:
    """What `write_frames` wrote; None at the end of the stream."""
    if (count := read_frame(stream)) is None:
        return None
    frames = [read_frame(stream) for _ in range(int.from_bytes(count, "big"))]
    found = [frame for frame in frames if frame is not None]
    return found if len(found) == len(frames) else None


def write_frames(stream: BinaryIO, contents: Sequence[bytes]) -> None:
    write_frame(stream, len(contents).to_bytes(_LENGTH, "big"))
    for content in contents:
        write_frame(stream, content)
