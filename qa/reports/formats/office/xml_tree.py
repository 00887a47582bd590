"""XML of office files as trees: nothing is fetched, no entity is resolved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qa.errors import ReportError

_STRICT = b"http://purl.oclc.org/ooxml/"
_OPEN = b"http://schemas.openxmlformats.org/"
_DIGITS = 9  # of a number that counts something in a file
# The strict form of Office Open XML has other names for the same elements.
_STRICT_NAMES = (
    (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
    (b"presentationml/main", b"presentationml/2006/main"),
    (b"spreadsheetml/main", b"spreadsheetml/2006/main"),
    (b"drawingml/main", b"drawingml/2006/main"),
    (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
)


def parse_xml(xml: bytes) -> Any:
    """The root element, without comments and processing instructions.

    Raises:
        ReportError: the elements are nested too deeply, or aren't XML.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        message = (
            "parts are nested too deeply" if "depth" in str(error) else f"XML is damaged: {error}"
        )
        raise ReportError(f"The file's {message}.", "Save or print it anew.") from error


def parse_office_xml(xml: bytes) -> Any:
    """The root element of a part of an Office file, in the names of the common form."""
    if _STRICT in xml:
        for strict, common in _STRICT_NAMES:
            xml = xml.replace(_STRICT + strict, _OPEN + common)
    return parse_xml(xml)


def words_of(element: Any, tags: tuple[str, ...]) -> str:
    """The words of all elements of these names inside of an element."""
    return " ".join(found.text or "" for found in element.iter(*tags))


def whole_number(written: str | None, otherwise: int) -> int:
    """What an attribute says, or `otherwise` where it is missing or no number that counts."""
    plain = written is not None and written.isdecimal() and len(written) <= _DIGITS
    return int(written) if written and plain else otherwise


def take_away(element: Any) -> None:
    """Remove an element from its tree; what follows it stays."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail:
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def unwrap(element: Any) -> None:
    """Put an element's children into its place."""
    parent = element.getparent()
    for child in list(element):
        parent.insert(parent.index(element), child)
    take_away(element)


def put_after(element: Any, others: Iterator[Any]) -> None:
    """Move elements behind another one, in their order."""
    for other in others:
        element.addnext(other)
        element = other
