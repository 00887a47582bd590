"""A client of a server's API. What it gives is of the types that the library itself gives.

with Client("http://127.0.0.1:8000") as client:
    answer = client.ask("Who chaired the employment session?")
    print(answer.answer, [citation.quote for citation in answer.citations])
"""

from __future__ import annotations

import time
from collections.abc import Hashable, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast
from urllib.parse import quote

from qa.browsing import MeetingDetail, MeetingPage, PersonDetail
from qa.errors import QAError
from qa.indexing import FileState, Outcome
from qa.types import Answer, Evidence, Filter, Report, ReportEntry, Turn

if TYPE_CHECKING:
    from httpx2 import BaseTransport, Response
    from pydantic import TypeAdapter

_Type = TypeVar("_Type")
_POLL_S = 0.5


class RemoteError(QAError):
    """What the server said went wrong, under its `code`, or that it doesn't answer."""

    def __init__(self, code: str, message: str, cure: str) -> None:
        super().__init__(message, cure)
        self.code = code


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a file that was sent: `source` is its name in the folder.

    `status` is "stored", "unchanged" or "refused", and `reason` why it was refused.
    """

    source: str
    status: str
    reason: str | None = None


class Client:
    """Of one server, or of one collection of it.

    While it is busy the client waits, for up to `patience` seconds. Every method raises
    `RemoteError`.
    """

    def __init__(
        self,
        url: str = "http://127.0.0.1:8000",
        key: str | None = None,
        *,
        collection: str | None = None,
        timeout: float = 60.0,
        patience: float = 60.0,
        transport: BaseTransport | None = None,
    ) -> None:
        import httpx2

        headers = {"X-Meeting-QA": "1", **({"Authorization": f"Bearer {key}"} if key else {})}
        base = f"{url.rstrip('/')}/c/{quote(collection, safe='')}" if collection else url
        self._http = httpx2.Client(
            base_url=base, headers=headers, timeout=timeout, transport=transport
        )
        self._patience = patience

    def ask(
        self,
        question: str,
        conversation: Sequence[Turn] = (),
        *,
        limit: int | None = None,
        where: Filter | None = None,
    ) -> Answer:
        """The answer with its checked quotes, as `Assistant.ask` gives it."""
        turns = [asdict(turn) for turn in conversation]
        body = {"question": question, "conversation": turns, "limit": limit}
        told = self._post("/api/answer", {**body, "filters": _filters(where)})
        return _read(Answer, told)

    def search(
        self, query: str, *, limit: int | None = None, where: Filter | None = None
    ) -> list[Evidence]:
        """The passages for a query, best first."""
        body = {"query": query, "limit": limit, "filters": _filters(where)}
        return _read(list[Evidence], self._post("/api/search", body)["evidence"])

    def reports(self) -> list[ReportEntry]:
        return _read(list[ReportEntry], self._get("/api/reports")["reports"])

    def report(self, report_id: str) -> Report:
        """With its whole text, which the citations of an answer point into."""
        return _read(Report, self._get(f"/api/reports/{quote(report_id, safe='')}"))

    def meetings(
        self, where: Filter | None = None, *, offset: int = 0, limit: int = 100
    ) -> MeetingPage:
        """The newest first. Of the filter, the days, body, place, person and one report count."""
        query = {"offset": offset, "limit": limit, **_query(where or Filter())}
        return _read(MeetingPage, self._get("/api/meetings", query))

    def meeting(self, meeting_id: str) -> MeetingDetail:
        """The record, with the words that tell of each thing."""
        return _read(MeetingDetail, self._get(f"/api/meetings/{quote(meeting_id, safe='')}"))

    def person(self, name: str, *, offset: int = 0, limit: int = 100) -> PersonDetail:
        """What somebody did, the newest first."""
        query = {"offset": offset, "limit": limit}
        return _read(PersonDetail, self._get(f"/api/people/{quote(name, safe='')}", query))

    def files(self) -> list[FileState]:
        """How each file of the folder stands."""
        return _read(list[FileState], self._get("/api/files")["files"])

    def add(self, *paths: Path | str) -> list[Added]:
        """Send files into the folder. The index follows; `wait` until it has."""
        with ExitStack() as stack:
            files = [
                ("file", (Path(path).name, stack.enter_context(Path(path).open("rb"))))
                for path in paths
            ]
            told = self._json("POST", "/api/files", files=files)
        return [_added(one) for one in told["files"]]

    def remove(self, report_id: str) -> list[str]:
        """The names of its files, which leave the folder and are kept elsewhere."""
        told = self._json("DELETE", f"/api/reports/{quote(report_id, safe='')}")
        return cast(list[str], told["removed"])

    def rebuild(self, *, wait: bool = True, seconds: float | None = None) -> Outcome | None:
        """Bring the index up to date, and by default wait until it is."""
        self._post("/api/index", {})
        return self.wait(seconds) if wait else None

    def wait(self, seconds: float | None = None) -> Outcome | None:
        """Until no rebuild is under way. It is what the last one did, or None before the first."""
        until = None if seconds is None else time.monotonic() + seconds
        while (state := self._get("/api/index"))["state"] == "running":
            if until is not None and time.monotonic() > until:
                raise RemoteError("timeout", "The rebuild is still under way.", "Wait on.")
            time.sleep(_POLL_S)
        if state["error"]:
            raise RemoteError(**state["error"])
        return _read(Outcome, state["outcome"]) if state["outcome"] else None

    def close(self) -> None:
        self._http.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _get(self, path: str, query: dict[str, Any] | None = None) -> Any:
        return self._json("GET", path, params=query)

    def _post(self, path: str, body: dict[str, Any]) -> Any:
        return self._json("POST", path, json=body)

    def _json(self, method: str, path: str, **sent: Any) -> Any:
        until = time.monotonic() + self._patience
        while True:
            response = self._send(method, path, **sent)
            pause = float(response.headers.get("Retry-After") or 0)
            if not pause or time.monotonic() + pause > until:
                return _body(response)
            time.sleep(pause)

    def _send(self, method: str, path: str, **sent: Any) -> Response:
        import httpx2

        for _, (_, stream) in sent.get("files", ()):
            stream.seek(0)
        try:
            return self._http.request(method, path, **sent)
        except httpx2.TransportError as error:
            raise RemoteError(
                "unreachable", f"{self._http.base_url} doesn't answer: {error}.", "Is it served?"
            ) from error


def _body(response: Response) -> Any:
    try:
        body = response.json()
    except ValueError:
        body = None
    if response.is_success and body is not None:
        return body
    error = body.get("error") if isinstance(body, dict) else None
    unknown = {"code": "unreadable", "message": f"The answer is {response.status_code}."}
    raise RemoteError(**(error or {**unknown, "cure": "Is that the address of Meeting QA?"}))


def _filters(where: Filter | None) -> dict[str, Any] | None:
    return asdict(where) if where else None


def _query(where: Filter) -> dict[str, str]:
    report = where.reports[0] if where.reports else None
    given = {
        "from": where.first_day,
        "to": where.last_day,
        "body": where.body,
        "place": where.place,
        "person": where.person,
        "report": report,
    }
    return {name: value for name, value in given.items() if value}


def _added(told: dict[str, Any]) -> Added:
    error = told["error"]
    return Added(told["source"], told["status"], error["message"] if error else None)


def _read(kind: type[_Type], told: Any) -> _Type:
    return cast("_Type", _adapter(cast("Hashable", kind)).validate_python(told))


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)
