"""Several collections behind one address: one application with a library for each.

One application for each collection, mounted below its path, would tell them apart as well. But the
guard, limits, sessions and figures are the server's: with one application they are there once, and
another collection costs its index alone. What keeps them apart is that the name is taken from the
path once (`collection_path`), before anything else looks at the request: the key is checked for
that name, and by the same name the library is found. No other way leads to a library.

A name that isn't there is refused like one that the key isn't for, so that nobody can guess names.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, abort, current_app, request
from flask_openapi3 import APIBlueprint, OpenAPI

from qa import MAIN, Assistant, Embedder, Models, Settings, collections_of
from web.access import Access
from web.collection_path import collection_of, take_out
from web.library import Library
from web.models import CollectionList, ErrorModel
from web.rebuild import Rebuild

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_OWN = ("/api/", "/v1/")  # what a collection has below its path, beside the page

collections = APIBlueprint(
    "collections", __name__, url_prefix="/api", abp_responses={"4XX": ErrorModel, "5XX": ErrorModel}
)


@dataclass(frozen=True, slots=True)
class Shown:
    """`path` is where its page is."""

    name: str
    path: str


def register(app: OpenAPI, settings: Settings, models: Models | Assistant, own: Embedder) -> None:
    """Beside the library `main`, which the application has already. `own` is for rebuilds.

    Raises:
        SettingsError: the collections can't be told apart.
    """
    others = {name: one for name, one in collections_of(settings).items() if name != MAIN}
    first = app.extensions["library"].precedence
    app.extensions["libraries"] = {
        name: Library(one, models=models, precedence=first) for name, one in others.items()
    }
    app.extensions["rebuilds"] = {name: Rebuild.of(one, own) for name, one in others.items()}
    for rebuild in app.extensions["rebuilds"].values():
        rebuild.watchers = app.extensions["rebuild"].watchers  # the server has threads for so many
    app.extensions["access"] = Access(settings)
    app.before_request(_refuse_absent)
    app.wsgi_app = _taking_out(app.wsgi_app)  # type: ignore[assignment,method-assign]
    app.register_api(collections)
    app.add_url_rule("/c/<name>/", "collection", _absent)  # it leads there from /c/NAME


def libraries_of(app: Flask) -> dict[str, Library]:
    """By the names of the collections."""
    return {MAIN: app.extensions["library"], **app.extensions["libraries"]}


def rebuilds_of(app: Flask) -> dict[str, Rebuild]:
    """By the names of the collections."""
    return {MAIN: app.extensions["rebuild"], **app.extensions["rebuilds"]}


def readable() -> dict[str, str]:
    """The names that whoever sent this request may read, and where the page of each is."""
    access: Access = current_app.extensions["access"]
    names = [name for name in libraries_of(current_app) if access.may_read(request, name)]
    return {name: "/" if name == MAIN else f"/c/{name}/" for name in names}


@collections.get("/collections", responses={200: CollectionList}, summary="List the collections")
def listing() -> dict[str, Any]:
    """Those that whoever asks may read."""
    shown = [Shown(name, path) for name, path in readable().items()]
    return {"collection": collection_of(request), "collections": [asdict(one) for one in shown]}


def _taking_out(app: WSGIApplication) -> WSGIApplication:
    def taken_out(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        take_out(environ)
        return app(environ, start_response)

    return taken_out


def _refuse_absent() -> None:
    """After the guard. The page is the same for each name, and so tells nobody which there are."""
    name, others = collection_of(request), current_app.extensions["libraries"]
    page = others and request.path == "/"
    there = name in others and request.path.startswith(_OWN)
    if name != MAIN and not (page or there):
        abort(404)


def _absent(name: str) -> Response:
    abort(404)
