"""Measure the page of a running server: measure_page.py http://127.0.0.1:8000

Prints its weight, its requests, the first paint, how long an answer takes to appear, the longest
piece of work that typing waited for, and how long the longest PDF takes to show marked words in the
middle of it. Each load is a new visitor's, with an empty cache.

measure_page.py --long-pdf FILE    writes a PDF of 200 pages, to be indexed before
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import PurePosixPath
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from chromium import WIDE, open_browser
from playwright.sync_api import Browser, Page, Response

_LOADS, _ANSWERS, _TYPED = 5, 10, 200
_PAGES = 200
_KINDS = {"": "html", ".css": "css", ".js": "js", ".svg": "svg"}
_PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
# From the key to the frame that shows the answer, measured inside the page.
_WATCH = """() => {
  const cards = () => document.querySelectorAll('.turn .card').length;
  const before = cards();
  window.shown = new Promise((resolve) => {
    document.addEventListener('keydown', ({ timeStamp }) => {
      const look = () => (cards() > before
        ? setTimeout(() => resolve(performance.now() - timeStamp))
        : requestAnimationFrame(look));
      look();
    }, { once: true });
  });
}"""

# From the link to the marks on the drawn page, and what pages there are.
_LONGEST_PDF = """async () => {
  const { reports } = await (await fetch('/api/reports')).json();
  const [longest] = reports.filter(({ source }) => source.endsWith('.pdf'))
    .sort((a, b) => b.characters - a.characters);
  if (!longest) return null;
  const { id, text, pages } = await (await fetch(`/api/reports/${longest.id}`)).json();
  const start = text.indexOf('. ', text.length / 2) + 2;
  return { href: `#/reports/${id}/${start}-${text.indexOf('. ', start) + 1}`, pages: pages.length };
}"""
_OPEN_PDF = """(href) => new Promise((resolve) => {
  const from = performance.now();
  const look = () => {
    const drawn = document.querySelector('.sheet img')?.complete;
    if (drawn && document.querySelector('.spots rect')) resolve(performance.now() - from);
    else requestAnimationFrame(look);
  };
  location.hash = href;
  look();
})"""


def main(address: str) -> None:
    with open_browser() as browser:
        requests = _requests(browser, address)
        rows = {
            **_weights(requests),
            "requests, the API's included": f"{len(requests)}",
            f"first contentful paint, median of {_LOADS}": _ms(_paints(browser, address)),
            f"Enter to answer shown, median of {_ANSWERS}": _ms(_answer_times(browser, address)),
            f"longest task while typing {_TYPED} characters": _ms([_longest(browser, address)]),
            **_pdf_row(browser, address),
        }
    width = max(map(len, rows))
    print("\n".join(f"{name:<{width}}  {value:>12}" for name, value in rows.items()))


def _requests(browser: Browser, address: str) -> list[tuple[str, int]]:
    """What a first visit fetches: each path, and the uncompressed size of its body."""
    responses: list[Response] = []
    with _visitor(browser) as page:
        page.on("response", lambda response: responses.append(response))
        _open(page, address)
        return [(urlsplit(response.url).path, len(response.body())) for response in responses]


def _weights(requests: Sequence[tuple[str, int]]) -> dict[str, str]:
    """Bytes by kind; each file once, without what the API says."""
    weights: Counter[str] = Counter()
    for path, size in dict(requests).items():
        if not path.startswith("/api/"):
            weights[_KINDS[PurePosixPath(path).suffix]] += size
    weights["all"] = weights.total()
    return {f"weight, {kind}": f"{size:,} B" for kind, size in weights.items()}


def _paints(browser: Browser, address: str) -> list[float]:
    times = []
    for _ in range(_LOADS):
        with _visitor(browser) as page:
            _open(page, address)
            times.append(page.evaluate(_PAINT))
    return times


def _answer_times(browser: Browser, address: str) -> list[float]:
    """The questions are those that the page itself suggests."""
    times = []
    with _visitor(browser) as page:
        _open(page, address)
        questions = page.get_by_test_id("suggestion").all_inner_texts()
        for number in range(_ANSWERS):
            page.get_by_test_id("question-input").fill(questions[number % len(questions)])
            page.evaluate(_WATCH)
            page.get_by_test_id("question-input").press("Enter")
            times.append(page.evaluate("window.shown"))
            page.wait_for_load_state("networkidle")
    return times


def _open(page: Page, address: str) -> None:
    """On a busy machine the network is idle before the scripts have run."""
    page.goto(address, wait_until="networkidle")
    page.get_by_test_id("welcome").wait_for()
    page.wait_for_load_state("networkidle")


def _longest(browser: Browser, address: str) -> float:
    """The longest task of the page's main thread, from Chromium's own trace, in milliseconds."""
    with _visitor(browser) as page:
        _open(page, address)
        box = page.get_by_test_id("question-input")
        box.focus()
        browser.start_tracing(page=page, categories=["toplevel", "devtools.timeline"])
        box.press_sequentially(("what did they decide " * _TYPED)[:_TYPED])
        events: list[dict[str, Any]] = json.loads(browser.stop_tracing())["traceEvents"]
    main_thread = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    tasks: list[int] = [
        event.get("dur", 0)
        for event in events
        if event["name"].endswith("RunTask") and (event["pid"], event["tid"]) in main_thread
    ]
    return max(tasks) / 1000


def _pdf_row(browser: Browser, address: str) -> dict[str, str]:
    """Nothing where there is no PDF."""
    times, pages = [], 0
    for _ in range(_LOADS):
        with _visitor(browser) as page:
            _open(page, address)
            if not (found := page.evaluate(_LONGEST_PDF)):
                return {}
            pages = found["pages"]
            times.append(page.evaluate(_OPEN_PDF, found["href"]))
    return {f"a PDF of {pages} pages at its marks, median of {_LOADS}": _ms(times)}


def _write_long_pdf(file: str) -> None:
    from fpdf import FPDF

    pdf = FPDF()
    pdf.set_font("Helvetica", size=11)
    for number in range(1, _PAGES + 1):
        pdf.add_page()
        pdf.multi_cell(0, 6, "\n\n".join(_paragraph(number, part) for part in range(1, 9)))
    pdf.output(file)


def _paragraph(page: int, part: int) -> str:
    return (
        f"In part {part} of item {page} the board heard of {page * part} berths in the harbour. "
        f"Ms Okafor asked who pays for lamp {page}-{part}, and the treasurer answered. "
        "It was agreed to come back to it after the survey of the north basin."
    )


@contextmanager
def _visitor(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=WIDE)
    yield context.new_page()
    context.close()


def _ms(times: Sequence[float]) -> str:
    return f"{median(times):.0f} ms"


if __name__ == "__main__":
    if sys.argv[1:2] == ["--long-pdf"] and len(sys.argv) == 3:
        sys.exit(_write_long_pdf(sys.argv[2]))
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
