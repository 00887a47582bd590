from __future__ import annotations

from typing import Any

import pytest

from qa.composing.endpoint import ComposingError, Endpoint
from tests.composing.models import writing

ASKED = [{"role": "user", "content": "Who chaired?"}]


def test_the_words_come_in_their_pieces() -> None:
    with writing("Ada ", "Berg [1].") as (url, asked):
        assert list(Endpoint(url, "small", key="secret").write(ASKED)) == ["Ada ", "Berg [1]."]
    assert asked[0]["model"] == "small"
    assert asked[0]["messages"] == ASKED
    assert asked[0]["headers"]["Authorization"] == "Bearer secret"


def test_the_key_is_not_shown() -> None:
    assert "secret" not in repr(Endpoint("http://127.0.0.1:1/v1", "small", key="secret"))


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"ends": False}, "broke off"),
        ({"status": 500}, r"refused \(500\)"),
        ({"raw": b"data: {}\n\n"}, "what isn't an answer"),
        ({"raw": b"data: " + b"[" * 100_000 + b"\n\n"}, "what isn't an answer"),
        ({"raw": b"<html>\n\n"}, "broke off"),
        ({"stalls": 1.0}, "longer than 0.2 seconds"),
        ({"drips": 100}, "longer than 0.2 seconds"),
    ],
)
def test_what_goes_wrong_is_told(how: dict[str, Any], said: str) -> None:
    with writing("Ada ", "Berg", **how) as (url, _), pytest.raises(ComposingError, match=said):
        list(
            Endpoint(url, "small", seconds=0.2 if {"stalls", "drips"} & {*how} else 30).write(ASKED)
        )


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/v1", "no address", "http://[::1"])
def test_a_server_that_is_not_there_is_told(url: str) -> None:
    with pytest.raises(ComposingError, match="can't be reached"):
        list(Endpoint(url, "small", seconds=2).write(ASKED))


def test_a_flood_is_cut_off() -> None:
    with writing(*["word " * 400] * 10) as (url, _):
        assert len("".join(Endpoint(url, "small").write(ASKED))) < 12_000
