"""What is right to an ordinary question, where no single sentence is: words, reports, a number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What must be shown, and what must not.

    One of `any_of`, a share of at least `min_share` of `all_of`, and none of `none_of` as the
    answer. `docs` are files of which one must be cited, `docs_all` of which each must, and
    `min_docs` how many at least. `counts` are the right numbers. `refuse` is what the reports don't
    say. `hint_ok` and `ask_back_ok` let a word on the language, or «which meeting?», do as well.
    """

    any_of: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    min_share: float = 1.0
    docs: tuple[str, ...] = ()
    docs_all: tuple[str, ...] = ()
    min_docs: int = 0
    counts: tuple[int, ...] = ()
    refuse: bool = False
    hint_ok: bool = False
    ask_back_ok: bool = False


def expectation(value: Mapping[str, Any]) -> Expectation:
    """What a line of the ordinary format has under `expect`.

    Raises:
        TypeError, ValueError: a value is of the wrong type.
        KeyError: a key isn't known.
    """
    unknown = set(value) - _KEYS
    if unknown:
        raise KeyError(*sorted(unknown))
    count = value.get("count", ())
    return Expectation(
        any_of=tuple(value.get("any", ())),
        all_of=tuple(value.get("all", ())),
        none_of=tuple(value.get("none", ())),
        min_share=float(value.get("min_share", 1.0)),
        docs=tuple(value.get("docs", ())),
        docs_all=tuple(value.get("docs_all", ())),
        min_docs=int(value.get("min_docs", 0)),
        counts=(count,) if isinstance(count, int) else tuple(count),
        refuse=bool(value.get("refuse") or value.get("no_report_answer")),
        hint_ok=bool(value.get("hint_ok")),
        ask_back_ok=bool(value.get("ask_back_ok")),
    )


_KEYS = frozenset(
    "any all none min_share docs docs_all min_docs count refuse no_report_answer hint_ok "
    "ask_back_ok".split()
)
