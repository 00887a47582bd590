"""An answer over a report of four sentences."""

from __future__ import annotations

from qa.types import Answer, Citation, Evidence

TEXT = (
    "Ada Berg chaired the board. On Monday, the board raised the fees by 12,400 euros. "
    "Norway, supported by Japan, opposed the cap. The next meeting is in May."
)


def citation(quote: str, start: int = 0) -> Citation:
    end = start + len(quote)
    return Citation(
        report_id="r", title="Board", date=None, source="board.md", section=None, page=None,
        start=start, end=end, quote=quote, answer=quote, answer_start=start, answer_end=end,
    )  # fmt: skip


def an_answer(level: str = "sure") -> Answer:
    first = citation("Ada Berg chaired the board.")
    passage = Evidence(
        report_id="r", title="Board", date=None, source="board.md", section=None, page=None,
        start=0, end=len(TEXT), text=TEXT, context="", score=1.0, ranks={},
    )  # fmt: skip
    return Answer(
        question="Who chaired, and what was raised?",
        answer="Ada Berg",
        confidence=0.9,
        level=level,  # type: ignore[arg-type]
        citations=(first,),
        evidence=(passage,),
    )
