"""What the API answers, made by hand: for states that the corpus doesn't bring about."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Page

from tests.web.browser import ask, fulfil

Reply = dict[str, Any]
COST = "The members asked for a survey first; the survey will cost 12,400 euros, Ms Okafor said."
COST_LATER = "Ms Okafor said that the survey had cost 13,900 euros in the end."
BILL = "The bill for the survey came to 13,900 euros."
_REPORTS = {
    "third": ("SUMMARY OF THE HARBOUR BOARD, THIRD MEETING", "2023-03-14"),
    "fourth": ("Harbour board, fourth meeting", "2023-09-02"),
    "fifth": ("Harbour board, fifth meeting", "2024-02-05"),
}


# What an answer has beside that, when nothing of it is special.
PLAIN: Reply = {
    "kind": "fact", "level": "sure", "items": [], "nearest": [], "filters": [],
    "hint": None, "read_as": None, "verdict": None,
}  # fmt: skip


def citation(report: str, quote: str, answer: str, start: int = 100) -> Reply:
    """`quote` from `start` of one of three reports; `answer` is a part of it."""
    title, date = _REPORTS[report]
    first = start + quote.index(answer)
    return {
        "report_id": report, "title": title, "date": date, "source": f"{report}.md",
        "section": "DREDGING", "page": None, "start": start, "end": start + len(quote),
        "quote": quote, "answer": answer, "answer_start": first,
        "answer_end": first + len(answer),
    }  # fmt: skip


def reply(support: str, confidence: float, citations: Sequence[Reply]) -> Reply:
    """An answer from `citations`; its evidence is what they quote."""
    words = [cited["answer"] for cited in citations]
    return {
        "question": "What did the survey cost?",
        "answer": "; ".join(words) if support == "list" else words[0],
        "confidence": confidence, "support": support, "citations": list(citations),
        "evidence": [_evidence(cited) for cited in citations],
        "timings_ms": {"retrieve": 12.0, "read": 30.5, "total": 43.0},
        **PLAIN,
    }  # fmt: skip


def _evidence(cited: Reply) -> Reply:
    place = ("report_id", "title", "date", "source", "section", "page", "start", "end")
    return {
        **{name: cited[name] for name in place},
        "text": cited["quote"], "context": f"{cited['title']} · Port of Vessa · DREDGING",
        "score": 0.25, "ranks": {"lexical": 1}, "reader_score": 7.5,
    }  # fmt: skip


ONE = reply("one report", 0.9, [citation("third", COST, "12,400 euros")])
AGREE = reply(
    "reports agree", 0.9,
    [citation("fourth", COST_LATER, "13,900 euros"), citation("fifth", BILL, "13,900 euros")],
)  # fmt: skip
DIFFER = reply(
    "reports differ", 0.6, [citation("third", COST, "12,400 euros"), *AGREE["citations"]]
)
LIST = reply(
    "list", 0.8,
    [citation("third", COST, "a survey"), citation("third", COST, "Ms Okafor")],
)  # fmt: skip
UNSURE = {**ONE, "confidence": 0.35, "level": "unsure"}


def item(cited: Reply, label: str | None = None) -> Reply:
    """One of several things that an answer lists."""
    return {
        "answer": cited["answer"], "label": label, "known": None, "citations": [cited],
        "meeting": cited["title"], "meeting_id": None, "day": cited["date"],
        "report_id": cited["report_id"],
    }  # fmt: skip


PEOPLE = {
    **LIST,
    "question": "Who spoke of the survey in Vessa in 2023?",
    "kind": "list",
    "items": [
        item(citation("third", COST, "Ms Okafor"), "chair"),
        item(citation("third", "- Ada Berg (treasurer)", "Ada Berg", 900), "treasurer"),
        item(citation("fourth", COST_LATER, COST_LATER)),
    ],
    "filters": [
        {"label": "2023", "words": "2023", "count": 2},
        {"label": "Vessa", "words": "Vessa", "count": 0},
    ],
}
SAID = {
    **PEOPLE,
    "question": "What did Ms Okafor say?",
    "kind": "statements",
    "filters": [],
    "items": [
        item(citation("third", COST, COST), "Ms Okafor"),
        item(citation("third", BILL, BILL, 900), "Ms Okafor"),
        item(citation("fourth", COST_LATER, COST_LATER), "Ms Okafor"),
        item(citation("fifth", BILL, BILL), "Ada Berg"),
    ],
}
HINT = {
    **LIST, "question": "hello", "kind": "hint", "level": "none", "answer": None,
    "hint": "Ask what the reports tell.", "citations": [],
}  # fmt: skip
WHOLE = reply("one report", 0.9, [citation("fifth", BILL, BILL)])
SAME = reply(
    "one report", 0.6,
    [citation("third", COST, "12,400 euros"), citation("third", BILL, "13,900 euros", 900)],
)  # fmt: skip


def suggested(question: str, place: Reply) -> Reply:
    """A question that is offered, answered at the place of a citation."""
    return {"question": question, **{name: place[name] for name in ("report_id", "start", "end")}}


def show(page: Page, answer: Reply) -> None:
    """Ask, and get `answer`."""
    page.route("**/api/answer", lambda route: fulfil(route, answer))
    page.route("**/api/reports/*/suggestions", lambda route: fulfil(route, {"questions": []}))
    ask(page, answer["question"])
    page.get_by_test_id("copy-link").last.wait_for()


def index_state(state: str, **known: Any) -> Reply:
    """How a rebuild stands."""
    nothing = {"done": 0, "total": 0, "seconds_left": None, "error": None, "outcome": None}
    return {"state": state, **nothing, **known}


def indexing(page: Page, state: Reply) -> None:
    """The rebuild stands as `state` says, for whoever asks and for whoever follows."""
    events = f"event: state\ndata: {json.dumps(state)}\n\n"
    page.route(
        "**/api/index/stream",
        lambda route: route.fulfill(status=200, content_type="text/event-stream", body=events),
    )
    page.route("**/api/index", lambda route: fulfil(route, state))
