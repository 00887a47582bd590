from __future__ import annotations

from qa.questions.row import row


def test_a_row_reads_without_regard_to_case() -> None:
    made = row("fact", "day", r"^when\b", "when was it?", r"\bbook$")
    assert made.pattern.search("WHEN was it")
    assert made.not_person is not None
    assert made.not_person.search("the Book")
    assert row("fact", None, "x", "x").not_person is None
