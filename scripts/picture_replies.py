"""What the API says in states that corpus/ doesn't bring about, for pictures of them."""

from __future__ import annotations

from typing import Any

Reply = dict[str, Any]
_FIRST = "The survey of the harbour will cost 12,400 euros, Ms Okafor said."
_LATER = "The bill for the survey came to 13,900 euros."
_THERE = "Present were Ms Okafor (harbour master), Mr Lind (treasurer) and Ms Roy (pilots)."


def _cited(report: str, date: str, quote: str, answer: str) -> Reply:
    first = quote.index(answer)
    return {
        "report_id": report, "title": f"Harbour board, {report} meeting", "date": date,
        "source": f"{report}.md", "section": "Dredging", "page": None, "start": 0,
        "end": len(quote), "quote": quote, "answer": answer, "answer_start": first,
        "answer_end": first + len(answer),
    }  # fmt: skip


def _reply(question: str, support: str, *citations: Reply) -> Reply:
    return {
        "question": question, "support": support, "confidence": 0.7, "evidence": [],
        "answer": "; ".join(cited["answer"] for cited in citations),
        "citations": list(citations), "timings_ms": {},
    }  # fmt: skip


DIFFER = _reply(
    "What did the survey cost?",
    "reports differ",
    _cited("third", "2023-03-14", _FIRST, "12,400 euros"),
    _cited("fifth", "2024-02-05", _LATER, "13,900 euros"),
)
LIST = _reply(
    "Who took part in the third meeting?",
    "list",
    *(
        _cited("third", "2023-03-14", _THERE, name)
        for name in ("Ms Okafor (harbour master)", "Mr Lind (treasurer)", "Ms Roy (pilots)")
    ),
)
EMPTY = {
    "status": "empty", "reports": 0, "passages": 0, "generation": 0, "embedder": "", "reader": "",
}  # fmt: skip
RUNNING = {
    "state": "running", "done": 7, "total": 24, "seconds_left": 42.0, "error": None,
    "outcome": None,
}  # fmt: skip
FILES = {
    "folder": "/home/ada/meetings",
    "files": [
        {"source": "2024-05-02 board.pdf", "state": "waiting", "reason": None},
        {"source": "2024-06-06 board.docx", "state": "waiting", "reason": None},
        {"source": "scan.pdf", "state": "failed", "reason": "Its pages are pictures."},
    ],
}  # fmt: skip
