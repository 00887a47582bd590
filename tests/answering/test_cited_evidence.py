from __future__ import annotations

from qa.answering.cited_evidence import with_evidence
from qa.answering.quoting import quote
from qa.answering.replies import item, listing, refusal
from qa.types import Answer, Evidence
from tests.answering.society import MAY_MEETING, Society, ask, at, may

ASKED = ask("What was agreed on the tank?", "list")
LINE = "The committee agreed to replace the tank before July."


def _told(line: str) -> Answer:
    return listing(ASKED, [item(MAY_MEETING, quote(may, at(may, line)))], "list")


def _holds(evidence: Evidence, words: str) -> bool:
    return words in evidence.text


def test_the_passage_that_holds_the_quote_comes_first() -> None:
    found = with_evidence(ASKED, Society(), _told(LINE), None)
    assert _holds(found.evidence[0], LINE)
    places = [(one.report_id, one.start) for one in found.evidence]
    assert len(places) == len(set(places)) > 1


def test_a_quote_that_wasnt_found_is_its_own_evidence() -> None:
    found = with_evidence(ASKED, Society([]), _told(LINE), None)
    assert [one.text for one in found.evidence] == [LINE]
    assert found.evidence[0].ranks == {}


def test_what_was_read_keeps_its_order() -> None:
    told = with_evidence(ASKED, Society(), _told(LINE), None)
    library = Society()
    assert with_evidence(ASKED, library, told, None) == told
    assert library.retrieved == []


def test_a_refusal_gets_none() -> None:
    refused = refusal(ASKED)
    assert with_evidence(ASKED, Society(), refused, None) == refused
