"""Reads a request as it comes, and stops reading as soon as it won't be answered."""

from __future__ import annotations

from typing import Any

from waitress.parser import HTTPRequestParser, ParsingError
from werkzeug.exceptions import RequestEntityTooLarge

from web.listening.gate import Gate
from web.listening.refused import Refused


class Parser(HTTPRequestParser):  # type: ignore[misc]
    """`unread` says that the rest of the request is still to come, though nobody wants it."""

    unread = False
    most_bytes = 0

    def __init__(self, gate: Gate, adj: Any) -> None:
        super().__init__(adj)
        self._gate = gate

    def received(self, data: bytes) -> int:
        consumed: int = super().received(data)
        if self.body_bytes_received > self.most_bytes and not self.error:
            self._refuse(Refused.of(RequestEntityTooLarge()))
        return consumed

    def parse_header(self, header_plus: bytes) -> None:
        """
        Raises:
            ParsingError: two lengths are told of the body, of which others may believe the other.
        """
        super().parse_header(header_plus)
        # waitress takes the coding of HTTP/1.1 out of the headers.
        coded = self.chunked or "TRANSFER_ENCODING" in self.headers
        if coded and ("CONTENT_LENGTH" in self.headers or self.version != "1.1"):
            raise ParsingError("The length of the body is told in two ways.")
        if self.body_rcv is not None and (refused := self._gate.judge(self)):
            self._refuse(refused)

    def _refuse(self, refused: Refused) -> None:
        self.error = refused
        self.completed = self.unread = True
        self.expect_continue = False
