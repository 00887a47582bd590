from __future__ import annotations

from pathlib import Path

from qa.stores.local import file_rows, vocabulary_rows
from tests.stores.local.passages import make_database, put_bodies


def test_a_word_counts_once_a_passage_and_goes_with_the_last_one(tmp_path: Path) -> None:
    database = make_database(tmp_path)
    put_bodies(database, ["Fees, fees: no FEES", "the fees of Málaga"])
    put_bodies(database, ["the quay"], source="b.txt")
    with database.reading() as connection:
        found = vocabulary_rows.select(connection)
    assert found == {"fees": 2, "no": 1, "the": 2, "of": 1, "málaga": 1, "quay": 1}
    with database.writing() as connection:
        file_rows.remove(connection, "a.txt")
        assert vocabulary_rows.select(connection) == {"the": 1, "quay": 1}
    database.close()
