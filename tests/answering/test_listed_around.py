from __future__ import annotations

from qa.answering.listed_around import below, enumerated, with_list_around
from qa.answering.passages import sentences
from qa.answering.quoting import quote
from qa.reading import check_citations
from qa.types import Answer, Report
from tests.answering.society import REPORTS, Society, at, may, report_of
from tests.samples import evidence_of

RULES = report_of(
    "# Lake rules\n\nThese were proposed:\n\n- No motors on Sundays\n- Barbless hooks\n- Dogs on "
    "a lead\n\nThe chair thanked all.\n",
    "rules.md",
    None,
)


class _WithRules(Society):
    def report(self, report_id: str) -> Report:
        return RULES if report_id == RULES.id else REPORTS[report_id]


def _answer(report: Report, words: str) -> Answer:
    cited = quote(report, at(report, words))
    return Answer(question="?", answer=words, confidence=0.8, level="sure", citations=(cited,))


def test_the_whole_list_is_the_answer() -> None:
    found = with_list_around(_WithRules(), _answer(RULES, "Barbless hooks"))
    assert found.answer == "No motors on Sundays; Barbless hooks; Dogs on a lead"
    assert [item.answer for item in found.items] == (found.answer or "").split("; ")
    assert (found.kind, found.support) == ("list", "list")


def test_what_stands_in_no_list_is_an_item_by_itself() -> None:
    found = with_list_around(Society(), _answer(may, "Ms Finch said"))
    assert found.answer == "Ms Finch said"
    assert [item.meeting_id for item in found.items] == ["may"]


def test_a_refusal_stays_one() -> None:
    nothing = Answer(question="?", answer=None, confidence=0.0)
    assert with_list_around(Society(), nothing).items == ()


def test_a_line_with_a_colon_announces_a_list() -> None:
    lines = {one.text: below(_WithRules(), one) for one in sentences(evidence_of(RULES))}
    announced = lines["These were proposed:"]
    assert [one.answer for one in announced] == [
        "No motors on Sundays",
        "Barbless hooks",
        "Dogs on a lead",
    ]
    assert lines["The chair thanked all."] == ()


def test_blank_lines_may_part_the_items() -> None:
    text = "Decided:\n\n1. Buy paint\n\n2. Sell wax\n\n3. Ring bells\n\nAll left.\n"
    apart = report_of(text, "apart.txt", None)

    class _Apart(Society):
        def report(self, report_id: str) -> Report:
            return apart

    found = with_list_around(_Apart(), _answer(apart, "Sell wax"))
    assert found.answer == "Buy paint; Sell wax; Ring bells"


def test_a_sentence_may_list_with_semicolons() -> None:
    text = (
        "Elected: Chair – Ada Finch; Clerk – Piet Lorne; Bell – Ines Marlow.\n\nAll of them go.\n"
    )
    elected = report_of(text, "elected.txt", None)

    class _Elected(Society):
        def report(self, report_id: str) -> Report:
            return elected

    found = with_list_around(_Elected(), _answer(elected, "Piet Lorne"))
    assert found.answer == "Chair – Ada Finch; Clerk – Piet Lorne; Bell – Ines Marlow"
    assert len(found.items) == 3
    first, last = sentences(evidence_of(elected))
    assert len(enumerated(_Elected(), first)) == 3
    assert enumerated(_Elected(), last) == ()
    assert with_list_around(_Elected(), _answer(elected, "of them")).answer == "of them"


def test_no_part_of_a_sentence_is_empty() -> None:
    report = report_of("Elected: ; Ada Finch ; Piet Lorne; ; Ines Marlow; .\n", "odd.txt", None)

    class _Odd(Society):
        def report(self, report_id: str) -> Report:
            return report

    found = with_list_around(_Odd(), _answer(report, "Piet Lorne"))
    assert found.answer == "Ada Finch; Piet Lorne; Ines Marlow"
    check_citations(found, lambda _: report)
