from __future__ import annotations

import threading

from web.precedence import Precedence


def test_what_can_wait_waits_until_the_last_question_is_answered() -> None:
    precedence = Precedence()
    order: list[str] = []

    def later() -> None:
        precedence.wait(60)
        order.append("later")

    with precedence.first():
        thread = threading.Thread(target=later)
        thread.start()
        with precedence.first():
            order.append("one")
        order.append("two")
    thread.join()
    assert order == ["one", "two", "later"]


def test_it_waits_no_longer_than_it_has_patience() -> None:
    precedence = Precedence()
    with precedence.first():
        precedence.wait(0.01)
    precedence.wait()
