"""Files whose records help each other: bulletins that are numbered in their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from qa.meetings import infer_series, numbered_name, retold
from qa.reports import ReportFile
from qa.stores import Store
from qa.types import Report

_MOST = 2000  # files that are read before the first of them is embedded


def grouped(files: Sequence[ReportFile]) -> Iterator[list[ReportFile]]:
    """Files of one series together, in their order; each of the others by itself."""
    keyed = [((numbered_name(file.source) or (file.source, "", 0))[:2], file) for file in files]
    places = {key: at for at, (key, _) in reversed(list(enumerate(keyed)))}
    ordered = sorted(keyed, key=lambda pair: places[pair[0]])
    for _, group in groupby(ordered, key=lambda pair: pair[0]):
        same = [file for _, file in group]
        for start in range(0, len(same), _MOST):
            yield same[start : start + _MOST]


def outdated(store: Store) -> Iterator[Report]:
    """The reports of which the series now tells something else, each with its new record."""
    changed = infer_series(store.meetings())
    for report_id in dict.fromkeys(meeting.report_id for meeting in changed.values()):
        yield retold(store.report(report_id), changed)
