from __future__ import annotations

from qa.reports.formats.document import LeftOut
from qa.reports.formats.dropped import Dropped


def test_kinds_are_summed_and_begin_as_the_first_one_does() -> None:
    dropped = Dropped()
    dropped.add("hidden text", "The  fee,\n18")
    dropped.add("hidden text", "rises")
    dropped.add("comments", "No!")
    assert dropped.left_out() == (
        LeftOut("hidden text", 13, "The fee, 18"),
        LeftOut("comments", 2, "No!"),
    )


def test_what_has_no_letter_is_not_worth_a_word() -> None:
    dropped = Dropped()
    dropped.add("hidden text", " – ")
    assert dropped.left_out() == ()
