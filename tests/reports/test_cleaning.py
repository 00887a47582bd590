from __future__ import annotations

from dataclasses import replace
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from qa.reports.cleaning import cleaned
from qa.reports.formats.document import Document, Metadata
from qa.reports.headings import nested_sections, plain_sections
from qa.text.visible import visible
from qa.types import Section
from tests.samples import report_texts

_HIDDEN = st.sampled_from(
    ["so\xadft ", "a\u200bb ", "e\u0301 ", "\ufeff", "ﬁ ", "\xa0", "\u202e", ""]
)
_PARTS = st.lists(st.tuples(report_texts, _HIDDEN).map("".join), max_size=5).map("\n".join)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """With sections, and with pages that begin lines."""
    text = draw(_PARTS)
    find = draw(st.sampled_from([partial(nested_sections, marked=()), plain_sections]))
    lines = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]
    pages = sorted(draw(st.sets(st.sampled_from(lines))))
    return Document(text=text, sections=find(text), pages=tuple(pages))


def _starts(document: Document) -> list[int]:
    return [*(section.start for section in document.sections), *document.pages]


@given(documents())
def test_sections_and_pages_begin_at_the_same_words(document: Document) -> None:
    clean = cleaned(document)
    assert clean.text == visible(document.text)
    for before, after in zip(_starts(document), _starts(clean), strict=True):
        assert clean.text[after:] == visible(document.text[before:])
        assert clean.text[:after] == visible(document.text[:before])


@given(documents())
def test_a_clean_document_is_unchanged(document: Document) -> None:
    clean = cleaned(document)
    assert cleaned(clean) == clean


def test_titles_and_metadata_are_clean_as_well() -> None:
    said = Metadata(title="Har\xadbour\xa0board", event="\u200b", place="Quay 3")
    document = replace(Document(text="# F\xadees\n"), said=said, margin="ﬁve")
    clean = cleaned(replace(document, sections=(Section(0, 1, "F\xadees"),)))
    assert clean.said == Metadata(title="Harbour board", place="Quay 3")
    assert (clean.sections[0].title, clean.margin) == ("Fees", "five")
