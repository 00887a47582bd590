"""`qa meetings` and `qa person`, and filters of `qa ask` and `qa search`, by the real embedder."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from qa.indexing.indexer import Indexer
from qa.indexing.rebuilding import limits_of
from qa.parts import open_embedder, open_store
from qa.settings import Settings
from tests.cli.console import qa
from tests.records import collection


@pytest.fixture(scope="module")
def told_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All kinds of records."""
    settings = Settings(home=tmp_path_factory.mktemp("told"))
    embedder = open_embedder(settings)
    with closing(open_store(settings, embedder, write=True)) as store:
        indexer = Indexer(store, embedder, lambda: limits_of(settings, embedder))
        for report in collection().values():
            indexer.put_again(report, "f")
        store.publish()
    return settings.home


def test_meetings_are_listed_the_newest_first(told_home: Path) -> None:
    lines = qa("--home", told_home, "meetings").output.splitlines()
    assert lines[0].startswith("2023-03-14 · Harbour board, third meeting")
    assert lines[-1] == "6 meetings"
    assert qa("--home", told_home, "meetings", "-k", 1).output.endswith("(the newest 1)\n")


def test_meetings_are_filtered(told_home: Path) -> None:
    arguments = ("--from", "2021-06-01", "--to", "2021-06-30", "--report", "quay.md")
    page = json.loads(qa("--home", told_home, "meetings", *arguments, "--json").output)
    assert [meeting["day"] for meeting in page["meetings"]] == ["2021-06-07"]
    assert qa("--home", told_home, "meetings", "--place", "Oslo").output == "No meeting.\n"


def test_an_unknown_report_is_told_in_words(told_home: Path) -> None:
    run = qa("--home", told_home, "meetings", "--report", "none.md")
    assert (run.exit_code, "none.md" in run.output) == (1, True)


def test_a_person_is_shown_with_words(told_home: Path) -> None:
    output = qa("--home", told_home, "person", "Ada Berg").output
    assert "voted (no): «The vote was seven to two.»" in output
    assert qa("--home", told_home, "person", "Nobody").exit_code == 1
    assert json.loads(qa("--home", told_home, "person", "ito", "--json").output)["total"] == 1


def test_a_question_is_asked_of_some_meetings(told_home: Path) -> None:
    for filters, source in (
        (["--person", "okafor"], "harbour.md"),
        (["--place", "bergen"], "quay.md"),
    ):
        found = json.loads(
            qa("--home", told_home, "search", "pier fees", *filters, "--json").output
        )
        assert {item["source"] for item in found["evidence"]} == {source}
        answer = json.loads(
            qa("--home", told_home, "ask", "Who chaired?", *filters, "--json").output
        )
        assert {item["source"] for item in answer["evidence"]} == {source}


def test_corrections_are_exported(told_home: Path, tmp_path: Path) -> None:
    run = qa("--home", told_home, "meetings", "--export", tmp_path / "c.csv")
    assert run.output.endswith("c.csv: 0 rows\n")
    assert (tmp_path / "c.csv").read_text() == "file,title,date,event,place\n"
    assert qa("--home", told_home, "meetings", "--export", tmp_path / "c.csv").exit_code == 1
