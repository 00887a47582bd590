"""A mail with its parts and attachments -> a `Document`.

Open `eml` first.
"""

__all__: list[str] = []
