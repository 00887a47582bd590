from __future__ import annotations

import os
import signal

import pytest

from qa.errors import ReportError
from qa.isolation import process
from qa.reports.formats.markup.markdown import read_markdown
from qa.reports.formats.reading import read_document
from tests.documents import Pdf, docx

FEES = docx([("Normal", "Fees rise.")])


def _number() -> int:
    running = process._READER._process
    assert running is not None
    return running.pid


def test_a_document_comes_from_another_process() -> None:
    assert read_document(FEES, ".docx").text == "Fees rise."
    assert _number() != os.getpid()


def test_the_process_is_used_again() -> None:
    read_document(FEES, ".docx")
    first = _number()
    assert read_document(Pdf().page().line("Fees rise.", 60).raw(), ".pdf").pages == (0,)
    assert _number() == first


def test_text_is_read_there_as_well() -> None:
    raw = b"---\ntitle: Board\n---\n# Fees"
    process._READER.close()
    assert read_document(raw, ".md") == read_markdown(raw)
    assert _number() != os.getpid()


def _filling(_: bytes) -> bytes:
    return bytes(1 << 31)


def test_after_too_much_memory_another_process_reads_the_next_file() -> None:
    read_document(b"Fees rise.", ".txt")
    first = _number()
    with pytest.raises(ReportError, match="too much memory"):
        process.run_isolated(_filling, (b"",), seconds=60, memory=1 << 30)
    assert read_document(b"Fees rise.", ".txt").text == "Fees rise."
    assert _number() != first


def test_errors_come_back_with_their_cure() -> None:
    with pytest.raises(ReportError, match=r"no HTML tags\. Give it"):
        read_document(b"Fees rise.", ".html")


def test_content_that_lies_is_named() -> None:
    with pytest.raises(ReportError, match=r"a Word document, not what '\.pdf' says"):
        read_document(FEES, ".pdf")


def test_a_process_that_died_meanwhile_is_started_again() -> None:
    read_document(FEES, ".docx")
    first = _number()
    os.kill(first, signal.SIGKILL)
    assert read_document(FEES, ".docx").text == "Fees rise."
    assert _number() != first


def test_what_takes_too_long_is_given_up_and_the_next_file_is_read() -> None:
    with pytest.raises(ReportError, match=r"longer than 0\.001 s"):
        read_document(FEES, ".docx", seconds=0.001)
    assert read_document(FEES, ".docx").text == "Fees rise."


def test_a_file_that_crashes_its_reader_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    process._READER.close()
    crash = "import qa.isolation.worker as w, os; w.answer = lambda *_: os.abort(); w.main()"
    start = process.subprocess.Popen

    def crashing(command: list[str], **options: object) -> object:
        return start([*command[:2], "-c", crash], **options)  # type: ignore[call-overload]

    monkeypatch.setattr(process.subprocess, "Popen", crashing)
    with pytest.raises(ReportError, match="crashes its reader"):
        read_document(FEES, ".docx")
    monkeypatch.undo()
    assert read_document(FEES, ".docx").text == "Fees rise."
