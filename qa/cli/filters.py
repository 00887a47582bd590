"""`--from`, `--to`, `--place`, `--body`, `--person` and `--report`, as one `Filter`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from qa.errors import NotFoundError
from qa.types import Filter

if TYPE_CHECKING:
    from qa.stores import Store

_DAY = click.DateTime(["%Y-%m-%d"])
_OPTIONS = (
    click.option("--from", "first_day", type=_DAY, help="Meetings of this day and after."),
    click.option("--to", "last_day", type=_DAY, help="Meetings of this day and before."),
    click.option("--place", help="Meetings at a place."),
    click.option("--body", help="Meetings of a group, or a session of it."),
    click.option("--person", help="Meetings where somebody was or is named."),
    click.option("--report", "reports", multiple=True, help="A report: its file, or its id."),
)


def filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options, which the command gets together as `where`."""

    @wraps(command)
    def filtered(
        *args: Any,
        first_day: datetime | None,
        last_day: datetime | None,
        place: str | None,
        body: str | None,
        person: str | None,
        reports: Sequence[str],
        **rest: Any,
    ) -> Any:
        where = Filter(
            first_day=_day(first_day),
            last_day=_day(last_day),
            place=place or None,
            body=body or None,
            person=person or None,
            reports=tuple(reports),
        )
        return command(*args, where=where, **rest)

    for option in reversed(_OPTIONS):
        filtered = option(filtered)
    return filtered


def by_ids(store: Store, where: Filter) -> Filter:
    """The filter with the ids of the reports whose files it names.

    Raises:
        NotFoundError: no report has such a file or id.
    """
    if not where.reports:
        return where
    ids = {source: record.report_id for source, record in store.files().items()}
    ids |= {id_: id_ for id_ in ids.values()}
    if unknown := [name for name in where.reports if name not in ids]:
        raise NotFoundError(f"There is no report '{unknown[0]}'.", "Name its file in the folder.")
    return replace(where, reports=tuple(ids[name] for name in where.reports))


def _day(given: datetime | None) -> str | None:
    return given.date().isoformat() if given else None
