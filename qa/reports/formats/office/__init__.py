"""Word, OpenDocument, RTF, presentations and spreadsheets -> a `Document`.

Open `docx` first, which shows how such a file is taken apart. `archive` and `xml_tree` are for all.
"""

__all__: list[str] = []
