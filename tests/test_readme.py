"""What README and scripts/MEASURED.md say is what the project has."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from qa.cli.commands import main
from qa.settings import Settings
from scripts.ablate import VARIANTS
from tests.paths import PROJECT

README = PROJECT / "README.md"
MEASURED = PROJECT / "scripts" / "MEASURED.md"
SETTINGS = PROJECT / "qa" / "SETTINGS.md"
MOST_LINES = 250
_PATH = r"(?:\.ci|corpus|qa|scripts|tests|web)/[\w./-]*"

FOLDERS = {"home": "the platform's data folder", "cache": "the platform's cache folder"}

both = pytest.mark.parametrize("document", [README, MEASURED], ids=lambda path: path.name)


def _text(document: Path) -> str:
    return document.read_text(encoding="utf-8")


def _rows(document: Path, header: str) -> list[str]:
    """The lines of the table below its header."""
    below = _text(document).partition(f"\n{header}\n")[2]
    return below.partition("\n\n")[0].splitlines()[1:]


def test_the_readme_is_short() -> None:
    assert len(_text(README).splitlines()) <= MOST_LINES


def test_the_table_of_settings_is_the_settings() -> None:
    assert _settings_table() in _text(SETTINGS), f"It should have:\n\n{_settings_table()}"


def test_every_command_is_there() -> None:
    assert [name for name in main.commands if f"`qa {name}" not in _text(README)] == []


@both
def test_every_option_of_a_command_that_is_named_is_there(document: Path) -> None:
    for name, rest in re.findall(r"\bqa ([a-z]+)\b([^`\n]*)", _text(document)):
        if command := main.commands.get(name):
            there = {option for param in command.params for option in param.opts}
            assert set(re.findall(r"--\w+", rest)) <= there | {"--help"}, f"qa {name}{rest}"


def test_every_dependency_has_its_reason() -> None:
    pyproject = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    project = pyproject["project"]
    needed = [
        *project["dependencies"],
        *project["optional-dependencies"]["test"],
        *pyproject["build-system"]["requires"],
    ]
    names = [Requirement(line).name for line in needed]
    told = {
        name
        for row in _rows(README, "| package | why |")
        for name in row.split(" | ")[0][2:].split(", ")
    }
    assert sorted(set(names) - told) == []


def test_there_are_two_set_up_commands() -> None:
    assert _text(README).count("```sh\nscripts/serve\n```") == 1
    assert _text(README).count("```sh\nscripts/test\n```") == 1
    assert len(re.findall(r"^scripts/", _text(README), re.MULTILINE)) == 2


@both
def test_every_path_that_is_named_is_there(document: Path) -> None:
    named = set(re.findall(rf"`({_PATH})`", _text(document)))
    named |= set(re.findall(r"(?<![\w./])scripts/[\w./-]*\w", _text(document)))
    assert named
    assert sorted(path for path in named if not (PROJECT / path).exists()) == []


@both
def test_every_script_that_is_run_is_there(document: Path) -> None:
    modules = re.findall(r"python -m ([\w.]+)", _text(document))
    assert modules
    files = [PROJECT / (module.replace(".", "/") + ".py") for module in modules]
    assert [path for path in files if not path.is_file()] == []


@both
def test_every_link_and_picture_leads_somewhere(document: Path) -> None:
    targets = re.findall(r'(?:\]\(|src=")(?!https?:)([^)"]+)', _text(document))
    assert targets
    for path, _, anchor in (target.partition("#") for target in targets):
        there = document.parent / path
        assert there.exists(), path
        assert not anchor or anchor in _anchors(there), anchor


def test_the_measures_in_the_readme_are_rows_of_the_whole_table() -> None:
    header = next(line for line in _text(README).splitlines() if line.startswith("| | ENB |"))
    shown = _rows(README, header)
    assert shown
    assert set(shown) <= set(_rows(MEASURED, header))


def test_every_row_on_what_a_part_is_worth_is_a_variant_of_the_script() -> None:
    header = next(line for line in _text(MEASURED).splitlines() if line.startswith("| | evidence"))
    names = [row.split(" | ")[0].removeprefix("| ") for row in _rows(MEASURED, header)]
    assert names
    assert [name for name in names if name not in VARIANTS] == []


def _anchors(document: Path) -> set[str]:
    """Of the headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", _text(document), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def _settings_table() -> str:
    lines = ["| setting | environment | default | what it is |", "|---|---|---|---|"]
    for name, field in Settings.model_fields.items():
        default = FOLDERS.get(name, f"`{field.default}`")
        lines.append(f"| `{name}` | `QA_{name.upper()}` | {default} | {field.description} |")
    return "\n".join(lines)
