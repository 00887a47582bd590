"""Searches each pattern of the package in what is hard for it, and ends when all are done.

    python -m tests.hostile

A pattern is searched in words that come again and again, and in its own beginning followed by what
it repeats: each way to write that, many times over, and then something else. It prints the name of
each before it begins, so that the last one is the one that hangs.
"""

from __future__ import annotations

import re
import resource
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from itertools import islice
from pkgutil import walk_packages
from typing import Any

import qa

# The standard library's own, so that repetitions are found as `re` understands them.
_parser: Any = import_module("re._parser")
_compiler: Any = import_module("re._compiler")

_CHARS = 200  # with which what takes twice as long for each more never ends
_ENOUGH = 60  # seconds of the processor's own time, of which a few are needed
_WAYS = 40  # to write what is repeated
_FEW = 3  # repetitions that are harmless
_SAID = ("was ", "and ", "a, ", "duly ", "The Board ", "A. ", "1", "1 ", " ", "\n", "-", "- ", "a")
_SIGNS = " aA1-.,:;\n\t_()'\"’/|*#<>[]éÉ"
_FLAGS = re.IGNORECASE | re.MULTILINE | re.DOTALL | re.VERBOSE


def named_patterns() -> dict[str, re.Pattern[str]]:
    """The compiled patterns of all modules, with those in their tables, each once."""
    found: dict[re.Pattern[str], str] = {}
    for info in walk_packages(qa.__path__, "qa."):
        for name, value in vars(import_module(info.name)).items():
            for pattern in _patterns_in(value, set()):
                found.setdefault(pattern, f"{info.name}.{name}")
    return {f"{name} {pattern.pattern[:40]!r}": pattern for pattern, name in found.items()}


def hostile(pattern: re.Pattern[str]) -> Iterator[str]:
    """What is hard for the pattern."""
    parsed = _parser.parse(pattern.pattern, pattern.flags & _FLAGS)
    for before, again in [*(("", said) for said in _SAID), *dict.fromkeys(_repeated(parsed, ""))]:
        yield before + (again * (_CHARS // len(again))) + "\0"


def _patterns_in(value: Any, seen: set[int]) -> Iterator[re.Pattern[str]]:
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    for inner in _inside(value):
        yield from _patterns_in(inner, seen)


def _inside(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from (*value.keys(), *value.values())
    elif isinstance(value, tuple | list | set | frozenset):
        yield from value
    elif is_dataclass(value) and not isinstance(value, type):
        yield from (getattr(value, field.name) for field in fields(value))


def _repeated(items: Any, before: str) -> Iterator[tuple[str, str]]:
    """What stands before each repetition, and what it repeats."""
    for item in items:
        if _is_repeat(item) and item[1][1] > _FEW:
            yield from ((before, way) for way in islice(_ways(item[1][2]), _WAYS) if way)
        for part in _parts(item):
            yield from _repeated(part, before)
        before += _sample_of(item)


def _ways(items: Any) -> Iterator[str]:
    """A sample for each alternative, and for each kind of letter."""
    yield _sample(items)
    for at, item in enumerate(items):
        inner = (way for part in _parts(item) for way in _ways(part))
        for way in inner if _parts(item) else _signs(item):
            yield _sample(items[:at]) + way + _sample(items[at + 1 :])


def _sample(items: Any) -> str:
    return "".join(map(_sample_of, items))


def _sample_of(item: Any) -> str:
    """The shortest text that the part of a pattern matches, more or less."""
    if _is_repeat(item):
        least, _, body = item[1]
        return _sample(body) * int(least)
    parts = _parts(item)
    return _sample(parts[0]) if parts else next(_signs(item), "")


def _signs(item: Any) -> Iterator[str]:
    """The letters that it matches, if it matches a single one."""
    kind, value = item
    if str(kind) == "LITERAL":
        yield chr(value)
    elif str(kind) in ("IN", "ANY", "NOT_LITERAL"):
        one = _compiler.compile(_parser.SubPattern(_parser.State(), [item]))
        yield from (sign for sign in _SIGNS if one.match(sign))


def _parts(item: Any) -> list[Any]:
    """The sequences inside of it: alternatives, a group, what is repeated."""
    kind, value = item
    if str(kind) == "BRANCH":
        return list(value[1])
    if str(kind) == "SUBPATTERN":
        return [value[3]]
    if str(kind) == "ATOMIC_GROUP":
        return [value]
    return [value[2]] if _is_repeat(item) else []


def _is_repeat(item: Any) -> bool:
    return str(item[0]).endswith("_REPEAT")


def main() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (_ENOUGH, _ENOUGH))  # then it is killed
    for name, pattern in named_patterns().items():
        print(name, flush=True)
        for text in hostile(pattern):
            for _ in pattern.finditer(text):
                pass
    print("done", flush=True)


if __name__ == "__main__":
    main()
