"""Several collections of reports beside each other: only their homes differ.

The home folder itself is the collection `main`. All have the server's settings, since they share
its models.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

from qa.addresses import page_address
from qa.errors import SettingsError
from qa.settings import FILE, MAIN, Settings


def collections_of(settings: Settings) -> dict[str, Settings]:
    """The settings of each collection by its name, first those of `main`.

    Raises:
        SettingsError: two have one home, or one has settings of its own, which wouldn't count.
    """
    found = {MAIN: settings, **{name: _own(settings, name) for name in settings.collections}}
    _refuse_shared_homes(found)
    for name in settings.collections:
        _refuse_own_file(name, found[name].home)
    return found


def settings_of(settings: Settings, name: str) -> Settings:
    """
    Raises:
        SettingsError: no collection has this name, or as for all of them.
    """
    if name == MAIN:
        return settings
    check_names(settings, [name])
    return collections_of(settings)[name]


def check_names(settings: Settings, names: Sequence[str]) -> None:
    """
    Raises:
        SettingsError: no collection has one of these names.
    """
    known = (MAIN, *settings.collections)
    for name in names:
        if name not in known:
            raise SettingsError(
                f"No collection is called '{name}'. There are: {', '.join(known)}.",
                f"[collections.{name}] in {settings.home / FILE} makes one.",
            )


def _own(settings: Settings, name: str) -> Settings:
    own = settings.collections[name]
    home = settings.home / (own.home or Path("collections", name))
    watch = settings.watch if own.watch is None else own.watch
    address = f"{page_address(settings)}/c/{name}"
    changed = {"home": home.resolve(), "watch": watch, "public_url": address, "collections": {}}
    return settings.model_copy(update=changed)


def _refuse_shared_homes(found: dict[str, Settings]) -> None:
    """Nor may a home be where another has its reports, which would be found from both."""
    homes = {name: settings.home.resolve() for name, settings in found.items()}
    for (name, home), (other, another) in permutations(homes.items(), 2):
        if home == another or home.is_relative_to(another / "reports"):
            raise SettingsError(
                f"The collections '{other}' and '{name}' share a folder, {home}.",
                "Give each a home of its own.",
            )


def _refuse_own_file(name: str, home: Path) -> None:
    if (home / FILE).exists():
        raise SettingsError(
            f"{home / FILE} wouldn't count: the collection '{name}' has the server's settings.",
            "Move what it says to the server's file, and remove it.",
        )
