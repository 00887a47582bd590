"""Runs what can hang, crash or fill the memory in a process of its own.

In: a function of this package, named by its module, and bytes for it. Out: the bytes that it makes,
or a `ReportError` that says what became of the file. Open `process` first, which asks, then
`worker`, which answers.
"""

from qa.isolation.guarded import guarded
from qa.isolation.process import Worker, run_isolated

__all__ = ["Worker", "guarded", "run_isolated"]
