from __future__ import annotations

from dataclasses import replace

from qa.answering.offices import contradicted, with_offices
from qa.answering.quoting import quote
from qa.reading import check_citations
from qa.types import Answer, Applied, Person, Report
from tests.answering.society import (
    FORUM_MEETING,
    JUNE_MEETING,
    MAY_MEETING,
    Society,
    ask,
    at,
    forum,
    may,
    of,
    report_of,
)

REFUSED = Answer(question="?", answer=None, confidence=0.2)
CHAIR = ask("Who chaired the May meeting?", aspect="offices", filter=of(MAY_MEETING))


def _read(report: Report, line: str, words: str) -> Answer:
    span = at(report, line)
    cited = quote(report, span, at(report, words, line))
    return replace(REFUSED, answer=words, level="sure", citations=(cited,))


def test_the_record_answers_where_the_reader_refuses() -> None:
    found = with_offices(CHAIR, Society(), REFUSED)
    assert (found.answer, found.citations[0].quote) == ("Ines Marlow", "Chair: Ines Marlow")


def test_the_vice_chair_is_not_the_chair() -> None:
    wrong = _read(may, "Vice-chair: Tomas Reyl", "Tomas Reyl")
    assert contradicted(CHAIR, wrong)
    assert with_offices(CHAIR, Society(), wrong).answer == "Ines Marlow"


def test_a_reader_that_nothing_contradicts_is_right() -> None:
    right = _read(may, "Chair: Ines Marlow", "Ines Marlow")
    assert with_offices(CHAIR, Society(), right) == right


def test_who_closed_it_was_not_therefore_elected() -> None:
    asked = ask("Who was elected president?", aspect="offices", filter=of(FORUM_MEETING))
    line = "Hanna Vik, President of the Forum, closed the session"
    found = with_offices(asked, Society(), _read(forum, line, "Hanna Vik"))
    assert found.level == "unsure"
    assert with_offices(asked, Society(), REFUSED).answer is None


def test_of_several_meetings_none_is_chosen_but_for_the_newest() -> None:
    both = replace(CHAIR, filter=of(MAY_MEETING, JUNE_MEETING))
    assert with_offices(both, Society(), REFUSED).answer is None
    newest = replace(both, latest=True)
    assert with_offices(newest, Society(), REFUSED).answer == "Tomas Reyl"


def test_whom_most_reports_of_a_session_name_had_the_office() -> None:
    other = replace(FORUM_MEETING.offices[0], name="Olle Berg")
    days = [replace(FORUM_MEETING, id=f"day {n}") for n in range(3)]
    wrong = replace(FORUM_MEETING, id="day 4", offices=(other,))
    asked = ask("Who was the president?", aspect="offices", filter=of(*days, wrong))
    read = _read(forum, "Many delegates", "Many")
    found = with_offices(asked, Society([*days, wrong]), read)
    assert found.answer == "Hanna Vik"
    assert [item.label for item in found.items] == ["president"]


def test_now_the_newest_record_with_the_office_tells() -> None:
    asked = ask("Who is the vice-chair?", aspect="offices", latest=True)
    assert with_offices(asked, Society(), REFUSED).answer == "Tomas Reyl"
    other = ask("Who is the chair of the Moon Club?", aspect="offices", latest=True)
    assert with_offices(other, Society(), REFUSED).answer is None
    older = _read(may, "Chair: Ines Marlow", "Ines Marlow")
    newest = ask("Who is the chair now?", aspect="offices", latest=True)
    assert with_offices(newest, Society(), older).answer == "Tomas Reyl"


def test_who_opened_it_is_told_by_the_record() -> None:
    person = replace(FORUM_MEETING.offices[0], role="opened")
    meeting = replace(FORUM_MEETING, offices=(person,))
    asked = ask("Who opened the forum?", aspect="offices", filter=of(meeting))
    assert with_offices(asked, Society([meeting]), REFUSED).answer == "Hanna Vik"


def test_whose_office_it_is_may_stand_beside_the_name() -> None:
    asked = ask("Who is the president of the Forum?", aspect="offices", latest=True)
    assert with_offices(asked, Society(), REFUSED).answer == "Hanna Vik"


def test_a_record_is_silent_on_a_group_that_its_words_dont_name() -> None:
    group = ask("Who chaired the group on pumps?", aspect="offices", filter=of(MAY_MEETING))
    assert with_offices(group, Society(), REFUSED).answer is None
    night = "Who was the president late on Thursday night?"
    closing = ask(night, aspect="offices", filter=of(FORUM_MEETING))
    assert with_offices(closing, Society(), REFUSED).answer == "Hanna Vik"


def test_no_record_answers_under_a_filter_that_lets_none_in() -> None:
    nowhere = Applied(label="Oslo", words="in Oslo", count=0)
    asked = replace(CHAIR, applied=(nowhere,))
    assert with_offices(asked, Society(), REFUSED).answer is None


def test_two_of_one_sentence_are_one_answer() -> None:
    said = at(may, "Present: Ines Marlow, Tomas Reyl")
    both = [
        Person(name, "co-chair", at(may, name, "Present:"), said)
        for name in ("Ines Marlow", "Tomas Reyl")
    ]
    meeting = replace(MAY_MEETING, offices=tuple(both))
    asked = ask("Who were the co-chairs?", aspect="offices", filter=of(meeting))
    found = with_offices(asked, Society([meeting]), REFUSED)
    assert found.answer == "Ines Marlow, Tomas Reyl"
    assert len(found.citations) == 1


def test_now_only_a_sentence_with_the_office_and_whose_it_is_answers() -> None:
    asked = ask("Who is the president of the Moon Club?", aspect="offices", latest=True)
    line = "Hanna Vik, President of the Forum, closed the session"
    assert with_offices(asked, Society(), _read(forum, line, "Hanna Vik")).answer is None


def test_of_a_list_of_people_the_one_with_the_office_is_meant() -> None:
    first, other = "Chair: Ines Marlow", "Present: Ines Marlow, Tomas Reyl"
    cited = (quote(may, at(may, other)), quote(may, at(may, first)))
    read = replace(REFUSED, answer="; ".join(c.answer for c in cited), level="sure", support="list")
    found = with_offices(CHAIR, Society(), replace(read, citations=cited))
    assert (found.answer, len(found.citations)) == (first, 1)


def test_of_a_list_every_citation_stays_named() -> None:
    pair = report_of("It was led by Ola Brandt and Rosa Pino.\n", "pair.md", None)

    class _Pair(Society):
        def report(self, report_id: str) -> Report:
            return pair if report_id == pair.id else super().report(report_id)

    cited = quote(pair, at(pair, "It was led by Ola Brandt and Rosa Pino."), at(pair, "Ola Brandt"))
    other = quote(may, at(may, "Ada Finch"))
    answer = replace(REFUSED, answer="Ola Brandt; Ada Finch", level="sure", support="list")
    asked = ask("Who led it?", aspect="offices")
    read = replace(answer, citations=(cited, other))
    check_citations(with_offices(asked, _Pair(), read), _Pair().report)
    one = replace(answer, answer="Ola Brandt", support="one report", citations=(cited,))
    assert with_offices(asked, _Pair(), one).answer == "Ola Brandt and Rosa Pino"


def test_who_had_an_office_before_does_not_have_it_now() -> None:
    line = "Reyl, who had chaired the society since 2001, was thanked."
    old = report_of(f"# Society\n\n{line}\n", "old.md", "2023-07-01")
    asked = ask("Who is the chair of the allotment society?", aspect="offices", latest=True)

    class Library(Society):
        def report(self, report_id: str) -> Report:
            return old if report_id == old.id else super().report(report_id)

    found = with_offices(asked, Library(), _read(old, line, "Reyl, who had chaired the society"))
    assert found.answer == "Tomas Reyl"
    assert found.citations[0].report_id == JUNE_MEETING.report_id


def test_an_office_in_brackets_is_of_what_the_sentence_says() -> None:
    line = "They set up a roof panel with Ana Blom (convener) and Jo Pike."
    panel = report_of(f"# Club\n\n{line}\n", "panel.md", "2023-07-01")
    asked = ask("Who is the convener of the roof panel?", aspect="offices", latest=True)

    class Library(Society):
        def report(self, report_id: str) -> Report:
            return panel if report_id == panel.id else super().report(report_id)

    assert with_offices(asked, Library(), _read(panel, line, "Ana Blom")).answer == "Ana Blom"
