from __future__ import annotations

from qa.exporting import Block, Script


def test_a_block_needs_no_notes_and_a_script_no_blocks() -> None:
    assert Block("text", "Fees.").notes == Script("Fees").blocks == ()
