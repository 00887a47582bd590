"""The console script, run as users run it."""

from __future__ import annotations

from click.testing import CliRunner, Result

from qa.cli.commands import main


def qa(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])
