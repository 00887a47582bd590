from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.questions.kinds import asks, recognise

KINDS = [
    ("Who chaired the harbour board?", "fact", "offices"),
    ("who is the clerk", "fact", "offices"),
    ("who is the deputy director of the trust?", "fact", "offices"),
    ("who paid for the bandstand?", "fact", None),
    ("who won the egg-and-spoon race?", "fact", None),
    ("how many nurses attended the session?", "fact", None),
    ("how many people came to the two meetings?", "fact", None),
    ("how many members attended the meeting?", "fact", None),
    ("how many board meetings were there?", "count", "meetings"),
    ("how many times did Ana Blom chair?", "count", "meetings"),
    ("how often did the trust meet?", "count", "meetings"),
    ("how many motions were carried?", "count", "motions"),
    ("which meetings discussed the weir?", "list", "meetings"),
    ("which seminar did Norway praise?", "fact", None),
    ("which session did they discuss the weir in?", "list", "meetings"),
    ("what was the outcome of the vote on the weir?", "list", "votes"),
    ("which new programmes did the council approve?", "list", None),
    ("list all meetings held in Porto", "list", "meetings"),
    ("at which meeting was the weir discussed?", "list", "meetings"),
    ("what decisions were taken on the weir?", "list", "decisions"),
    ("What did the council decide?", "list", "decisions"),
    ("what has been agreed?", "list", "decisions"),
    ("which action items are open?", "list", "actions"),
    ("list the action points", "list", "actions"),
    ("what motions were there?", "list", "motions"),
    ("how did the members vote?", "list", "votes"),
    ("who abstained?", "list", "votes"),
    ("who disagreed?", "list", "votes"),
    ("what was on the agenda?", "list", "agenda"),
    ("who was present?", "list", "attendance"),
    ("which councillors were present?", "list", "attendance"),
    ("who was absent?", "list", "absent"),
    ("who sent their apologies?", "list", "absent"),
    ("list the officers", "list", "offices"),
    ("what did Ms Arden propose on tolls?", "statements", None),
    ("what was Norway's position on whaling?", "statements", None),
    ("what does the treaty say about tolls?", "fact", None),
    ("what did the report say?", "fact", None),
    ("what does HFC stand for?", "fact", None),
    ("how has the toll changed over the years?", "timeline", None),
    ("what did Norway propose over the years?", "timeline", None),
    ("when was the deadline postponed?", "timeline", None),
    ("summarise the May meeting", "summary", "decisions"),
    ("what happened at the congress?", "summary", "decisions"),
    ("what were the main outcomes of the congress?", "summary", "decisions"),
    ("did the board approve the accounts?", "yes_no", None),
    ("is there a quorum?", "yes_no", None),
    ("when was the town hall?", "fact", "day"),
    ("where was the congress held?", "fact", "place"),
    ("in which city was the congress?", "fact", "place"),
    ("how long was the congress?", "fact", "duration"),
    ("when did the assembly close?", "fact", "end"),
    ("what time did the meeting start?", "fact", "start"),
    ("when is the next meeting?", "fact", "next day"),
    ("where will the next meeting be?", "fact", "next place"),
    ("tell me about the ferry", "search", None),
    ("employment", "search", None),
    ("Jonas Weber", "search", None),
    ("14 March 2024", "search", None),
    ("quayside budget", "search", None),
    ("tolls?", "search", None),
    ("chair of the harbour session", "fact", "offices"),
    ("employment session chair", "fact", "offices"),
    ("next meeting date", "fact", "next day"),
    ("meetings in Porto", "list", "meetings"),
    ("why was the vote lost?", "fact", None),
    ("new opening date of the quay", "fact", None),
    ("deadline for the toll survey", "fact", None),
    ("ticket price harvest supper", "fact", None),
    ("result of the ballot", "fact", None),
    ("toll price", "search", None),
    ("who spoke for ASL?", "fact", None),
    ("who represented the ASL at the congress?", "fact", None),
    ("what is ASL?", "fact", None),
    ("what does ASL stand for", "fact", None),
    ("who is the chair of the ASL now", "fact", "offices"),
    ("what did Norway propose creating at the congress?", "statements", None),
    ("what is Norway's opinion on whaling?", "statements", None),
    ("which paths were closed in March?", "list", None),
]


@pytest.mark.parametrize(("question", "kind", "aspect"), KINDS)
def test_a_question_is_of_a_kind(question: str, kind: str, aspect: str | None) -> None:
    found = recognise(question)
    assert (found.kind, found.aspect) == (kind, aspect)


def test_a_row_names_the_person() -> None:
    assert recognise("what did Ms Arden say about tolls?").person == "Ms Arden"
    assert recognise("which meetings did Ana Blom chair?").person == "Ana Blom"


def test_a_phrase_with_the_name_of_a_meeting_asks_for_its_field() -> None:
    assert recognise("ICT 5 venue", named=True).aspect == "place"
    assert recognise("ICT 5 venue").aspect is None


def test_long_words_without_form_ask() -> None:
    assert asks("the person who was put in charge of painting the bandstand")
    assert not asks("bandstand paint?")


@pytest.mark.parametrize("question", ["كم تبلغ كلفة المسح؟", "כמה הסקר?", "測量 費用は いくら？"])
def test_in_another_script_the_mark_of_a_question_is_enough(question: str) -> None:
    assert asks(question)
    assert not asks(question[:-1])
    assert not asks("??")


@given(st.text())
def test_any_text_has_a_kind(text: str) -> None:
    assert recognise(text).kind
