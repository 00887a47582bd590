"""A PDF -> a `Document`: letters with their places become lines, columns and paragraphs.

Open `reader` first, which calls the others in their order.
"""

__all__: list[str] = []
