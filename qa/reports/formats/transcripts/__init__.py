"""Captions of a recording -> a `Document`: who said what.

Open `captions` first.
"""

__all__: list[str] = []
