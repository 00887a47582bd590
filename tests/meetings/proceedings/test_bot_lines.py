from __future__ import annotations

from qa.meetings.proceedings.bot_lines import bot_chairs, bot_entries, bot_votes
from tests.meetings.proceedings.invented import blocks

_LOG = """\
15:00:12 <rowan> #startmeeting Kernel
15:00:30 <rowan> #topic Release
15:01:40 <ivo> hi
15:02:00 <ivo> #info it builds
15:03:00 <rowan> #agreed The release ships on 12 June
15:03:30 <rowan> #action una, ivo write the announcement by 10 June
15:03:50 <rowan> #info AGREED: keep the freeze
15:04:00 <bot> Voted on "ship it?" Results are: yes (2): ivo, una; no (1): rowan
"""


def test_what_the_bot_was_told() -> None:
    _, found = blocks(_LOG, "a.txt")
    told = [(one.part, one.owner, one.due) for one in bot_entries(found)]
    assert told == [
        ("agenda", None, None),
        ("decision", None, None),
        ("action", "una, ivo", "10 June"),
        ("decision", None, None),
    ]


def test_who_began_the_meeting_leads_it() -> None:
    read, found = blocks(_LOG, "a.txt")
    (chair,) = bot_chairs(found)
    assert (chair.name, chair.role, read.text[slice(*chair.span)]) == ("rowan", "chair", "rowan")


def test_the_results_of_a_vote() -> None:
    read, found = blocks(_LOG, "a.txt")
    (vote,) = bot_votes(read.text, found)
    assert vote.votes
    assert (vote.votes.ayes, vote.votes.noes) == (2, 1)
    assert dict(vote.votes.by) == {"ivo": "aye", "una": "aye", "rowan": "no"}
