from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from qa.errors import StoreError
from qa.stores.local import LocalStore, Manifest
from qa.stores.local.checking import is_due, note_sound
from qa.stores.local.sums import damaged_files, file_sums
from qa.stores.store import Origin
from tests.embedders import HashEmbedder
from tests.records import told_whole
from tests.samples import index_folder, make_report, put

MANIFEST = Manifest(embedder="hash@64", splitter="1")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.md").write_text(make_report().text)
    with closing(LocalStore(tmp_path / "home", MANIFEST, write=True)) as store:
        index_folder(store, tmp_path / "reports")
        (record,) = store.files().values()
        report = replace(store.report(record.report_id), meetings=(), proceedings=())
        put(store, told_whole(report), record.fingerprint)
        store.publish()
    return tmp_path / "home"


def _damage(home: Path, statement: str) -> None:
    """As a disk would: the triggers don't see it."""
    with closing(sqlite3.connect(home / "edition-000001" / "reports.db")) as connection:
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        triggers = connection.execute(query).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
        for _, sql in triggers:
            connection.execute(sql)
        connection.commit()


DAMAGES = [
    "UPDATE reports SET text = replace(text, 'e', 'f')",
    "UPDATE reports SET title = 'Another'",
    "UPDATE reports SET date = '2020-01-01'",
    "UPDATE passages SET start = start + 1",
    "UPDATE passages SET context = 'Another'",
    "UPDATE meetings SET names = '[]'",
    "UPDATE meetings SET record = replace(record, 'Vessa', 'Bonn')",
    "UPDATE proceedings SET record = '{}'",
    "DELETE FROM meetings",
    "UPDATE vectors SET vector = zeroblob(length(vector))",
    "UPDATE vocabulary SET word = cast(x'ff' AS TEXT) WHERE word = 'survey'",
    "ALTER TABLE reports RENAME COLUMN url TO urm",
]


def test_a_sound_index_has_no_damage(home: Path) -> None:
    with closing(LocalStore(home, MANIFEST)) as store:
        assert store.check() == []


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_changed_is_noticed_and_made_anew(home: Path, damage: str) -> None:
    _damage(home, damage)
    with closing(LocalStore(home, MANIFEST)) as store:
        assert store.check()
    with closing(LocalStore(home, MANIFEST, write=True)) as store:
        index_folder(store, home.parent / "reports")
        assert store.check() == []
        (entry,) = store.entries()
        assert store.report(entry.id).text == make_report().text
        assert store.origin() == Origin(str(home.parent / "reports"))


def test_damage_that_a_search_meets_is_noted(home: Path) -> None:
    edition = home / "edition-000001"
    note_sound(edition)
    (edition / "words" / "meta.json").write_text("{")
    with closing(LocalStore(home, MANIFEST)) as store, pytest.raises(StoreError):
        store.search_lexical("survey", 3)
    assert is_due(edition)


@pytest.mark.parametrize("damage", DAMAGES[:3])
def test_a_changed_report_is_not_shown(home: Path, damage: str) -> None:
    _damage(home, damage)
    with closing(LocalStore(home, MANIFEST)) as store:
        (entry,) = store.entries()
        with pytest.raises(StoreError, match="qa index"):
            store.report(entry.id)


def test_a_changed_vector_that_is_found_is_told(home: Path) -> None:
    question = HashEmbedder().embed_question("survey")
    with closing(LocalStore(home, MANIFEST)) as store:
        assert store.search_dense(question, 2)
    _damage(home, "UPDATE vectors SET vector = zeroblob(length(vector))")
    with closing(LocalStore(home, MANIFEST)) as store, pytest.raises(StoreError, match="vector"):
        store.search_dense(question, 2)


def test_a_damaged_lexical_index_is_noticed_and_made_anew(home: Path) -> None:
    for path in (home / "edition-000001" / "words").glob("*.pos"):
        path.write_bytes(path.read_bytes()[:-1] + b"?")
    with closing(LocalStore(home, MANIFEST)) as store:
        assert "lexical" in store.check()[0]
    with closing(LocalStore(home, MANIFEST, write=True)) as store:
        index_folder(store, home.parent / "reports")
        assert store.check() == []


def test_files_that_are_gone_or_changed_are_named(tmp_path: Path) -> None:
    for name in ("a.idx", "b.idx", "c.idx"):
        (tmp_path / name).write_text(name)
    wanted = file_sums(tmp_path, {})
    (tmp_path / "a.idx").unlink()
    (tmp_path / "b.idx").write_text("?")
    assert list(damaged_files(tmp_path, wanted)) == ["a.idx", "b.idx"]
