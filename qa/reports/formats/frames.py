"""Sends messages between two processes: eight bytes of length, then the content."""

from __future__ import annotations

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
