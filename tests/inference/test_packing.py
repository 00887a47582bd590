from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from transformers import (
    MPNetConfig,
    MPNetForQuestionAnswering,
    RobertaConfig,
    RobertaForQuestionAnswering,
)

from qa.inference import linear
from qa.inference.packing import Tokens, packed, padded, pooled
from qa.inference.precision import made_on
from qa.inference.weights import packaged_model

_WORDS = st.integers(1000, 20_000)


@cache
def _model(dtype: str) -> Any:
    return packaged_model(dtype).eval()


@st.composite
def _tokens(draw: st.DrawFn) -> Tokens:
    ids = [101, *draw(st.lists(_WORDS, min_size=1, max_size=60))]
    second = draw(st.integers(1, len(ids)))
    types = [0] * second + [1] * (len(ids) - second)
    wanted = draw(st.sets(st.integers(1, len(ids) - 1)))
    return Tokens(ids, types, [0, *sorted(wanted)])


def _exact(tokens: Tokens, model: Any) -> torch.Tensor:
    """What the model itself says of the sequence alone."""
    ids, types = torch.tensor([tokens.ids]), torch.tensor([tokens.types])
    out = model(input_ids=ids, token_type_ids=types)
    return torch.stack([out.start_logits[0], out.end_logits[0]], -1)[tokens.wanted].float()


@settings(max_examples=40, deadline=None)
@given(batch=st.lists(_tokens(), min_size=1, max_size=5))
@pytest.mark.parametrize("lay", [packed, padded])
def test_each_sequence_has_the_logits_that_it_has_alone(lay: Any, batch: list[Tokens]) -> None:
    model = _model("float32")
    with torch.inference_mode():
        logits = lay(model, batch)
        assert len(logits) == len(batch)
        for tokens, some in zip(batch, logits, strict=True):
            torch.testing.assert_close(some, _exact(tokens, model), rtol=1e-3, atol=1e-3)


@settings(max_examples=40, deadline=None)
@given(batch=st.lists(st.lists(_WORDS, min_size=1, max_size=60), min_size=1, max_size=5))
def test_each_sequence_has_the_mean_that_it_has_alone(batch: list[list[int]]) -> None:
    encoder = _model("float32").bert
    with torch.inference_mode():
        means = pooled(encoder, batch)
        assert (means.shape, means.dtype) == ((len(batch), 384), torch.float32)
        for ids, mean in zip(batch, means, strict=True):
            exact = encoder(input_ids=torch.tensor([ids])).last_hidden_state[0].mean(0)
            torch.testing.assert_close(mean, exact, rtol=1e-3, atol=1e-3)


def _lines(*lengths: int) -> list[Tokens]:
    made = torch.Generator().manual_seed(7)
    return [
        Tokens(torch.randint(1000, 20_000, (n,), generator=made).tolist(), [0] * n, [*range(n)])
        for n in lengths
    ]


def test_in_bfloat16_it_is_as_near_as_its_digits_allow() -> None:
    batch = _lines(200, 33, 120)
    with torch.inference_mode():
        for tokens, some in zip(batch, packed(_model("bfloat16"), batch), strict=True):
            exact = _exact(tokens, _model("float32"))
            assert torch.nn.functional.cosine_similarity(some.float(), exact, dim=0).min() > 0.99


@pytest.mark.skipif(not linear.pays(), reason="this CPU has no units for it")
def test_layers_by_onednn_give_the_same() -> None:
    batch = _lines(70, 16, 41)
    with torch.inference_mode():
        plain = packed(_model("float32"), batch)
        laid_out = packed(linear.pack(packaged_model("float32").eval()), batch)
    for one, other in zip(plain, laid_out, strict=True):
        torch.testing.assert_close(one, other, rtol=1e-3, atol=1e-3)


def test_a_model_without_types_takes_padded_rows() -> None:
    torch.manual_seed(3)
    config = RobertaConfig(
        **{"vocab_size": 100, "hidden_size": 32, "intermediate_size": 64, "type_vocab_size": 1},
        **{"num_hidden_layers": 2, "num_attention_heads": 2},
    )
    model = RobertaForQuestionAnswering(config).eval()
    batch = [Tokens([0, 7, 9, 30, 2], [0] * 5, [0, 2, 3]), Tokens([0, 4, 2], [0] * 3, [0, 1])]
    with torch.inference_mode():
        for tokens, some in zip(batch, padded(model, batch), strict=True):
            alone = padded(model, [tokens])[0]
            torch.testing.assert_close(some, alone, rtol=1e-4, atol=1e-5)
            assert some.shape == (len(tokens.wanted), 2)


@cache
def _mpnet() -> Any:
    torch.manual_seed(3)
    config = MPNetConfig(
        **{"vocab_size": 20_001, "hidden_size": 32, "intermediate_size": 64},
        **{"num_hidden_layers": 3, "num_attention_heads": 2},
    )
    return MPNetForQuestionAnswering(config).eval()


@settings(max_examples=40, deadline=None)
@given(batch=st.lists(_tokens(), min_size=1, max_size=5))
@pytest.mark.parametrize("lay", [packed, padded])
def test_an_mpnet_is_laid_end_to_end_as_well(lay: Any, batch: list[Tokens]) -> None:
    model = _mpnet()
    with torch.inference_mode():
        for tokens, some in zip(batch, lay(model, batch), strict=True):
            out = model(input_ids=torch.tensor([tokens.ids]))
            exact = torch.stack([out.start_logits[0], out.end_logits[0]], -1)[tokens.wanted]
            torch.testing.assert_close(some, exact, rtol=1e-3, atol=1e-4)


@pytest.mark.parametrize("made", [lambda: packaged_model("bfloat16"), _mpnet])
def test_all_tensors_are_on_the_models_device(made: Any) -> None:
    """A device that computes shapes alone, and refuses tensors of another."""
    model, batch = deepcopy(made()).eval().to("meta"), _lines(7, 20)
    with torch.inference_mode(), made_on("meta"):
        logits = packed(model, batch)
    assert {part.device.type for part in logits} == {"meta"}
    assert [part.shape for part in logits] == [(len(one.wanted), 2) for one in batch]
