from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa.browsing import list_people, look_up_person
from qa.errors import NotFoundError
from qa.stores import Store
from tests.records import told_whole


def test_people_of_most_meetings_come_first(store: Store) -> None:
    page = list_people(store)
    assert [(person.id, person.meetings) for person in page.people] == [
        ("ada-berg", 2),
        ("ito", 1),
        ("jonas-weber", 1),
        ("okafor", 1),
        ("tomas-urrutia-noguera", 1),
    ]
    assert page.people[4].name == "Tomás Urrutia Noguera"


@pytest.mark.parametrize(
    ("asked", "found"),
    [("berg", ["ada-berg"]), ("NOG to", ["tomas-urrutia-noguera"]), ("erg", []), ("Ms I", ["ito"])],
)
def test_people_are_found_by_how_their_names_begin(
    store: Store, asked: str, found: list[str]
) -> None:
    page = list_people(store, asked)
    assert ([person.id for person in page.people], page.total) == (found, len(found))


def test_a_page_of_people(store: Store) -> None:
    page = list_people(store, offset=1, limit=2)
    assert ([person.id for person in page.people], page.total) == (["ito", "jonas-weber"], 5)


def test_what_a_person_did_comes_by_day_with_its_words(store: Store) -> None:
    detail = look_up_person(store, "ada-berg")
    assert (detail.person.name, detail.person.meetings) == ("Ada Berg", 2)
    assert (detail.counts, detail.total) == ({"led": 1, "voted": 1}, 2)
    told = [(deed.day, deed.deed.did, deed.deed.how) for deed in detail.deeds]
    assert told == [("2023-03-14", "voted", "no"), ("2021-06-07", "led", "chair")]
    assert detail.deeds[0].words.text == "The vote was seven to two."
    assert detail.deeds[0].report_id == told_whole().id


@pytest.mark.parametrize("name", ["Ms Okafor", "okafor", "OKAFOR"])
def test_a_name_as_written_is_as_good_as_the_id(store: Store, name: str) -> None:
    assert look_up_person(store, name).person.id == "okafor"


def test_a_page_of_what_a_person_did(store: Store) -> None:
    detail = look_up_person(store, "okafor", offset=1, limit=1)
    assert (detail.total, [deed.deed.did for deed in detail.deeds]) == (2, ["said"])


@pytest.mark.parametrize("name", ["nobody", "", "-", "'; --", "ada-lund", "the Chair"])
def test_nobody_is_not_found(store: Store, name: str) -> None:
    with pytest.raises(NotFoundError):
        look_up_person(store, name)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text())
def test_any_name_is_safe(store: Store, name: str) -> None:
    list_people(store, name)
