from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reports.formats.transcripts.cues import Cue, read_cues

TIMES = "00:00:01.000 --> 00:00:02.500"


def _said(payload: str) -> list[tuple[str, str]]:
    return [(cue.speaker, cue.words) for cue in read_cues(f"WEBVTT\n\n{TIMES}\n{payload}\n")]


@pytest.mark.parametrize(
    ("payload", "said"),
    [
        ("<v Ms Tarn>The fee\nrises.</v>", [("Ms Tarn", "The fee rises.")]),
        ("<v.loud.first Ms Tarn>Yes.", [("Ms Tarn", "Yes.")]),
        ("<v A>Yes.</v><v B>No.</v>", [("A", "Yes."), ("B", "No.")]),
        ("So: <v B>No.</v>", [("", "So:"), ("B", "No.")]),
        ("Ms Tarn: Yes.", [("Ms Tarn", "Yes.")]),
        ("at half past 4: no.", [("", "at half past 4: no.")]),
        (
            "This is what the board has said today: no.",
            [("", "This is what the board has said today: no.")],
        ),
        ("At 10:30 we met.", [("", "At 10:30 we met.")]),
        (
            "<c.red>The</c> <00:00:01.500><b>fee</b> {\\an8}&amp; &lt;more",
            [("", "The fee & <more")],
        ),
        ("a < b and c > d", [("", "a < b and c > d")]),
        ("One.\n\nTwo.", [("", "One. Two.")]),
        ("One.\n\nNOTE not said\nat all\n\nTwo.", [("", "One. Two.")]),
        ("<v A></v>", []),
        ("", []),
    ],
)
def test_a_cue_is_its_speaker_and_words(payload: str, said: list[tuple[str, str]]) -> None:
    assert _said(payload) == said


@pytest.mark.parametrize(
    ("times", "start", "end"),
    [
        ("00:00:01.000 --> 00:01:02.500 align:start position:0%", 1, 62.5),
        ("01:01,000 --> 01:02:03,25", 61, 3723.025),
        ("100:00:00.000-->100:00:01.000", 360_000, 360_001),
    ],
)
def test_times_are_seconds(times: str, start: float, end: float) -> None:
    assert list(read_cues(f"1\n{times}\nYes.")) == [Cue(start, end, "", ("Yes.",))]


@pytest.mark.parametrize("gap", ["\n\n2\n", "\n2\n", "\n\na-b/12-0\n", "\n\n", "\n \n\n", "\n"])
def test_the_next_cue_s_name_is_not_said(gap: str) -> None:
    cues = read_cues(f"1\n{TIMES}\nOne.{gap}{TIMES}\nTwo.")
    assert [cue.words for cue in cues] == ["One.", "Two."]


def test_a_number_that_is_said_is_kept() -> None:
    assert [cue.words for cue in read_cues(f"{TIMES}\n18\n\n2\n{TIMES}\n19")] == ["18", "19"]


@given(st.lists(st.sampled_from(["fee", "rises", "by", "<b>", "\n"]), max_size=20))
def test_no_word_is_lost(words: list[str]) -> None:
    payload = " ".join(words)
    (read,) = [" ".join(words for _, words in _said(payload))]
    assert read.split() == payload.replace("<b>", "").split()


def test_a_file_without_blank_lines_takes_no_longer() -> None:
    text = "".join(f"{n}\n{TIMES}\n{'w' * 50}\n" for n in range(20_000))
    assert sum(1 for _ in read_cues(text)) == 20_000
