from __future__ import annotations

from qa.cli.doctor import Check
from qa.cli.printing import (
    check_lines,
    outcome_lines,
    progress_bar,
    table_lines,
)
from qa.indexing.outcome import Outcome, Progress, Renamed
from qa.reports.folder import Failure


def test_long_lists_are_cut_and_failures_are_not() -> None:
    outcome = Outcome(
        folder="f",
        added=tuple(f"{n}.md" for n in range(30)),
        changed=(),
        removed=("old.md",),
        unchanged=2,
        failed=(Failure("x.pdf", "No reader."),),
    )
    lines = [line.strip() for line in outcome_lines(outcome)]
    assert "… and 10 more" in lines
    assert "old.md" in lines
    assert lines[-1] == "x.pdf: No reader."


def test_what_was_renamed_reused_and_alike_is_told() -> None:
    outcome = Outcome(
        folder="f",
        added=(),
        changed=(),
        removed=(),
        unchanged=2,
        failed=(),
        renamed=(Renamed("a.md", "b.md"),),
        embedded=1,
        reused=3,
        near_duplicates=(("c.md", "d.md"),),
    )
    text = "\n".join(outcome_lines(outcome))
    assert "a.md -> b.md" in text
    assert "1 embedded, 3 reused" in text
    assert "c.md = d.md" in text


def test_a_table_has_a_column_for_each_type() -> None:
    report = {
        "overall": {"questions": 2.0, "f1": 0.5, "latency_p50_ms": 1.25},
        "by_type": {"when": {"questions": 2.0, "f1": None, "latency_p50_ms": 1.25}},
    }
    head, questions, f1, latency = table_lines(report)
    assert head.split() == ["all", "when"]
    assert questions.split() == ["questions", "2", "2"]
    assert f1.split() == ["f1", "0.500", "-"]
    assert latency.split() == ["latency_p50_ms", "1.2", "1.2"]


def test_what_is_wrong_comes_with_its_cure() -> None:
    lines = check_lines([Check("a", True, "1.0"), Check("b", False, "none", "Run: x")])
    assert lines == ["ok   a: 1.0", "BAD  b: none", "     -> Run: x"]


def test_a_hidden_bar_still_takes_progress() -> None:
    with progress_bar(shown=False) as advance:
        assert advance(Progress(1, 2)) is None  # type: ignore[func-returns-value]
