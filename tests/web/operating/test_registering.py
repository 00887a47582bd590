from __future__ import annotations

from flask import Flask


def test_all_of_it_is_there(app: Flask) -> None:
    rules = {rule.rule for rule in app.url_map.iter_rules()}
    assert {"/login", "/logout", "/metrics", "/api/ready"} <= rules
    assert "/api/ready" in app.test_client().get("/api/openapi.json").get_json()["paths"]
