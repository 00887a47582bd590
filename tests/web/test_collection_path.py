from __future__ import annotations

import pytest
from werkzeug import Request
from werkzeug.test import EnvironBuilder

from web.collection_path import collection_of, split, take_out


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/c/board/api/answer", ("board", "/api/answer")),
        ("/c/board/", ("board", "/")),
        ("/c/board//api/answer", ("board", "//api/answer")),
        ("/c/board/../other/api/answer", ("board", "/../other/api/answer")),
        ("/c/board/\n/x", ("board", "/\n/x")),
    ],
)
def test_a_path_below_a_name_is_of_that_collection(path: str, found: tuple[str, str]) -> None:
    assert split(path) == found


@pytest.mark.parametrize(
    "path",
    ["/", "/api/answer", "/c/board", "/c//api", "/C/board/", "/c/Board/", "//c/board/", "/c/a b/",
     "/c/board\n/api", "/x/c/board/", "/c/bo\u0430rd/", ""],
)  # fmt: skip
def test_any_other_path_is_of_the_main_one(path: str) -> None:
    assert split(path) == ("main", path)


def test_what_comes_after_sees_the_path_without_the_collection() -> None:
    environ = EnvironBuilder("/c/board/api/answer").get_environ()
    take_out(environ)
    request = Request(environ)
    assert collection_of(request) == "board"
    assert (request.path, request.script_root) == ("/api/answer", "/c/board")


def test_a_request_that_nothing_was_taken_from_is_of_the_main_one() -> None:
    assert collection_of(Request(EnvironBuilder("/c/board/").get_environ())) == "main"
