from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qa.reports.formats.joined import Joined, as_headings
from qa.reports.headings import Heading
from qa.types import Section

_TEXTS = st.lists(st.tuples(st.text("ab \n", max_size=9), st.integers(1, 6), st.booleans()))


@given(_TEXTS)
def test_headings_are_found_at_their_places(texts: list[tuple[str, int, bool]]) -> None:
    joined = Joined()
    for text, level, below in texts:
        joined.add(text, [Heading(0, level, text)] if text else [], int(below))
    assert joined.text == "\n\n".join(text for text, _, _ in texts if text)
    for start, level, title in joined.headings:
        assert joined.text.startswith(title, start)
        assert 1 <= level <= 6


def test_a_heading_is_a_text_of_its_own() -> None:
    joined = Joined()
    joined.add_heading("Fees", 2)
    joined.add("They rise.", [Heading(5, 1, "rise")], below=2)
    assert joined.text == "Fees\n\nThey rise."
    assert joined.headings == [Heading(0, 2, "Fees"), Heading(11, 3, "rise")]
    assert joined.next_start == 18


def test_sections_are_headings_without_their_paths_and_run_in_ones() -> None:
    sections = [Section(0, 1, "A"), Section(3, 2, "A › B"), Section(9, 7, "A › B › C")]
    assert as_headings(sections) == [Heading(0, 1, "A"), Heading(3, 2, "B")]
