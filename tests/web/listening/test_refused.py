from __future__ import annotations

import json

from werkzeug.exceptions import Forbidden

from tests.web.listening.conftest import Slow
from web.listening.refused import Refused, busy


def test_it_has_the_shape_of_all_errors() -> None:
    status, headers, body = Refused.of(Forbidden("No.")).to_response()
    assert status == "403 Forbidden"
    assert dict(headers)["Content-Type"] == "application/json"
    error = json.loads(body)["error"]
    assert (error["code"], error["message"]) == ("forbidden", "No.")
    assert error["cure"]


def test_who_is_busy_says_when_to_come_back() -> None:
    status, headers, _ = busy().to_response()
    assert status.startswith("503 ")
    assert int(dict(headers)["Retry-After"]) > 0


def test_what_waitress_refuses_has_it_too(slow: Slow) -> None:
    told = slow.told(b"nonsense\r\n\r\n")
    assert " 400 " in told.partition("\r\n")[0]
    assert json.loads(told.partition("\r\n\r\n")[2])["error"]["code"] == "bad_request"
