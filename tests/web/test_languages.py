from __future__ import annotations

import pytest
from flask import Flask

from web.languages import spoken, told


@pytest.mark.parametrize(
    ("accepted", "language", "word"),
    [
        ("fr-CA,fr;q=0.9,en;q=0.8", "fr", "Mot de passe"),
        ("es", "es", "Contraseña"),
        ("en-GB,fr;q=0.5", "en", "Password"),
        ("de", "en", "Password"),
        ("", "en", "Password"),
    ],
)
def test_the_browser_s_language_is_spoken_where_it_is_there(
    app: Flask, accepted: str, language: str, word: str
) -> None:
    with app.test_request_context(headers={"Accept-Language": accepted}):
        assert spoken() == language
        assert told("Password") == word


def test_a_text_beyond_the_tables_stays(app: Flask) -> None:
    with app.test_request_context(headers={"Accept-Language": "fr"}):
        assert told("Wait 3 seconds.") == "Wait 3 seconds."
