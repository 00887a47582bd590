from __future__ import annotations

from qa.reports.formats.document import Document
from qa.reports.formats.format import Format


def test_a_format_may_hang_and_have_no_signature_unless_it_says_so() -> None:
    form = Format(lambda raw: Document(text=raw.decode()), ".md")
    assert (form.signed, form.seconds, form.read(b"Fees.").text) == (False, 120, "Fees.")
