"""Reads JSON that anybody may have sent."""

from __future__ import annotations

from typing import Any

from flask.json.provider import DefaultJSONProvider


class JSONProvider(DefaultJSONProvider):
    sort_keys = False

    def loads(self, s: str | bytes, **kwargs: Any) -> Any:
        """
        Raises:
            ValueError: it is no JSON (`NaN` isn't), is nested deeper than Python can follow, or is
                a text, in which flask-openapi3 would read JSON again.
        """
        try:
            found = super().loads(s, parse_constant=_refuse, **kwargs)
        except RecursionError as error:
            raise ValueError("The JSON is nested too deep.") from error
        if isinstance(found, str):
            raise ValueError("A text alone says nothing here.")
        return found


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no JSON.")
