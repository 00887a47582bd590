"""Actions in the rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qa.meetings.proceedings.outline import Block
from qa.types import Entry

_RULE = re.compile(r"[\s|:-]+$")
_OWNER_CELL = re.compile(
    r"owner|assigned to|assignee|who|responsible|by whom|lead|person(?: responsible)?|action by"
    r"|responsibility"
)
_TASK_CELL = re.compile(r"action|task|what|item|to do|description")
_DUE_CELL = re.compile(
    r"due(?: date| by)?|by(?: when)?|when|deadline|date|target(?: date)?|complete by"
)


def actions_in_tables(blocks: Sequence[Block]) -> Iterator[Entry]:
    """Rows of a table whose header has an owner or a due day."""
    header: list[str] | None = None
    for block in blocks:
        if "|" not in block.text:
            header = None
            continue
        cells = [cell.strip(" *_") for cell in block.text.strip().strip("|").split("|")]
        if _RULE.fullmatch(block.text):
            continue
        low = [cell.lower() for cell in cells]
        if header is None and not _labelled_cells(cells):
            header = (
                low
                if any(_OWNER_CELL.fullmatch(cell) for cell in low)
                and any(_TASK_CELL.search(cell) for cell in low)
                else []
            )
        elif labelled := _labelled_cells(cells):
            yield from _labelled_row(block, labelled)
        elif header and len(cells) == len(header) and any(cells):
            yield Entry(
                "action",
                block.span,
                block.section,
                owner=_cell(header, cells, _OWNER_CELL),
                due=_cell(header, cells, _DUE_CELL),
            )


def _labelled_cells(cells: Sequence[str]) -> dict[str, str]:
    """«Item: Slipway | Owner: Ivo Ash»: each cell behind the head of its column."""
    pairs = [cell.split(":", 1) for cell in cells if ": " in cell]
    return (
        {head.lower(): said.strip() for head, said in pairs} if len(pairs) == len(cells) > 1 else {}
    )


def _labelled_row(block: Block, cells: dict[str, str]) -> Iterator[Entry]:
    owner = next((said for head, said in cells.items() if _OWNER_CELL.fullmatch(head)), None)
    due = next((said for head, said in cells.items() if _DUE_CELL.fullmatch(head)), None)
    if "decision" in cells:
        yield Entry("decision", block.span, block.section, owner=owner, due=due)
    if owner or "action" in cells:
        yield Entry("action", block.span, block.section, owner=owner, due=due)


def _cell(header: Sequence[str], cells: Sequence[str], kind: re.Pattern[str]) -> str | None:
    return next(
        (cell for head, cell in zip(header, cells, strict=True) if cell and kind.fullmatch(head)),
        None,
    )
