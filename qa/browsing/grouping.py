"""Groups the names of the records by person: the variants of a name are one person's."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from qa.meetings import family_name, merge_people
from qa.stores import name_words
from qa.text import STOP


@dataclass(frozen=True, slots=True)
class Group:
    """In how many meetings each spelling of a name stands, and the ids of the meetings."""

    names: Counter[str] = field(default_factory=Counter)
    meetings: dict[str, None] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The most frequent spelling, the longest of equals."""
        return max(self.names, key=lambda name: (self.names[name], len(name), name))


def group_people(names: Mapping[str, Sequence[str]]) -> dict[str, Group]:
    """By the id that an address has. `names` are those of each meeting."""
    distinct = {name for of_meeting in names.values() for name in of_meeting}
    ids = {name: id_ for name, head in _heads(distinct) if (id_ := id_of(head))}
    groups: defaultdict[str, Group] = defaultdict(Group)
    for meeting_id, of_meeting in names.items():
        for name in of_meeting:
            if found := ids.get(name):
                groups[found].names[name] += 1
                groups[found].meetings[meeting_id] = None
    return groups


class LastGroups:
    """Groups once what is asked for again: the names of one state of the records are one object."""

    def __init__(self) -> None:
        self._held: tuple[Mapping[str, Sequence[str]], Mapping[str, Group]] | None = None

    def of(self, names: Mapping[str, Sequence[str]]) -> Mapping[str, Group]:
        """As `group_people`. Threads that come at once may each group them."""
        held = self._held
        if held is None or held[0] is not names:
            held = self._held = (names, group_people(names))
        return held[1]


def id_of(name: str) -> str:
    """'Ms Simel Esim' -> 'simel-esim'. It is empty for nobody, such as «the Chair»."""
    words = name_words(name)
    return "" if STOP.issuperset(words) else "-".join(words)


def joined(groups: Sequence[Group]) -> Group:
    names: Counter[str] = Counter()
    for group in groups:
        names.update(group.names)
    return Group(names, {id_: None for group in groups for id_ in group.meetings})


def _heads(names: set[str]) -> Iterator[tuple[str, str]]:
    """Each name and the fullest one of the same person, among those of one family name.

    Comparing all names with each other would take minutes for thousands. What has no family name
    is nobody's.
    """
    families: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        families[family_name(name)].append(name)
    for family, found in families.items():
        if family:
            yield from merge_people(found).items()
