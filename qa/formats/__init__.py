"""File formats: bytes -> Document, one module a format, chosen by suffix in `table`."""
