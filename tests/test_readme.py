"""What README says of the settings and the commands is what the code has."""

from __future__ import annotations

import re
import tomllib

from qa.cli.commands import main
from qa.settings import PROJECT, Settings

README = (PROJECT / "README.md").read_text(encoding="utf-8")


def test_the_table_of_settings_is_the_settings() -> None:
    assert _settings_table() in README, f"README should have:\n\n{_settings_table()}"


def test_every_command_is_there() -> None:
    assert all(f"`qa {name}" in README for name in main.commands)


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = project["dependencies"] + project["optional-dependencies"]["test"]
    names = [re.split("==", pin)[0] for pin in pins]
    assert [name for name in names if f"| {name} |" not in README] == []


def test_there_are_two_set_up_commands() -> None:
    assert README.count("\nscripts/serve\n") == 1
    assert README.count("\nscripts/test\n") == 1


def _settings_table() -> str:
    lines = ["| setting | environment | default | what it is |", "|---|---|---|---|"]
    for name, field in Settings.model_fields.items():
        default = "`.home` in the project" if name == "home" else f"`{field.default}`"
        lines.append(f"| `{name}` | `QA_{name.upper()}` | {default} | {field.description} |")
    return "\n".join(lines)
