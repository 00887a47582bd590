"""`/metrics`, in the format that Prometheus reads. Each process has its own."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, current_app, g, has_app_context, request

from qa import Answer, IndexMissingError, Settings
from web.collections import libraries_of, readable
from web.library import Library

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry
    from prometheus_client.metrics_core import Metric

_SECONDS = (0.005, 0.02, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30)


class Metrics:
    def __init__(self) -> None:
        from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector

        self.registry: CollectorRegistry = CollectorRegistry()
        kept: Any = {"registry": self.registry, "namespace": "meeting_qa"}
        self.requests = Counter(
            "requests", "Requests that were answered.", ["method", "path", "status"], **kept
        )
        self.seconds = Histogram(
            "request_seconds", "Seconds for a request.", ["path"], buckets=_SECONDS, **kept
        )
        self.answers = Counter(
            "answers", "Answers to questions, by how sure they are.", ["kind", "level"], **kept
        )
        ProcessCollector(registry=self.registry)
        self.registry.register(_State())


class _State:
    """What is so when somebody looks."""

    def describe(self) -> list[Metric]:
        return []

    def collect(self) -> Iterator[Metric]:
        from prometheus_client.core import GaugeMetricFamily

        indexes = {name: _figures(libraries_of(current_app)[name]) for name in readable()}
        for figure in ("generation", "reports", "passages"):
            gauge = GaugeMetricFamily(
                f"meeting_qa_{figure}", f"{figure} of an index", labels=["collection"]
            )
            for name, figures in indexes.items():
                gauge.add_metric([name], figures[figure])
            yield gauge
        queue = GaugeMetricFamily("meeting_qa_waiting", "Requests that wait.", labels=["lane"])
        lanes = current_app.extensions.get("lanes")
        for lane, waiting in (lanes.waiting() if lanes else {}).items():
            queue.add_metric([lane], waiting)
        yield queue


def register(app: Flask, settings: Settings) -> None:
    metrics = app.extensions["metrics"] = Metrics()
    app.before_request(_begin)
    app.after_request(lambda response: _count(metrics, response))
    app.add_url_rule("/metrics", view_func=_page, endpoint="metrics")


def count_answer(answer: Answer) -> None:
    """What answers without a server isn't counted."""
    if has_app_context():
        current_app.extensions["metrics"].answers.labels(answer.kind, answer.level).inc()


def _begin() -> None:
    g.began = time.perf_counter()


def _count(metrics: Metrics, response: Response) -> Response:
    """By the kinds of addresses, of which there are few."""
    path = request.url_rule.rule if request.url_rule else "?"
    method = request.method if request.url_rule else "?"
    metrics.requests.labels(method, path, response.status_code).inc()
    if "began" in g:
        metrics.seconds.labels(path).observe(time.perf_counter() - g.began)
    return response


def _figures(library: Library) -> dict[str, int]:
    try:
        assistant = library.assistant()
    except IndexMissingError:
        return {"generation": 0, "reports": 0, "passages": 0}
    entries = assistant.entries()
    return {
        "generation": assistant.generation(),
        "reports": len(entries),
        "passages": sum(entry.passages for entry in entries),
    }


def _page() -> Response:
    from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

    return Response(
        generate_latest(current_app.extensions["metrics"].registry),
        content_type=CONTENT_TYPE_LATEST,
    )
