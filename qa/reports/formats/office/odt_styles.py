"""Styles of OpenDocument texts: whether they strike or hide words, and what they come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from qa.reports.formats.office.odt_names import STYLE, TEXT

_STRUCK = (f"{STYLE}text-line-through-style", f"{STYLE}text-line-through-type")
_DEEPEST = 20  # styles that come from one another


@dataclass(frozen=True, slots=True)
class OdtStyles:
    """The elements `style:style` by their names."""

    elements: Mapping[str, Any]

    def unseen(self, name: str | None) -> str | None:
        """What kind of words this style makes: "struck text", "hidden text", or None: seen."""
        properties = [style.find(f"{STYLE}text-properties") for style in self._line(name)]
        found = [own for own in properties if own is not None]
        if _first(found, (f"{TEXT}display",)) == "none":
            return "hidden text"
        return "struck text" if _first(found, _STRUCK) not in (None, "none") else None

    def is_title(self, name: str | None) -> bool:
        names = (style.get(f"{STYLE}name") for style in self._line(name))
        return name == "Title" or "Title" in names

    def page(self, name: str | None) -> str | None:
        """The kind of page that a paragraph of this style begins."""
        return next(
            filter(None, (s.get(f"{STYLE}master-page-name") for s in self._line(name))), None
        )

    def _line(self, name: str | None) -> Iterator[Any]:
        for _ in range(_DEEPEST):
            style = self.elements.get(name or "")
            if style is None:
                return
            yield style
            name = style.get(f"{STYLE}parent-style-name")


def read_odt_styles(*roots: Any) -> OdtStyles:
    """Of a name that is there twice, that of the later root counts."""
    styles = (style for root in roots for style in root.iter(f"{STYLE}style"))
    return OdtStyles({style.get(f"{STYLE}name"): style for style in styles})


def _first(properties: list[Any], names: tuple[str, ...]) -> str | None:
    """What the nearest style says that says anything."""
    said = (own.get(name) for own in properties for name in names)
    return next((value for value in said if value is not None), None)
