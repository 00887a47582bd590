"""Fits what puts the reader's spans in order and says how sure it is. Open `cases` first."""
