"""Many clients at once: python -m scripts.load HOME [--clients 200] [--seconds 180]

Each client asks `qa serve` on the index in HOME without a pause, over a connection of its own for
each request: mostly questions, also the list of reports and the server's health. Whoever is told to
come back (429, 503 with Retry-After) waits as long. Prints what was answered, how long it took, and
the memory of the server every ten seconds; the exit status is 1 if a request failed otherwise, or
if memory rises by more than a twentieth after the first minute. With `--rebuild TOKENS` an index
of passages of so many tokens is made meanwhile in HOME, anew, as another model would make it.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np

from qa.evaluation import read_questions
from scripts.benchmarking.machine import describe
from scripts.benchmarking.ours import serving
from scripts.benchmarking.processes import environment

_QUESTIONS = Path(__file__).resolve().parents[1] / "corpus" / "questions.jsonl"
_PATIENCE_S = 120
_EACH_S = 10
_GROWTH = 1.05


@dataclass
class Told:
    """What all clients were told: statuses by kind, and milliseconds of what was answered."""

    statuses: Counter[str] = field(default_factory=Counter)
    taken: dict[str, list[float]] = field(default_factory=lambda: {"question": [], "other": []})
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, kind: str, status: str, milliseconds: float) -> None:
        with self.lock:
            self.statuses[f"{kind} {status}"] += 1
            if status == "200":
                self.taken[kind].append(milliseconds)

    @property
    def failed(self) -> int:
        fine = ("200", "429", "503 with Retry-After")
        return sum(n for name, n in self.statuses.items() if not name.endswith(fine))


def _client(address: str, questions: list[str], seed: int, until: float, told: Told) -> None:
    chance = random.Random(seed)
    while time.monotonic() < until:
        kind = "question" if chance.random() < 0.8 else "other"
        began = time.perf_counter()
        status, wait = _ask(address, kind, chance.choice(questions), chance)
        told.note(kind, status, 1e3 * (time.perf_counter() - began))
        time.sleep(min(wait, max(0.0, until - time.monotonic())))


def _ask(address: str, kind: str, question: str, chance: random.Random) -> tuple[str, float]:
    """The status in words, and the seconds to wait."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=_PATIENCE_S)
    try:
        if kind == "question":
            body = json.dumps({"question": question})
            connection.request("POST", "/api/answer", body, {"Content-Type": "application/json"})
        else:
            connection.request("GET", chance.choice(("/api/reports", "/api/health", "/api/people")))
        reply = connection.getresponse()
        reply.read()
        wait = reply.getheader("Retry-After")
    except (OSError, http.client.HTTPException) as error:
        return type(error).__name__, 1
    finally:
        connection.close()
    told = f"{reply.status} with Retry-After" if reply.status == 503 and wait else reply.status
    return str(told), float(wait or 0)


def _memory_mb(pid: int) -> float:
    """Resident, of the process alone."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def _server_of(parent: int) -> int:
    """`serving` starts one process: the youngest child that serves."""
    for path in Path("/proc").glob("[0-9]*"):
        try:
            stat = (path / "stat").read_text().rpartition(")")[2].split()
            said = (path / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if int(stat[1]) == parent and b"serve" in said:
            return int(path.name)
    raise SystemExit("The server's process can't be found.")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("home", type=Path)
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=180)
    parser.add_argument("--rebuild", metavar="TOKENS", help="passages of so many tokens meanwhile")
    given = parser.parse_args()
    print(describe("auto"), flush=True)
    with serving(given.home) as address:
        told, memory = _load(address, given)
    sys.exit(1 if told.failed or not _is_flat(memory) else 0)


def _load(address: str, given: argparse.Namespace) -> tuple[Told, list[float]]:
    questions = [question.question for question in read_questions(_QUESTIONS)]
    told, began = Told(), time.monotonic()
    until = began + given.seconds
    clients = [
        threading.Thread(target=_client, args=(address, questions, seed, until, told))
        for seed in range(given.clients)
    ]
    for client in clients:
        client.start()
    building = _rebuild(given) if given.rebuild else None
    memory = _watch(_server_of(os.getpid()), until)
    for client in clients:
        client.join()
    if building:
        print(f"the rebuild ended with {building.wait()}")
    _print(told, memory, time.monotonic() - began)
    return told, memory


def _rebuild(given: argparse.Namespace) -> subprocess.Popen[bytes]:
    """Another way of splitting makes a whole index anew, as another model does."""
    command = [sys.executable, "-c", "from qa.cli import main; main()", "--home", given.home]
    settings = {**environment(), "QA_PASSAGE_TOKENS": given.rebuild}
    return subprocess.Popen([*command, "index"], env=settings, stdout=subprocess.DEVNULL)


def _watch(server: int, until: float) -> list[float]:
    memory = []
    while time.monotonic() < until:
        memory.append(_memory_mb(server))
        time.sleep(max(0.0, min(_EACH_S, until - time.monotonic())))
    return [*memory, _memory_mb(server)]


def _print(told: Told, memory: list[float], seconds: float) -> None:
    print(f"{told.statuses.total():,} requests in {seconds:.0f} s, {told.failed} failed")
    print(", ".join(f"{name}: {count:,}" for name, count in told.statuses.most_common()))
    for kind, taken in told.taken.items():
        if taken:
            p50, p95 = np.percentile(taken, (50, 95))
            print(f"{kind}: {len(taken):,} answered, p50 {p50:,.0f} ms, p95 {p95:,.0f} ms")
    print("memory in MB every 10 s: " + " ".join(f"{mb:.0f}" for mb in memory))


def _is_flat(memory: list[float]) -> bool:
    """After the first minute."""
    minute = 60 // _EACH_S
    return len(memory) <= minute or max(memory[minute:]) <= _GROWTH * memory[minute]


if __name__ == "__main__":
    main()
