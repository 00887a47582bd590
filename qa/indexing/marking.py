"""Marks the fingerprint of a file whose records were corrected, so that it is read again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace

from qa.meetings import Corrections
from qa.reports import Folder

_MARK = "+"  # between the fingerprint of the file and that of its corrections


def marked(folder: Folder, corrections: Corrections) -> Folder:
    """What a scan found, each file with the mark of its corrections."""
    files = tuple(
        replace(file, fingerprint=mark(file.fingerprint, corrections.get(file.source, {})))
        for file in folder.files
    )
    return replace(folder, files=files)


def mark(fingerprint: str, corrections: Mapping[int, Mapping[str, str]]) -> str:
    """The fingerprint with the mark of these corrections in the place of any other."""
    bare = fingerprint.partition(_MARK)[0]
    if not corrections:
        return bare
    said = json.dumps(corrections, sort_keys=True).encode()
    return f"{bare}{_MARK}{hashlib.sha256(said).hexdigest()[:16]}"
