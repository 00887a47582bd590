from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.assistant import Assistant, LateAssistant, clean
from qa.errors import IndexMissingError, NotFoundError, QuestionError
from qa.reading.reader import CitationError
from qa.settings import Settings
from qa.stores.local import LocalStore, Manifest
from qa.types import Answer, Turn
from tests.embedders import HashEmbedder
from tests.readers import FirstSentenceReader
from tests.samples import MINUTES, index_folder

MANIFEST = Manifest(embedder="hash@64", splitter="1")


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    """Over three small reports."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "harbour.md").write_text(MINUTES, encoding="utf-8")
    (folder / "birds.txt").write_text("Herons nest on quay five. Pelicans left in May.")
    (folder / "2021-02-03.md").write_text("# Dues\n\nThe dues of members fell to nine euros.")
    writer = LocalStore(tmp_path, MANIFEST, write=True)
    index_folder(writer, folder)
    writer.close()
    store = LocalStore(tmp_path, MANIFEST)
    settings = Settings(home=tmp_path, question_chars=100, evidence=2)
    yield Assistant(settings, HashEmbedder(), store, FirstSentenceReader())
    store.close()


# -- cleaning


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  Who \n\t spoke?  ", "Who spoke?"),
        ("Who\0 spoke?\x07", "Who spoke?"),
        ("Who \ud800spoke?", "Who ?spoke?"),
        ("Cafe\u0301", "Café"),
        ("\u2028 \u00a0", ""),
        ("🚤 שלום", "🚤 שלום"),
    ],
)
def test_a_question_is_cleaned(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text(st.characters(exclude_categories=[])))
def test_cleaning_again_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters(exclude_categories=[])))
def test_what_is_clean_is_one_line_of_valid_text(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.encode().decode() == cleaned == cleaned.strip()
    assert not {"Cc", "Cs", "Zl", "Zp"} & {unicodedata.category(sign) for sign in cleaned}


# -- questions that aren't asked


@pytest.mark.parametrize("question", ["", "  \n", "\0", "\u2028"])
def test_an_empty_question_is_refused(assistant: Assistant, question: str) -> None:
    with pytest.raises(QuestionError, match="empty"):
        assistant.ask(question)


def test_a_question_that_is_too_long_is_refused_with_the_limit(assistant: Assistant) -> None:
    with pytest.raises(QuestionError, match=r"101 characters.*at most 100"):
        assistant.search("x" * 101)


def test_a_question_of_the_greatest_length_is_asked(assistant: Assistant) -> None:
    assert len(assistant.ask("x" * 100).question) == 100


# -- from question to answer


def test_an_answer_is_quoted_from_its_report(assistant: Assistant) -> None:
    answer = assistant.ask("Where do herons nest?")
    assert answer.answer == "Herons nest on quay five."
    (citation,) = answer.citations
    assert (citation.source, citation.start, citation.quote) == ("birds.txt", 0, answer.answer)


@pytest.mark.parametrize("retrieval", ["hybrid", "dense", "lexical"])
def test_each_way_of_retrieval_finds_the_report(assistant: Assistant, retrieval: str) -> None:
    assistant.settings = assistant.settings.model_copy(update={"retrieval": retrieval})
    best = assistant.search("Where do herons nest?")[0]
    asked = ("dense", "lexical") if retrieval == "hybrid" else (retrieval,)
    assert (best.source, best.ranks) == ("birds.txt", dict.fromkeys(asked, 1))


def test_a_retriever_without_weight_does_not_decide(assistant: Assistant) -> None:
    assistant.settings = assistant.settings.model_copy(update={"dense_weight": 0.0})
    scores = {e.source: e.score for e in assistant.search("pelicans", limit=3)}
    assert max(scores, key=scores.__getitem__) == "birds.txt"
    assert sum(score > 0 for score in scores.values()) == 1


def test_what_no_report_says_is_refused_with_the_nearest_evidence(assistant: Assistant) -> None:
    answer = assistant.ask("Submarine?")
    assert (answer.answer, answer.citations) == (None, ())
    assert len(answer.evidence) == 2


def test_an_answer_hands_on_the_cleaned_question(assistant: Assistant) -> None:
    assert assistant.ask(" Where do\nherons nest? ").question == "Where do herons nest?"


def test_the_setting_limits_the_evidence(assistant: Assistant) -> None:
    assert len(assistant.search("quay dues fees")) == 2


def test_a_caller_may_limit_the_evidence(assistant: Assistant) -> None:
    assert len(assistant.ask("quay dues fees", limit=1).evidence) == 1


def test_times_are_told(assistant: Assistant) -> None:
    times = assistant.ask("Where do herons nest?").timings_ms
    assert set(times) >= {"retrieve", "read", "total"}
    assert all(time >= 0 for time in times.values())


def test_a_conversation_may_be_given(assistant: Assistant) -> None:
    answer = assistant.ask("Where do herons nest?", [Turn("Do pelicans stay?", "No.")])
    assert answer.answer == "Herons nest on quay five."


def test_a_reader_that_misquotes_is_caught(assistant: Assistant) -> None:
    class Liar(FirstSentenceReader):
        def read(self, question: str, evidence: object) -> Answer:
            answer = super().read(question, assistant.search(question))
            (citation,) = answer.citations
            object.__setattr__(citation, "quote", "Herons nest everywhere.")
            return answer

    assistant.reader = Liar()
    with pytest.raises(CitationError, match="everywhere"):
        assistant.ask("Where do herons nest?")


def test_entries_and_reports_are_handed_on(assistant: Assistant) -> None:
    entries = assistant.entries()
    assert [entry.source for entry in entries] == ["harbour.md", "2021-02-03.md", "birds.txt"]
    assert assistant.report(entries[0].id).text == MINUTES


def test_an_unknown_report_is_not_found(assistant: Assistant) -> None:
    with pytest.raises(NotFoundError, match="nowhere"):
        assistant.report("nowhere")


def test_threads_get_the_answers_that_one_gets(assistant: Assistant) -> None:
    questions = ["Where do herons nest?", "By how much do mooring fees rise?", "Dues?"] * 8
    alone = [assistant.ask(question).answer for question in questions]
    with ThreadPoolExecutor(8) as pool:
        together = [answer.answer for answer in pool.map(assistant.ask, questions)]
    assert together == alone


def test_opening_without_an_index_names_the_cure(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError, match="qa index"):
        Assistant.open(Settings(home=tmp_path))


def test_a_late_assistant_is_opened_once_and_again_after_it_was_closed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[_Closable] = []

    class _Closable:
        closed = 0

        def close(self) -> None:
            self.closed += 1

    def _open(settings: Settings, models: None) -> _Closable:
        opened.append(_Closable())
        return opened[-1]

    monkeypatch.setattr(Assistant, "open", _open)
    late = LateAssistant(Settings(home=tmp_path))
    late.close()
    assert late.get() is late.get() is opened[0]
    late.close()
    late.close()
    assert opened[0].closed == 1
    assert late.get() is opened[1]
