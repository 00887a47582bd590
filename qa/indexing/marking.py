"""Marks the fingerprint of a file whose records were corrected, so that it is read again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, replace

from qa.indexing.outcome import Plan
from qa.meetings import Correction, Corrections
from qa.reports import Folder, text_part
from qa.stores import Store

_MARK = "+"  # between the fingerprint of the file and that of its corrections


def marked(folder: Folder, corrections: Corrections) -> Folder:
    """What a scan found, each file with the mark of its corrections."""
    files = tuple(
        replace(file, fingerprint=mark(file.fingerprint, corrections.get(file.source, ())))
        for file in folder.files
    )
    return replace(folder, files=files)


def carried(corrections: Corrections, plan: Plan, store: Store) -> Corrections:
    """Those of a file that is gone, under the name of another that holds its words now."""
    lost = [source for source in plan.gone if source in corrections]
    if not lost:
        return corrections
    taken = {*plan.gone, *corrections}
    holders = {text_part(e.id): e.source for e in store.entries() if e.source not in taken}
    names = {source: holders.get(text_part(plan.known[source].report_id)) for source in lost}
    return {names.get(source) or source: of_file for source, of_file in corrections.items()}


def mark(fingerprint: str, corrections: Sequence[Correction]) -> str:
    """The fingerprint with the mark of these corrections in the place of any other."""
    bare = fingerprint.partition(_MARK)[0]
    if not corrections:
        return bare
    said = json.dumps([asdict(correction) for correction in corrections], sort_keys=True).encode()
    return f"{bare}{_MARK}{hashlib.sha256(said).hexdigest()[:16]}"
