"""Reports and passages for tests, and strategies that draw them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from qa.assistant import Assistant
from qa.indexing.indexer import Indexer
from qa.indexing.outcome import Outcome
from qa.indexing.rebuilding import rebuild
from qa.parts import open_store
from qa.reading.sentence_reader import SentenceReader
from qa.reports.folder import scan
from qa.reports.formats.markup.markdown import read_markdown
from qa.reports.passages import split_passages
from qa.reports.report_file import read_report
from qa.reports.units import Limits
from qa.settings import Settings
from qa.stores.store import Origin, Store
from qa.text import visible
from qa.types import Evidence, Meeting, Passage, Report, Span, Told
from tests.embedders import HashEmbedder

LIMITS = Limits(passage=64, overlap=12)
MINUTES = """# Harbour board, third meeting

14 March 2023

## Dredging

The board approved dredging of the north basin. Ms Okafor asked for a survey first.
The survey will cost 12,400 euros.

## Fees

Mooring fees rise by four per cent. The vote was seven to two. 🚤 owners objected.
"""

ROLLING = """# Harbour notes

The crew meets each week.

## 21 May 2024

Lamps are broken.

## 14 May 2024

Ropes cost 21 euros.
"""

# Text as files have it: no surrogates, no NUL, \n as the only line end.
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"))
_PIECES = [
    "The chair opened the meeting. ",
    "Ms. Ito (Japan) disagreed; H.E. Mr. Lund did not! ",
    "# Opening\n\n",
    "## Budget and dues\n\n",
    "Title\n=====\n\n",
    "AGENDA ITEM 7(b)  FUNDS: Brazil said no. ",
    "\n\nCLOSING REMARKS:\n\n",
    "- first point\n",
    "1. second point\n",
    "See [the paper](https://example.org/a_b) or <https://example.org>. ",
    "\n\n",
    "\n",
    "\f",
    "\u2028",
    "שלום עולם. ",
    "مرحبا بالعالم. ",
    "e\u0301te\u0301. ",
    "🚢🏴‍☠️ ",
    "word " * 90,
    "x" * 150 + " ",
    "| a | b |\n|---|---|\n| 1 | 2 |\n",
    "> # quoted\n",
    "```\n# no heading\n```\n",
]
# Any text at all, and what looks like a report.


def _has_words(text: str) -> bool:
    """Whether a person reads something there: marks alone and unseen letters are no report."""
    if not visible(text).strip() or text.startswith("---\n"):
        return False
    return bool(visible(read_markdown(text.encode()).text).strip())


report_texts = st.one_of(
    texts, st.lists(st.one_of(st.sampled_from(_PIECES), texts), max_size=12).map("".join)
).filter(_has_words)


def make_meetings() -> Report:
    """A report of two meetings, with words that are of neither."""
    report = make_report(ROLLING, "notes.md")
    days = ("2024-05-21", "2024-05-14")
    starts = [report.text.index(heading) for heading in ("## 21", "## 14")]
    spans = zip(starts, [*starts[1:], len(report.text)], strict=True)
    meetings = tuple(
        Meeting(f"{day}", report.id, "notes.md", "Crew", Span(*span), reported=Told(day, "heading"))
        for day, span in zip(days, spans, strict=True)
    )
    return replace(report, meetings=meetings)


def make_report(text: str = MINUTES, source: str = "harbour.md") -> Report:
    return read_report(text.encode(), source)


def split(report: Report, limits: Limits = LIMITS) -> list[Passage]:
    return split_passages(report, limits, HashEmbedder().count_tokens)


def put(store: Store, report: Report, fingerprint: str = "f") -> list[Passage]:
    """Store `report` as a whole; its passages."""
    passages = split(report)
    vectors = HashEmbedder().embed_passages([passage.embedded_text for passage in passages])
    store.put(report, passages, vectors, fingerprint)
    return passages


def evidence_of(report: Report) -> list[Evidence]:
    """All passages of a report, as if they had been found in their order."""
    return [
        Evidence(
            report_id=report.id,
            title=report.title,
            date=report.date,
            source=report.source,
            section=passage.section,
            page=passage.page,
            start=passage.start,
            end=passage.end,
            text=passage.text,
            context=passage.context,
            score=1 / rank,
            ranks={"dense": rank},
        )
        for rank, passage in enumerate(split(report), start=1)
    ]


def index_folder(store: Store, folder: Path) -> Outcome:
    """Make `store` mirror `folder`."""
    indexer = Indexer(store, HashEmbedder(), lambda: LIMITS)
    return indexer.index(scan(folder, 1_000_000), Origin(str(folder)), lambda progress: None)


@contextmanager
def assistant_over(home: Path, folder: Path) -> Iterator[Assistant]:
    """An assistant over a folder that is indexed as `qa index` does it."""
    settings = Settings(home=home)
    rebuild(settings, folder, embedder=HashEmbedder())
    store = open_store(settings, HashEmbedder())
    try:
        yield Assistant(settings, HashEmbedder(), store, SentenceReader(0.3))
    finally:
        store.close()
