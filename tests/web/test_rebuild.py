from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from qa import Outcome, Progress, QAError
from web.models import IndexState
from web.rebuild import Rebuild

OUTCOME = Outcome(folder="f", added=("a.md",), changed=(), removed=(), unchanged=0, failed=())


def test_one_run_at_a_time_and_its_progress_is_told() -> None:
    go, told = threading.Event(), threading.Event()

    def run(advance: Callable[[Progress], None]) -> Outcome:
        advance(Progress(1, 4))
        told.set()
        assert go.wait(20)
        return OUTCOME

    rebuild = Rebuild(run)
    assert rebuild.start().state == "running"
    assert told.wait(20)
    assert rebuild.start() == rebuild.state
    assert (rebuild.state.done, rebuild.state.total) == (1, 4)
    go.set()
    rebuild.wait()
    assert rebuild.state.state == "idle"
    assert rebuild.state.outcome == OUTCOME


@pytest.mark.parametrize(
    ("error", "code"), [(QAError("No.", "Wait."), "error"), (OSError("disk"), "internal")]
)
def test_a_run_that_fails_says_why_and_the_next_one_may_begin(error: Exception, code: str) -> None:
    attempts: list[int] = []

    def run(advance: Callable[[Progress], None]) -> Outcome:
        attempts.append(1)
        if len(attempts) == 1:
            raise error
        return OUTCOME

    rebuild = Rebuild(run)
    rebuild.start()
    rebuild.wait()
    assert rebuild.state.state == "failed"
    assert rebuild.state.error
    assert rebuild.state.error.code == code
    rebuild.start()
    rebuild.wait()
    assert rebuild.state.outcome == OUTCOME


def test_a_change_under_way_is_followed_by_another_run() -> None:
    go, begun, runs = threading.Event(), threading.Event(), []

    def run(advance: Callable[[Progress], None]) -> Outcome:
        runs.append(1)
        begun.set()
        assert go.wait(20)
        return OUTCOME

    rebuild = Rebuild(run)
    rebuild.start(again=True)
    assert begun.wait(20)
    rebuild.start(again=True)
    rebuild.start(again=True)
    rebuild.start()
    go.set()
    rebuild.wait()
    assert len(runs) == 2
    assert rebuild.state.state == "idle"


def test_the_time_left_is_told_as_soon_as_there_is_a_pace() -> None:
    told: list[IndexState] = []

    def run(advance: Callable[[Progress], None]) -> Outcome:
        for done in (0, 2, 4):
            advance(Progress(done, 4))
            told.append(rebuild.state)
        return OUTCOME

    rebuild = Rebuild(run)
    rebuild.start()
    rebuild.wait()
    assert told[0].seconds_left is None
    assert told[1].seconds_left is not None
    assert told[2].seconds_left == 0


def test_who_follows_sees_the_state_at_once_and_the_end() -> None:
    rebuild = Rebuild(lambda advance: OUTCOME)
    assert [state.state for state in rebuild.follow(20) if state] == ["idle"]
    rebuild.start()
    states = [state for state in rebuild.follow(20) if state]
    assert states[-1].outcome == OUTCOME
    assert all(state.state == "running" for state in states[:-1])


def test_silence_is_broken_by_heartbeats() -> None:
    go = threading.Event()

    def run(advance: Callable[[Progress], None]) -> Outcome:
        assert go.wait(20)
        return OUTCOME

    rebuild = Rebuild(run)
    rebuild.start()
    following = rebuild.follow(0.01)
    assert next(following)
    assert next(following) is None
    go.set()
    rebuild.wait()
    assert [state.state for state in following if state] == ["idle"]
