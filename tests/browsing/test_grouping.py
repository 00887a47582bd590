from __future__ import annotations

from qa.browsing.grouping import LastGroups, group_people, id_of, joined


def test_variants_of_a_name_are_one_person() -> None:
    groups = group_people(
        {"a": ["Ms Simel Esim", "Jonas Weber"], "b": ["Esim", "Simel Esim"], "c": ["Ana Weber"]}
    )
    assert {id_: sorted(group.names) for id_, group in groups.items()} == {
        "simel-esim": ["Esim", "Ms Simel Esim", "Simel Esim"],
        "jonas-weber": ["Jonas Weber"],
        "ana-weber": ["Ana Weber"],
    }
    assert list(groups["simel-esim"].meetings) == ["a", "b"]


def test_a_name_that_two_people_have_stays_by_itself() -> None:
    groups = group_people({"a": ["Jonas Weber", "Ana Weber", "Weber"]})
    assert set(groups) == {"jonas-weber", "ana-weber", "weber"}


def test_an_office_alone_is_nobody() -> None:
    assert group_people({"a": ["the Chair", "Chair"]}) == {}


def test_the_most_frequent_spelling_names_the_person() -> None:
    groups = group_people({"a": ["Ana Weber"], "b": ["Ms Weber"], "c": ["Ms Weber"]})
    assert [group.name for group in groups.values()] == ["Ms Weber"]
    assert joined(list(groups.values()) * 2).names["Ms Weber"] == 4


def test_an_id_has_no_titles() -> None:
    assert id_of("Ms Simel ESIM") == id_of("Chair Simel Esim") == "simel-esim"


def test_names_are_grouped_once_for_each_state_of_them() -> None:
    last, names = LastGroups(), {"a": ["Ana Weber"]}
    assert last.of(names) is last.of(names)
    assert list(last.of({"a": ["Jonas Oak"]})) == ["jonas-oak"]
