"""The texts of the page, without a browser: each is in the table of every language."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import html

from tests.paths import PROJECT
from web.operating.signing_in import _NOBODY, _WRONG

STATIC = PROJECT / "web" / "static"
SCRIPTS = sorted((STATIC / "js").rglob("*.js"))
TABLES = {path.stem: path for path in sorted((STATIC / "languages").glob("*.json"))}
_COMMENT = re.compile(r"/\*.*?\*/|^\s*//[^\n]*$", re.DOTALL | re.MULTILINE)
_STRING = r"'((?:[^'\\\n]|\\.)*)'"
_TOLD = re.compile(rf"\b(?:t|filled)\({_STRING}")
# «'report', 'reports'»: a noun for one and for several.
_NOUNS = re.compile(r"'([a-z][a-z ]+)', '([a-z][a-z ]+)'(?=[\])])")
_LITERAL = re.compile(rf"{_STRING}|`((?:[^`\\\n]|\\.)*)`")
_HOLE = re.compile(r"\{\w+\}")
# A word as a text begins with, or several in a row.
_WORDS = re.compile(r"^[A-ZÀ-Þ][a-zà-þ]+|[a-z’,] [a-z]+ [a-z]+")
# Names of keys, headers, types and formats, the languages, and words that titles keep small.
_NO_TEXT = re.compile(
    r"Enter|Escape|Esc|Shift \+ Enter|Arrow\w+|Files|Content-Type|Bearer .*|\w+Error|Markdown|Word"
    r"|a an and .*"
)


def _code(path: Path) -> str:
    return _COMMENT.sub("", path.read_text(encoding="utf-8"))


def _nouns(code: str) -> dict[str, str]:
    return {one: many for one, many in _NOUNS.findall(code) if one[:2] == many[:2] and one != many}


def _texts_of_index() -> set[str]:
    page = html.fromstring((STATIC / "index.html").read_text(encoding="utf-8"))
    [body] = page.xpath("//body")
    texts = body.xpath(".//text()[not(ancestor::option)] | .//@aria-label | .//@placeholder")
    return {" ".join(text.split()) for text in texts} - {"", "Meeting QA"}


def _texts_of_signing_in() -> set[str]:
    template = (PROJECT / "web" / "templates" / "login.html").read_text(encoding="utf-8")
    return {_WRONG, _NOBODY, *re.findall(r'told\("([^"]+)"\)', template)}


TEXTS = {text for path in SCRIPTS for text in _TOLD.findall(_code(path))}
TEXTS |= _texts_of_index() | _texts_of_signing_in()
NOUNS = {one for path in SCRIPTS for one in _nouns(_code(path))}


def test_there_is_a_table_for_every_language_that_can_be_chosen() -> None:
    page = html.fromstring((STATIC / "index.html").read_text(encoding="utf-8"))
    offered = page.xpath("//select[@id='language']/option/@value")
    assert offered == ["en", *sorted(TABLES, reverse=True)]


@pytest.mark.parametrize("language", TABLES)
def test_a_table_has_every_text_and_no_other(language: str) -> None:
    table = json.loads(TABLES[language].read_text(encoding="utf-8"))
    assert set(table) == TEXTS | NOUNS


@pytest.mark.parametrize("language", TABLES)
def test_a_text_has_the_same_holes_in_every_language(language: str) -> None:
    table = json.loads(TABLES[language].read_text(encoding="utf-8"))
    for text, said in table.items():
        if text in NOUNS:
            assert [bool(form) for form in said] == [True, True], text
        else:
            assert sorted(_HOLE.findall(said)) == sorted(_HOLE.findall(text)), text


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(STATIC).as_posix())
def test_no_script_has_a_text_beyond_the_tables(path: Path) -> None:
    rest = _TOLD.sub("", _NOUNS.sub("", _code(path)))
    found = [one or other for one, other in _LITERAL.findall(rest)]
    assert [x for x in found if _WORDS.search(x) and not _NO_TEXT.fullmatch(x)] == []
