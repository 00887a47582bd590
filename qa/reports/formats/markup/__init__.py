"""HTML, Markdown and plain text -> a `Document`: what a person reads of a page.

Open `html` and `markdown` first. `markup` walks over the elements. `furniture` and `unseen` tell
what is left out.
"""

__all__: list[str] = []
