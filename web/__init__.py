"""The chat page and the API: a thin skin over `qa`."""

from __future__ import annotations

from flask import Flask, Response, current_app
from flask_openapi3 import Info, OpenAPI

from qa import Assistant, Models, Settings, open_embedder
from web import collections, composing, errors, operating, security
from web.api import api
from web.description import KEY
from web.export import export
from web.files import files
from web.index import index
from web.insight import insight
from web.library import Library
from web.meetings import meetings
from web.models import ErrorModel
from web.openai import openai
from web.pages import pages
from web.reading_json import JSONProvider
from web.rebuild import Rebuild
from web.reports import reports


def create_app(settings: Settings | None = None, assistant: Assistant | None = None) -> Flask:
    """The Flask application. Without `assistant` it opens one as soon as there is an index."""
    settings = settings or (assistant.settings if assistant else Settings.load())
    app = OpenAPI(
        __name__,
        info=Info(title="Meeting QA", version="1"),
        doc_ui=False,
        security_schemes=KEY,  # type: ignore[arg-type]
        validation_error_model=ErrorModel,
        validation_error_callback=errors.validation_error,
        static_folder="static",
    )
    app.json = JSONProvider(app)
    models, own = assistant or Models(settings), open_embedder(settings)
    app.extensions["library"] = Library(settings, assistant, models)
    app.extensions["rebuild"] = Rebuild.of(settings, own)
    security.register(app, settings)
    errors.register(app)
    operating.register(app, settings)
    composing.register(app, settings)
    collections.register(app, settings, models, own)
    for blueprint in (api, composing.composing, export, files, index, insight, meetings):
        app.register_api(blueprint)
    for blueprint in (reports, pages, openai):
        app.register_api(blueprint)
    app.add_url_rule("/", view_func=_page)
    return app


def _page() -> Response:
    return current_app.send_static_file("index.html")
