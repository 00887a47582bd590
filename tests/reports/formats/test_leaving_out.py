from __future__ import annotations

from qa.reports.formats.document import LeftOut
from qa.reports.formats.leaving_out import Leaving


def test_what_is_left_out_is_summed_by_kind() -> None:
    leaving = Leaving()
    leaving.add("navigation", "Home  page")
    leaving.add("footnote marks", "*")
    leaving.add("navigation", "News")
    leaving.add("form", " ")
    leaving.take([LeftOut("form", 6, "Search"), LeftOut("navigation", 1, "x")])
    assert leaving.parts() == (
        LeftOut("navigation", 13, "Home page"),
        LeftOut("footnote marks", 0, "*"),
        LeftOut("form", 6, "Search"),
    )
