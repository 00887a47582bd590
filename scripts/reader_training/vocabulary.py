"""The words of invented meetings (vocabulary.toml)."""

from __future__ import annotations

import tomllib
from pathlib import Path

_WRITTEN = tomllib.loads((Path(__file__).parent / "vocabulary.toml").read_text(encoding="utf-8"))
CLAIMS = tuple(
    tuple(part.strip() for part in line.split(" | ")) for line in _WRITTEN["claims"].splitlines()
)
WORDS = {
    name: tuple(" ".join(item.split()) for item in text.split(";"))
    for name, text in _WRITTEN.items()
    if name != "claims"
}
