"""How much of its PDFs' text a folder's reports have: python -m scripts.kept_share FOLDER

A line for each PDF: the letters and digits that poppler's `pdftotext -layout` finds, those that the
report has as well, those left out by kind, and the share that is in either. Debian's poppler-utils
has pdftotext. A letter counts as often as it is found.
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa.errors import ReportError
from qa.reports.formats import LeftOut, read_document


@dataclass(frozen=True, slots=True)
class Kept:
    """Letters and digits of a PDF."""

    name: str
    found: int
    kept: int
    left_out: tuple[LeftOut, ...]

    @property
    def share(self) -> float:
        """Of those found, what is kept or named, 0 to 1."""
        named = sum(part.letters for part in self.left_out)
        return min(1.0, (self.kept + named) / self.found) if self.found else 1.0

    def row(self) -> str:
        kinds = ", ".join(f"{part.kind} {part.letters}" for part in self.left_out)
        return f"| {self.name} | {self.found} | {self.kept} | {kinds} | {self.share:.3f} |"


def main(folder: str) -> None:
    """Print the table, the worst file first."""
    files = sorted(measured(Path(folder)), key=lambda kept: kept.share)
    print("| file | pdftotext | kept | left out | share |\n|---|---|---|---|---|")
    for kept in (*files, total(files)):
        print(kept.row())


def measured(folder: Path) -> Iterator[Kept]:
    """Every PDF in the folder that can be read."""
    for path in sorted(folder.rglob("*.pdf")):
        try:
            document = read_document(path.read_bytes(), ".pdf")
        except ReportError as error:
            print(f"{path.name}: {error}", file=sys.stderr)
            continue
        found = _letters(_pdftotext(path))
        kept = (found & _letters(document.text)).total()
        yield Kept(path.name, found.total(), kept, document.left_out)


def total(files: Sequence[Kept]) -> Kept:
    """All of them as one."""
    kinds: Counter[str] = Counter()
    for part in (part for kept in files for part in kept.left_out):
        kinds[part.kind] += part.letters
    parts = tuple(LeftOut(kind, letters) for kind, letters in kinds.most_common())
    return Kept("all", sum(f.found for f in files), sum(f.kept for f in files), parts)


def _pdftotext(path: Path) -> str:
    command = ["pdftotext", "-layout", "-enc", "UTF-8", str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def _letters(text: str) -> Counter[str]:
    """Ligatures count as their letters do."""
    plain = text.replace("ﬁ", "fi").replace("ﬂ", "fl").replace("ﬀ", "ff").replace("ﬃ", "ffi")
    return Counter(letter for letter in plain if letter.isalnum())


if __name__ == "__main__":
    main(sys.argv[1])
