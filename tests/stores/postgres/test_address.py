from __future__ import annotations

import pytest

from qa.errors import PartMissingError, SettingsError, StoreError
from qa.stores.postgres.address import check_installed, explained, masked, shown

SECRET = "postgresql://ada:s3cret@db.example:5433/minutes"


def test_an_address_is_shown_without_who_and_how() -> None:
    assert shown(SECRET) == "minutes on db.example"


@pytest.mark.parametrize("address", ["postgresql:/ada:s3cret@host", "s3cret", "a=b s3cret"])
def test_what_is_no_address_is_not_told(address: str) -> None:
    with pytest.raises(SettingsError, match="no address") as error:
        shown(address)
    assert "s3cret" not in str(error.value)
    assert error.value.__suppress_context__


def test_no_address_names_the_setting() -> None:
    with pytest.raises(SettingsError, match="QA_DATABASE"):
        shown("")


def test_a_password_is_taken_out_of_a_message() -> None:
    assert masked("'s3cret' is wrong", SECRET) == "'…' is wrong"


def test_what_the_database_raises_is_told_with_a_cure() -> None:
    from psycopg import OperationalError

    message = r"minutes on db.example can't be read: it broke"
    with pytest.raises(StoreError, match=message) as error, explained(SECRET, "read"):
        raise OperationalError("it broke (s3cret)")
    assert "s3cret" not in str(error.value)
    assert error.value.__cause__ is None


def test_packages_that_are_not_there_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qa.stores.postgres.address.find_spec", lambda name: None)
    with pytest.raises(PartMissingError, match=r"psycopg.*pip install 'meeting-qa\[postgres\]'"):
        check_installed()
