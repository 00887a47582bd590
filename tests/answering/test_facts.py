from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.answering.facts import fact, outside, read_fact, without_filter
from qa.answering.quoting import quote
from qa.types import Answer, Applied, Evidence, Filter, Span
from tests.answering.society import MAY_MEETING, Society, ask, at, forum, may, of
from tests.samples import evidence_of

IN_MAY = (Applied(label="May 2023", words="in May", count=1),)


def test_a_field_of_the_record_comes_first() -> None:
    library = Society()
    found = fact(ask("Where was it?", aspect="place", filter=of(MAY_MEETING)), library, None)
    assert found.answer == "Pellbrook Hall"
    assert library.retrieved == []


def test_the_passages_are_those_under_the_filter() -> None:
    library = Society()
    where = of(MAY_MEETING)
    found = fact(ask("How many euros are the rents?", filter=where), library, None)
    assert "40 euros" in (found.answer or "")
    assert (found.level, library.retrieved[0][1]) == ("sure", where)


def test_a_filter_under_which_nothing_answers_is_dropped_and_told() -> None:
    asked = ask(
        "How many participants came to Lund in Sweden?", filter=of(MAY_MEETING), applied=IN_MAY
    )
    found = fact(asked, Society(), None)
    assert "320 participants" in (found.answer or "")
    assert found.level == "unsure"
    assert [one.count for one in found.filters] == [0]
    assert "Nothing sure was found under: May 2023" in (found.hint or "")


def test_where_nothing_answers_without_the_filter_either_the_filter_stays() -> None:
    asked = ask("Who won the zebra race?", filter=of(MAY_MEETING), applied=IN_MAY)
    found = fact(asked, Society(), None)
    assert found.answer is None
    assert found.filters == ()


def test_how_long_is_no_other_time() -> None:
    asked = ask("How long was the debate on the levy?", aspect="duration", matter="levy")
    assert fact(asked, Society(), None).answer is None


def test_another_deed_is_no_sure_answer() -> None:
    asked = ask("Who opened the session late on Thursday night?")
    found = read_fact(asked, Society(), None)
    assert found.answer is not None
    assert found.level == "unsure"


def test_a_dropped_filter_lets_none_in() -> None:
    free = without_filter(ask("?", filter=of(MAY_MEETING), applied=IN_MAY))
    assert free.filter == Filter()
    assert [one.count for one in free.applied] == [0]


def test_a_field_is_not_told_of_something_within_the_meeting() -> None:
    asked = ask("Where was the workshop on bees?", aspect="place", filter=of(MAY_MEETING))
    assert fact(asked, Society(), None).answer != "Pellbrook Hall"


def test_an_answer_from_another_meeting_of_the_file_is_not_in_the_filter() -> None:
    cut = MAY_MEETING.span.end // 2
    first = replace(MAY_MEETING, span=Span(0, cut))
    second = replace(MAY_MEETING, id="other", span=Span(cut, MAY_MEETING.span.end))
    library = Society([first, second])
    answer = library.read("When did the meeting close?", evidence_of(may))
    assert answer.citations[0].start > cut
    within = outside(ask("?", filter=of(second)), library, answer)
    assert (within.level, outside(ask("?", filter=of(first)), library, answer).level) == (
        "sure",
        "unsure",
    )


def test_a_name_of_the_question_in_full_is_no_answer() -> None:
    class _SpellsOut(Society):
        def read(self, question: str, evidence: Sequence[Evidence]) -> Answer:
            return replace(_spelled, evidence=tuple(evidence))

    cited = quote(forum, at(forum, "twelve river gauges"))
    _spelled = Answer(
        question="?", answer=cited.answer, confidence=0.9, level="sure", citations=(cited,)
    )
    question = "Who represented the TRG on the river levy?"
    assert read_fact(ask(question), _SpellsOut(), None).answer is None
    assert read_fact(ask(question, "yes_no"), _SpellsOut(), None).answer is not None


def test_what_is_better_supported_without_days_wins() -> None:
    in_june = Filter("2023-06-01", "2023-06-30")
    asked = ask("What leaks at every joint, and a second quote?", filter=in_june)
    found = read_fact(asked, Society(refuse_below=0), None)
    assert "leaks at every joint" in (found.answer or "")
    assert found.level == "unsure"
