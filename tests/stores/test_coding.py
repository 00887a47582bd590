from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import StoreError
from qa.stores.coding import decode, encode, text_key
from qa.types import Meeting, Proceedings, Span
from tests.records import told_whole
from tests.samples import texts

_SPANS = st.builds(Span, st.integers(0, 9), st.integers(0, 9))


def _some(kind: type) -> st.SearchStrategy:
    """Any value of the type, of text that files may have."""
    return st.from_type(kind)


@pytest.fixture(autouse=True, scope="module")
def _text_as_files_have_it() -> None:
    st.register_type_strategy(str, texts)
    st.register_type_strategy(Span, _SPANS)


@given(meeting=st.deferred(lambda: _some(Meeting)))
def test_a_record_comes_back(meeting: Meeting) -> None:
    assert decode(Meeting, encode(meeting)) == meeting


@given(happened=st.deferred(lambda: _some(Proceedings)))
def test_proceedings_come_back(happened: Proceedings) -> None:
    assert decode(Proceedings, encode(happened)) == happened


def test_what_is_not_known_takes_no_room() -> None:
    assert encode(Proceedings()) == "{}"
    assert "room" not in encode(told_whole().meetings[0])


@pytest.mark.parametrize("text", ["", "[]", '{"people": 3}', '{"people": [{"name": "x"}]}'])
def test_what_is_damaged_is_named(text: str) -> None:
    with pytest.raises(StoreError, match="damaged: a Proceedings"):
        decode(Proceedings, text)


@given(st.text(), st.text())
def test_keys_are_equal_for_equal_texts_alone(one: str, other: str) -> None:
    assert (text_key(one) == text_key(other)) == (one == other)
