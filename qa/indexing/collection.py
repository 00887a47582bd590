"""Which folder is indexed: the user's own reports, another folder that was named, or the demo."""

from __future__ import annotations

from pathlib import Path

from qa.errors import StoreError
from qa.parts import last_origin, list_editions, set_origin
from qa.reports import list_paths
from qa.settings import Settings
from qa.stores import Origin

_PACKAGE = Path(__file__).resolve().parents[1]
_INSTALLED = _PACKAGE / "demo"  # in a wheel
_IN_TREE = _PACKAGE.parent / "corpus" / "reports"


def demo_folder() -> Path:
    """Invented reports that come with the package, to try it. They never mix with real ones."""
    return _INSTALLED if _INSTALLED.is_dir() else _IN_TREE


def own_folder(settings: Settings) -> Path:
    """Where a user's reports live if no other folder is named. It may not be there yet."""
    return settings.home / "reports"


def reports_folder(settings: Settings) -> Path:
    """The folder that was indexed or chosen last, at first the user's own.

    Raises:
        StoreError: there is an index, but what it was made from isn't known any more.
    """
    origin = last_origin(settings)
    if origin is None and any(kept.reports for kept in list_editions(settings)):
        raise StoreError(
            f"Of which folder the index in {settings.home} was made isn't known: its origin.json "
            "is gone.",
            "Run: qa index FOLDER",
        )
    return Path(origin.folder) if origin else own_folder(settings)


def is_demo(settings: Settings) -> bool:
    """Whether it is the demo that is asked now."""
    return reports_folder(settings) == demo_folder()


def choose_demo(settings: Settings) -> None:
    """Make the next run index the demo. The user's own reports stay in their folder.

    Raises:
        StoreError: the home folder can't be written.
    """
    set_origin(settings, Origin(str(demo_folder())))


def begin_with_demo(settings: Settings) -> None:
    """Choose the demo if nothing was ever chosen and the user has no reports yet.

    Raises:
        StoreError: the home folder can't be written.
    """
    nothing_chosen = reports_folder(settings) and last_origin(settings) is None
    if nothing_chosen and not count_own(settings):
        choose_demo(settings)


def count_own(settings: Settings) -> int:
    """How many files wait in the user's own folder while the demo or another folder is asked."""
    own = own_folder(settings)
    return len(list_paths(own)) if own.is_dir() else 0


def prefer_own(settings: Settings) -> None:
    """Put the demo away if the user has reports. They may have come into the folder by hand.

    Raises:
        StoreError: the home folder can't be written.
    """
    if is_demo(settings) and count_own(settings):
        begin_own(settings)


def begin_own(settings: Settings) -> Path:
    """Return the folder that a user's file goes to. The demo is put away for it, durably.

    Raises:
        StoreError: the home folder can't be written.
    """
    if is_demo(settings) or last_origin(settings) is None:
        settings.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        own_folder(settings).mkdir(parents=True, exist_ok=True)
        set_origin(settings, Origin(str(own_folder(settings))))
    return reports_folder(settings)
