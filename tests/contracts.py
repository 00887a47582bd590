"""What every implementation of a seam has to do: subclass a suite and supply its fixture."""

from __future__ import annotations

import math
import threading
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa.errors import IndexMissingError, NotFoundError
from qa.inference.embedder import Embedder
from qa.reading.reader import Reader, check_citations
from qa.reports.near_duplicates import sketch
from qa.stores.store import FileRecord, LastRun, Origin, Store
from qa.types import Hit, Passage, Report
from tests.embedders import HashEmbedder
from tests.samples import MINUTES, evidence_of, make_report, put, report_texts, split

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from qa.types import Matrix, Vector

# The fixtures may keep what earlier examples left, and each suite below is run by several classes.
_any_fixture = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.differing_executors]
)

HOSTILE = [
    "",
    " ",
    '"',
    '" OR *',
    "budget AND",
    "NOT",
    "NEAR(budget",
    "NEAR(a b, 2)",
    "- ^ : { } ( ) + *",
    "{body} : budget",
    "body:budget",
    "budget*",
    "^budget",
    "'; DROP TABLE reports; --",
    "' OR 1=1 --",
    "🤷‍♀️ 🚢",
    "\0",
    "bud\0get",
    "\ud800",
    "½ ² ٣ ไทย हिन्दी",
    "what's the budget?",
    "x" * 100_000,
    " ".join(f"word{number}" for number in range(10_000))[:100_000],
    '"' * 100_000,
]


class EmbedderContract:
    """Supply the fixture `embedder`."""

    TEXTS = (
        "The board approved the budget.",
        "",
        "Ms Okafor asked for a survey of the north basin before any dredging starts.",
        "🚤",
        "The board approved the budget.",
    )

    def test_passages_are_float32_rows(self, embedder: Embedder) -> None:
        matrix = embedder.embed_passages(self.TEXTS)
        assert (matrix.shape, matrix.dtype.name) == ((len(self.TEXTS), embedder.dim), "float32")

    def test_a_question_is_one_float32_row(self, embedder: Embedder) -> None:
        vector = embedder.embed_question("What did the board approve?")
        assert (vector.shape, vector.dtype.name) == ((embedder.dim,), "float32")

    def test_rows_have_unit_length(self, embedder: Embedder) -> None:
        vectors = [*embedder.embed_passages(self.TEXTS), embedder.embed_question("Who?")]
        assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)

    def test_no_text_gives_no_row(self, embedder: Embedder) -> None:
        assert embedder.embed_passages([]).shape == (0, embedder.dim)

    def test_a_question_gives_the_same_vector_again(self, embedder: Embedder) -> None:
        first, second = (embedder.embed_question("Who asked for a survey?") for _ in range(2))
        assert np.array_equal(first, second)

    def test_passages_give_the_same_vectors_again(self, embedder: Embedder) -> None:
        first, second = (embedder.embed_passages(self.TEXTS) for _ in range(2))
        assert np.array_equal(first, second)

    def test_neighbours_in_a_batch_do_not_matter(self, embedder: Embedder) -> None:
        together = embedder.embed_passages(self.TEXTS)
        alone = np.concatenate([embedder.embed_passages([text]) for text in self.TEXTS])
        # Padding changes the last bits of bfloat16.
        assert np.sum(together * alone, axis=1) == pytest.approx(1, abs=2e-3)

    def test_another_meaning_gives_another_vector(self, embedder: Embedder) -> None:
        first, other = embedder.embed_passages([self.TEXTS[0], self.TEXTS[2]])
        assert float(first @ other) < 0.9

    def test_tokens_of_two_texts_are_those_of_both(self, embedder: Embedder) -> None:
        one, two, both = embedder.count_tokens(["the board", "met again", "the board met again"])
        assert one + two == both

    def test_tokens_of_nothing(self, embedder: Embedder) -> None:
        assert (embedder.count_tokens([]), embedder.count_tokens([""])) == ([], [0])

    def test_tokens_are_counted_beyond_what_the_model_reads(self, embedder: Embedder) -> None:
        assert embedder.count_tokens(["word " * 3000]) == [3000]

    def test_the_name_stays(self, embedder: Embedder) -> None:
        assert embedder.name == embedder.name != ""

    def test_threads_get_the_vectors_that_one_gets(self, embedder: Embedder) -> None:
        questions = [f"Who spoke on item {number}?" for number in range(8)]
        alone = [embedder.embed_question(question) for question in questions]
        with ThreadPoolExecutor(8) as pool:
            together = list(pool.map(embedder.embed_question, questions))
        assert np.array_equal(alone, together)


class MakeStore(Protocol):
    """Opens the same store again and again: to write, or to read what has been published."""

    def __call__(self, *, write: bool = False) -> Store: ...


class StoreContract:
    """Supply the fixture `make_store`, which closes what it opened."""

    @pytest.fixture
    def writer(self, make_store: MakeStore) -> Store:
        return make_store(write=True)

    # -- what was put is there

    def test_a_report_comes_back_as_it_was_put(self, writer: Store) -> None:
        report = make_report()
        put(writer, report)
        assert writer.report(report.id) == report

    def test_pages_come_back(self, writer: Store) -> None:
        report = replace(make_report(), pages=(0, 40, 40, 90))
        passages = put(writer, report)
        assert writer.report(report.id).pages == report.pages
        assert [p.page for p in writer.passages([p.id for p in passages])] == [
            report.page_at(p.start) for p in passages
        ]

    def test_passages_come_back_as_they_were_put(self, writer: Store) -> None:
        passages = put(writer, make_report())
        assert writer.passages([passage.id for passage in passages]) == passages

    @_any_fixture
    @given(text=report_texts)
    def test_put_and_read_is_identity(self, writer: Store, text: str) -> None:
        report = make_report(text)
        passages = put(writer, report)
        found = writer.report(report.id), writer.passages([passage.id for passage in passages])
        assert found == (report, passages)

    def test_passages_come_in_the_order_of_the_ids(self, writer: Store) -> None:
        passages = put(writer, make_report())[::-1]
        assert writer.passages([passage.id for passage in passages]) == passages

    def test_unknown_passages_are_left_out(self, writer: Store) -> None:
        passages = put(writer, make_report())
        assert writer.passages(["nowhere", passages[0].id, "'; --"]) == passages[:1]

    def test_the_passages_of_a_report_come_back(self, writer: Store) -> None:
        passages = put(writer, make_report())
        put(writer, make_report("Another text.", "other.md"))
        assert writer.passages_of(passages[0].report_id) == passages
        assert writer.passages_of("nowhere") == []

    def test_an_unknown_report_is_not_found(self, writer: Store) -> None:
        with pytest.raises(NotFoundError, match="nowhere"):
            writer.report("nowhere")

    def test_a_page_and_no_context_come_back(self, writer: Store) -> None:
        report = make_report("A report without a context.")
        passage = _passage(report, 0, 8, page=3)
        writer.put(report, [passage], _unit([[1, 0]]), "f")
        assert writer.passages([passage.id]) == [passage]

    def test_a_report_without_passages_is_kept(self, writer: Store) -> None:
        report = make_report()
        put(writer, make_report("Another report.", "other.md"))
        writer.put(report, [], np.zeros((0, HashEmbedder.dim), np.float32), "f")
        assert writer.report(report.id) == report

    def test_entries_are_the_latest_first_and_those_without_a_date_last(
        self, writer: Store
    ) -> None:
        put(writer, make_report("No date.", "a.md"))
        put(writer, make_report("Old.", "1999-01-02.md"))
        put(writer, make_report("New.", "2024-01-02.md"))
        assert [entry.date for entry in writer.entries()] == ["2024-01-02", "1999-01-02", None]

    def test_an_entry_is_the_report_without_its_text(self, writer: Store) -> None:
        report = replace(
            make_report(), event="Board", place="Quay 3", url="https://example.org/minutes"
        )
        passages = put(writer, report)
        (entry,) = writer.entries()
        fields = ("id", "title", "source", "date", "event", "place", "url")
        assert [getattr(entry, name) for name in fields] == [getattr(report, f) for f in fields]
        assert (entry.characters, entry.passages) == (len(report.text), len(passages))

    def test_files_name_report_and_fingerprint(self, writer: Store) -> None:
        report = make_report()
        put(writer, report, "print")
        assert writer.files() == {report.source: FileRecord(report.id, "print")}

    def test_the_origin_comes_back(self, writer: Store) -> None:
        origin = Origin("/reports/ü", "/list.csv")
        writer.set_origin(origin)
        assert writer.origin() == origin

    def test_the_last_run_comes_back(self, writer: Store) -> None:
        assert writer.last_run() is None
        run = LastRun(1234.5, {"broken.md": "It is binary."})
        writer.set_last_run(run)
        assert writer.last_run() == run

    def test_vectors_are_found_by_the_embedded_text(self, writer: Store) -> None:
        passages = put(writer, make_report())
        texts = [passage.embedded_text for passage in passages]
        found = writer.find_vectors([*texts, "unknown", *texts])
        expected = HashEmbedder().embed_passages(texts)
        assert set(found) == set(texts)
        assert all(np.array_equal(found[t], v) for t, v in zip(texts, expected, strict=True))

    def test_vectors_go_with_their_passages(self, writer: Store) -> None:
        passages = put(writer, make_report())
        writer.remove(make_report().source)
        assert writer.find_vectors([passage.embedded_text for passage in passages]) == {}

    def test_each_report_has_a_sketch(self, writer: Store) -> None:
        report, other = make_report(), make_report("Another text.", "other.md")
        put(writer, report)
        put(writer, other)
        put(writer, report)
        assert writer.sketches() == {r.id: sketch(r.text) for r in (report, other)}
        writer.remove(other.source)
        assert set(writer.sketches()) == {report.id}

    def test_what_was_put_and_removed_leaves_no_damage(self, writer: Store) -> None:
        for source in ("a.md", "b.md", "c.md"):
            put(writer, make_report(MINUTES + source, source))
        writer.remove("b.md")
        put(writer, make_report("Another text altogether.", "c.md"))
        assert writer.check() == []

    def test_at_first_there_is_no_origin(self, writer: Store) -> None:
        assert writer.origin() is None

    # -- files come, change and go

    def test_another_text_replaces_the_one_before(self, writer: Store) -> None:
        old, new = make_report("The old text."), make_report("The new text.")
        put(writer, old)
        put(writer, new)
        assert [entry.id for entry in writer.entries()] == [new.id]

    def test_a_replaced_text_is_found_no_more(self, writer: Store) -> None:
        put(writer, make_report("Pelicans nest here."))
        put(writer, make_report("Herons nest here."))
        assert writer.search_lexical("pelicans", 5) == []

    def test_the_same_text_again_updates_the_title(self, writer: Store) -> None:
        report = make_report()
        put(writer, report)
        put(writer, replace(report, title="Corrected", date="2023-03-15"))
        assert [(e.title, e.date) for e in writer.entries()] == [("Corrected", "2023-03-15")]

    def test_the_same_report_again_is_one_report(self, writer: Store) -> None:
        passages = put(writer, make_report())
        put(writer, make_report())
        found = writer.search_lexical("dredging survey fees owners board", 50)
        assert len(found) == len(set(found)) <= len(passages)

    def test_a_linked_file_shares_the_report(self, writer: Store) -> None:
        report = make_report()
        put(writer, report)
        writer.link("copy.md", report.id, "g")
        assert writer.files()["copy.md"] == FileRecord(report.id, "g")
        assert len(writer.entries()) == 1

    def test_a_report_stays_while_one_file_holds_it(self, writer: Store) -> None:
        report = make_report()
        put(writer, report)
        writer.link("copy.md", report.id, "g")
        writer.remove(report.source)
        assert writer.report(report.id) == report

    def test_a_report_goes_with_its_last_file(self, writer: Store) -> None:
        report = make_report()
        passages = put(writer, report)
        writer.link("copy.md", report.id, "g")
        writer.remove(report.source)
        writer.remove("copy.md")
        assert (writer.entries(), writer.passages([passages[0].id])) == ([], [])

    def test_linking_a_file_drops_what_it_held_before(self, writer: Store) -> None:
        kept, dropped = make_report("Kept.", "kept.md"), make_report("Leaving.", "moved.md")
        put(writer, kept)
        put(writer, dropped)
        writer.link("moved.md", kept.id, "g")
        assert [entry.id for entry in writer.entries()] == [kept.id]

    def test_removing_an_unknown_file_changes_nothing(self, writer: Store) -> None:
        report = make_report()
        put(writer, report)
        writer.remove("nowhere.md")
        assert list(writer.files()) == [report.source]

    # -- all or nothing

    @pytest.mark.parametrize(
        "shape", [(1, HashEmbedder.dim), (0, HashEmbedder.dim), (HashEmbedder.dim,)]
    )
    def test_too_few_vectors_change_nothing(self, writer: Store, shape: tuple[int, ...]) -> None:
        before = _state_after_first_put(writer)
        report = make_report(make_report().text + "\n## Any other business\n\nNone.")
        with pytest.raises(ValueError, match="vectors"):
            writer.put(report, split(report), np.ones(shape, np.float32), "g")
        assert _state(writer) == before

    def test_vectors_of_another_width_change_nothing(self, writer: Store) -> None:
        before = _state_after_first_put(writer)
        report = make_report("Another text.")
        with pytest.raises(ValueError, match="vectors"):
            writer.put(report, split(report), _unit([[1, 1, 1]]), "g")
        assert _state(writer) == before

    def test_an_error_in_the_middle_changes_nothing(self, writer: Store) -> None:
        before = _state_after_first_put(writer)
        report = make_report("Another text. " * 60)
        first, *others = split(report)
        broken = replace(others[-1], section=object())  # type: ignore[arg-type]
        vectors = HashEmbedder().embed_passages([p.embedded_text for p in (first, broken)])
        with pytest.raises(Exception, match="object"):
            writer.put(report, [first, broken], vectors, "g")
        assert _state(writer) == before

    def test_after_an_error_one_can_go_on(self, writer: Store) -> None:
        with pytest.raises(ValueError, match="vectors"):
            writer.put(make_report(), split(make_report()), np.ones((0, 2), np.float32), "f")
        put(writer, make_report())
        assert len(writer.entries()) == 1

    # -- dense search

    @pytest.mark.parametrize("k", [1, 3, 10, 40, 1000])
    def test_dense_hits_are_those_of_exact_arithmetic(self, make_store: MakeStore, k: int) -> None:
        ids, vectors = _many_vectors(make_store(write=True))
        question = np.random.default_rng(k).normal(size=vectors.shape[1])
        vector = _unit([question])[0]
        same_hits(make_store().search_dense(vector, k), _exact(ids, vectors, vector, k))

    def test_dense_ties_come_by_id_even_where_k_cuts_them(self, make_store: MakeStore) -> None:
        writer = make_store(write=True)
        report = make_report("abcdefghijkl")
        passages = [_passage(report, start, start + 1) for start in (5, 2, 9, 0, 7, 3)]
        writer.put(report, passages, _unit([[0, 1], [1, 0], [1, 0], [1, 0], [1, 0], [1, 0]]), "f")
        writer.publish()
        hits = make_store().search_dense(_unit([[1, 0]])[0], 3)
        assert [hit.passage_id for hit in hits] == sorted(p.id for p in passages[1:])[:3]

    def test_dense_hits_are_never_padded(self, make_store: MakeStore) -> None:
        writer = make_store(write=True)
        passages = put(writer, make_report())
        writer.publish()
        hits = make_store().search_dense(HashEmbedder().embed_question("fees"), 500)
        assert sorted(hit.passage_id for hit in hits) == sorted(p.id for p in passages)

    def test_a_passage_put_twice_is_found_once(self, make_store: MakeStore) -> None:
        writer = make_store(write=True)
        passages = put(writer, make_report())
        put(writer, make_report())
        writer.publish()
        hits = make_store().search_dense(HashEmbedder().embed_question("fees"), 500)
        assert len(hits) == len(passages)

    def test_the_same_words_have_cosine_one(self, make_store: MakeStore) -> None:
        writer = make_store(write=True)
        passages = put(writer, make_report())
        writer.publish()
        vector = HashEmbedder().embed_question(passages[0].embedded_text)
        same_hits(make_store().search_dense(vector, 1), [Hit(passages[0].id, 1.0)])

    def test_dense_search_of_an_empty_store_finds_nothing(self, make_store: MakeStore) -> None:
        make_store(write=True).publish()
        assert make_store().search_dense(HashEmbedder().embed_question("fees"), 5) == []

    def test_a_removed_report_is_found_no_more(self, make_store: MakeStore) -> None:
        writer = make_store(write=True)
        put(writer, make_report())
        writer.publish()
        reader = make_store()
        vector = HashEmbedder().embed_question("fees")
        assert reader.search_dense(vector, 1)
        writer.remove(make_report().source)
        writer.publish()
        assert reader.search_dense(vector, 1) == []

    # -- lexical search

    def test_words_of_the_body_are_found(self, writer: Store) -> None:
        passages = put(writer, make_report())
        found = {hit.passage_id for hit in writer.search_lexical("mooring fees", 5)}
        assert found == {p.id for p in passages if "ooring" in p.text or "Fees" in p.context}

    def test_words_of_the_context_are_found(self, writer: Store) -> None:
        report = replace(make_report("Nothing was decided."), event="Conference of rectors")
        passages = put(writer, report)
        assert [h.passage_id for h in writer.search_lexical("rector", 5)] == [passages[0].id]

    def test_a_word_that_stands_nowhere_finds_nothing(self, writer: Store) -> None:
        put(writer, make_report())
        assert writer.search_lexical("submarine", 5) == []

    @pytest.mark.parametrize("k", [1, 7, 100])
    def test_lexical_hits_are_those_of_bm25(self, writer: Store, k: int) -> None:
        bodies = _put_random_words(writer)
        for question in ("kab", "dol gum", "hok jat kab zup", "fip fip nom"):
            same_hits(writer.search_lexical(question, k), _bm25(bodies, question, k))

    def test_lexical_ties_come_by_id(self, writer: Store) -> None:
        report = make_report("kab kab kab kab")
        passages = [_passage(report, start, start + 3) for start in (8, 0, 12, 4)]
        writer.put(report, passages, _unit([[1, 0]] * 4), "f")
        hits = writer.search_lexical("kab", 3)
        assert [hit.passage_id for hit in hits] == sorted(p.id for p in passages)[:3]

    @pytest.mark.parametrize("question", HOSTILE, ids=range(len(HOSTILE)))
    def test_hostile_questions_are_only_words(self, writer: Store, question: str) -> None:
        passages = put(writer, make_report())
        found = {hit.passage_id for hit in writer.search_lexical(question, 5)}
        assert found <= {passage.id for passage in passages}
        assert len(writer.entries()) == 1

    @_any_fixture
    @given(question=st.text())
    def test_any_question_is_safe(self, writer: Store, question: str) -> None:
        passages = put(writer, make_report())
        found = {hit.passage_id for hit in writer.search_lexical(question, 5)}
        assert found <= {passage.id for passage in passages}

    # -- several at once

    @pytest.mark.parametrize("show", ["publish", "settle"])
    def test_a_store_open_for_reading_sees_what_is_shown(
        self, make_store: MakeStore, show: str
    ) -> None:
        writer, reader = _published(make_store)
        added = make_report("Cormorants were counted.", "birds.md")
        put(writer, added)
        getattr(writer, show)()
        vector = HashEmbedder().embed_question("cormorants counted")
        assert reader.search_lexical("cormorants", 1)[0].passage_id.startswith(added.id)
        assert reader.search_dense(vector, 1)[0].passage_id.startswith(added.id)

    def test_publishing_raises_the_generation(self, make_store: MakeStore) -> None:
        writer, reader = _published(make_store)
        before = reader.generation()
        writer.publish()
        assert reader.generation() == before + 1

    def test_settling_does_not_end_a_first_run(self, make_store: MakeStore) -> None:
        writer = make_store(write=True)
        put(writer, make_report())
        writer.settle()
        with pytest.raises(IndexMissingError):
            make_store()

    def test_what_was_put_is_found_by_its_words_at_once(self, make_store: MakeStore) -> None:
        """A run that is killed leaves it so."""
        writer, reader = _published(make_store)
        put(writer, make_report("Cormorants were counted, and fees.", make_report().source))
        assert len(reader.search_lexical("cormorants fees", 9)) == 1

    def test_reading_sees_one_state(self, make_store: MakeStore) -> None:
        writer, reader = _published(make_store)
        with reader.reading():
            before = _state(reader)
            put(writer, make_report("A new text on fees.", make_report().source))
            put(writer, make_report("Fees again.", "more.md"))
            writer.publish()
            assert _state(reader) == before
        assert _state(reader) != before

    def test_reading_may_be_nested(self, make_store: MakeStore) -> None:
        writer, reader = _published(make_store)
        with reader.reading():
            before = _state(reader)
            with reader.reading():
                writer.remove(make_report().source)
                writer.publish()
            assert _state(reader) == before

    def test_an_error_ends_the_reading(self, make_store: MakeStore) -> None:
        writer, reader = _published(make_store)
        with pytest.raises(KeyError), reader.reading():
            raise KeyError(reader.generation())
        writer.remove(make_report().source)
        writer.publish()
        assert reader.entries() == []

    def test_threads_search_while_one_writes(self, make_store: MakeStore) -> None:
        writer, reader = _published(make_store)
        done = threading.Event()

        def write() -> None:
            try:
                for number in range(12):
                    put(writer, make_report(f"Fees of quay {number} rise.", f"{number % 4}.md"))
                    writer.publish()
            finally:
                done.set()

        with ThreadPoolExecutor(9) as pool:
            searches = [pool.submit(_search_until, done, reader) for _ in range(8)]
            pool.submit(write).result()
            counts = [search.result() for search in searches]
        assert min(counts) > 0

    def test_a_closed_store_can_be_opened_again(self, make_store: MakeStore) -> None:
        writer, reader = _published(make_store)
        before = _state(reader)
        writer.close()
        reader.close()
        assert _state(make_store()) == before


class ReaderContract:
    """Supply the fixture `reader`."""

    QUESTIONS = (
        "What did the board approve?",
        "How much will the survey cost?",
        "Who asked for a survey first?",
        "By how much do mooring fees rise?",
        "What is the capital of Mongolia?",
        "🚤?",
        "",
    )
    REPORT = make_report()

    @pytest.fixture(params=QUESTIONS)
    def question(self, request: pytest.FixtureRequest) -> str:
        text: str = request.param
        return text

    def test_quotes_are_verbatim_and_contain_the_answer(
        self, reader: Reader, question: str
    ) -> None:
        answer = reader.read(question, evidence_of(self.REPORT))
        check_citations(answer, {self.REPORT.id: self.REPORT}.__getitem__)
        assert (answer.answer is None) == (not answer.citations)

    def test_the_evidence_is_handed_on(self, reader: Reader, question: str) -> None:
        """In the reader's order, with its scores."""
        evidence = evidence_of(self.REPORT)
        given = [
            replace(item, reader_score=None) for item in reader.read(question, evidence).evidence
        ]
        assert sorted(given, key=lambda item: item.start) == evidence

    def test_the_question_is_handed_on(self, reader: Reader, question: str) -> None:
        assert reader.read(question, evidence_of(self.REPORT)).question == question

    def test_confidence_is_a_share(self, reader: Reader, question: str) -> None:
        assert 0 <= reader.read(question, evidence_of(self.REPORT)).confidence <= 1

    def test_without_evidence_there_is_no_answer(self, reader: Reader, question: str) -> None:
        answer = reader.read(question, [])
        assert (answer.answer, answer.citations, answer.evidence) == (None, (), ())

    def test_reading_again_gives_the_same(self, reader: Reader, question: str) -> None:
        first, second = (reader.read(question, evidence_of(self.REPORT)) for _ in range(2))
        assert first == second

    @_any_fixture
    @given(question=st.text(), text=report_texts)
    def test_any_question_on_any_report_is_safe(
        self, reader: Reader, question: str, text: str
    ) -> None:
        report = make_report(text)
        check_citations(reader.read(question, evidence_of(report)), lambda _: report)

    def test_it_has_a_name(self, reader: Reader) -> None:
        assert reader.name


def _passage(report: Report, start: int, end: int, page: int | None = None) -> Passage:
    """A passage without a context: what is indexed is its text alone."""
    text = report.text[start:end]
    return Passage(
        f"{report.id}:{start}-{end}", report.id, start, end, text, page=page, context="", body=text
    )


def _unit(rows: ArrayLike) -> Matrix:
    matrix = np.array(rows, dtype=np.float32)
    unit: Matrix = matrix / np.linalg.norm(matrix, axis=1, keepdims=True)
    return unit


def _state(store: Store) -> tuple[Any, ...]:
    """All that reads can see."""
    vector = HashEmbedder().embed_question("mooring fees rise")
    dense, lexical = store.search_dense(vector, 50), store.search_lexical("mooring fees rise", 50)
    passages = store.passages([hit.passage_id for hit in (*dense, *lexical)])
    return store.entries(), dict(store.files()), dense, lexical, passages, store.generation()


def _state_after_first_put(writer: Store) -> tuple[Any, ...]:
    put(writer, make_report())
    writer.publish()
    return _state(writer)


def _published(make_store: MakeStore) -> tuple[Store, Store]:
    """A writer that has published one report, and a reader that has seen it."""
    writer = make_store(write=True)
    put(writer, make_report())
    writer.publish()
    reader = make_store()
    _state(reader)
    return writer, reader


def _search_until(done: threading.Event, reader: Store) -> int:
    """Search at least once and until the writer is done; every passage found has to be whole."""
    vector = HashEmbedder().embed_question("fees rise")
    count = 0
    while not (done.is_set() and count):
        with reader.reading():
            hits = [*reader.search_dense(vector, 5), *reader.search_lexical("fees rise", 5)]
            for passage in reader.passages([hit.passage_id for hit in hits]):
                text = reader.report(passage.report_id).text
                assert text[passage.start : passage.end] == passage.text
        count += 1
    return count


def _many_vectors(writer: Store) -> tuple[list[str], Matrix]:
    """60 passages in three reports; every third row is the one before it, again."""
    vectors = np.random.default_rng(0).normal(size=(60, 8))
    vectors[2::3] = vectors[1::3]
    unit = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
    ids = []
    for number in range(3):
        report = make_report("abcdefghijklmnopqrstuvwxyz" + str(number), f"{number}.txt")
        passages = [_passage(report, start, start + 1) for start in range(20)]
        writer.put(report, passages, unit[20 * number : 20 * (number + 1)], "f")
        ids += [passage.id for passage in passages]
    writer.publish()
    return ids, unit


def _exact(ids: Sequence[str], vectors: Matrix, vector: Vector, k: int) -> list[Hit]:
    scores = vectors.astype(np.float64) @ vector.astype(np.float64)
    hits = [Hit(id_, round(float(score), 6)) for id_, score in zip(ids, scores, strict=True)]
    return sorted(hits, key=lambda hit: (-hit.score, hit.passage_id))[:k]


def _put_random_words(writer: Store) -> dict[str, str]:
    """Bodies by passage id: words that a stemmer and a stop list leave alone."""
    words = ["kab", "dol", "fip", "gum", "hok", "jat", "nom"]
    rng = np.random.default_rng(7)
    bodies = {}
    for number in range(40):
        # Rare words and common ones: `kab` is in most texts, where the idf formula is negative.
        odds = np.array([9, 4, 3, 2, 2, 1, 1]) / 22
        drawn = rng.choice(words, size=rng.integers(2, 15), p=odds)
        report = make_report(" ".join([*drawn, f"n{number}"]), f"{number}.txt")
        passage = _passage(report, 0, len(report.text))
        writer.put(report, [passage], _unit([[1, 0]]), "f")
        bodies[passage.id] = report.text
    return bodies


def _bm25(bodies: dict[str, str], question: str, k: int) -> list[Hit]:
    """Robertson's formula as Lucene has it."""
    texts = {id_: body.split() for id_, body in bodies.items()}
    average = sum(map(len, texts.values())) / len(texts)

    def weight(word: str) -> float:
        holding = sum(word in text for text in texts.values())
        return math.log(1 + (len(texts) - holding + 0.5) / (holding + 0.5))

    def score(text: list[str]) -> float:
        counts = Counter(text)
        norm = 1.2 * (1 - 0.75 + 0.75 * len(text) / average)
        return sum(
            weight(word) * counts[word] * 2.2 / (counts[word] + norm)
            for word in dict.fromkeys(question.split())
        )

    asked = set(question.split())
    hits = [Hit(id_, score(text)) for id_, text in texts.items() if asked & set(text)]
    return sorted(hits, key=lambda hit: (-round(hit.score, 6), hit.passage_id))[:k]


def same_hits(found: Sequence[Hit], expected: Sequence[Hit]) -> None:
    assert [hit.passage_id for hit in found] == [hit.passage_id for hit in expected]
    assert [hit.score for hit in found] == pytest.approx([h.score for h in expected], abs=1e-5)
