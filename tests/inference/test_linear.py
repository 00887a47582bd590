from __future__ import annotations

from copy import deepcopy

import pytest
import torch
from transformers import BertConfig, BertModel

from qa.inference import linear

_CONFIG = BertConfig(
    vocab_size=50, hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64
)
needs_units = pytest.mark.skipif(not linear.pays(), reason="a CPU without 512-bit units")


def _model(seed: int, **changes: object) -> BertModel:
    torch.manual_seed(seed)
    return BertModel(BertConfig(**{**_CONFIG.to_dict(), **changes})).eval()


def _ids(rows: int, tokens: int) -> torch.Tensor:
    made = torch.Generator().manual_seed(rows * tokens)
    return torch.randint(0, 50, (rows, tokens), generator=made)


@torch.inference_mode()
def _states(model: BertModel, ids: torch.Tensor) -> torch.Tensor:
    return model(input_ids=ids).last_hidden_state


@pytest.mark.parametrize("activation", ["gelu", "gelu_new", "relu"])
@pytest.mark.parametrize(("rows", "tokens"), [(1, 1), (1, 7), (5, 60)])
def test_the_states_are_the_same(activation: str, rows: int, tokens: int) -> None:
    model, ids = _model(rows, hidden_act=activation), _ids(rows, tokens)
    exact = _states(deepcopy(model).double(), ids)
    packed = _states(linear.pack(model), ids)
    torch.testing.assert_close(packed.double(), exact, rtol=1e-4, atol=1e-5)


def test_in_bfloat16_they_are_as_near_as_torchs_own() -> None:
    model, ids = _model(3), _ids(4, 50)
    exact = _states(deepcopy(model).double(), ids)
    plain = _states(deepcopy(model).bfloat16(), ids)
    packed = _states(linear.pack(model.bfloat16()), ids)
    assert packed.dtype == torch.bfloat16
    assert (packed.double() - exact).norm() < 1.2 * (plain.double() - exact).norm()


@needs_units
def test_a_copy_shares_the_weights() -> None:
    model = linear.pack(_model(4))
    layers = [part for part in model.modules() if isinstance(part, torch.nn.Linear)]
    assert layers
    assert all(layer.weight is None for layer in layers)
    copy, ids = deepcopy(model), _ids(2, 9)
    torch.testing.assert_close(_states(copy, ids), _states(model, ids), rtol=0, atol=0)


@pytest.mark.parametrize("missing", ["units", "library"])
def test_where_it_does_not_pay_the_model_stays(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    if missing == "units":
        monkeypatch.setattr(torch.cpu, "get_capabilities", dict)
    else:
        monkeypatch.setattr(torch.backends.mkldnn, "is_available", lambda: False)
    model = linear.pack(_model(5))
    assert all(
        part.weight is not None for part in model.modules() if isinstance(part, torch.nn.Linear)
    )
