from __future__ import annotations

from collections.abc import Sequence

import click
import pytest
from click.testing import CliRunner

from qa.cli.filters import filter_options
from qa.types import Filter


def _given(*arguments: str) -> Filter | int:
    """The filter that a command gets, or its exit code."""
    got: list[Filter] = []

    @click.command()
    @filter_options
    def command(where: Filter) -> None:
        got.append(where)

    run = CliRunner().invoke(command, arguments)
    return got[0] if got else run.exit_code


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], Filter()),
        (["--from", "2021-05-03", "--to", "2021-6-7"], Filter("2021-05-03", "2021-06-07")),
        (["--place", "Bonn", "--person", ""], Filter(place="Bonn")),
        (
            ["--body", "COP 5", "--report", "a.md", "--report", "b"],
            Filter(body="COP 5", reports=("a.md", "b")),
        ),
        (["--from", "May"], 2),
    ],
)
def test_options_are_one_filter(arguments: Sequence[str], expected: Filter | int) -> None:
    assert _given(*arguments) == expected
