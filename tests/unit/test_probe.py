"""What is understood of a terminal's answers about itself."""

import pytest

from hh_tui.ui.terminal.probe import ProbeResult

KITTY = b"\x1bP>|kitty(0.26.5)\x1b\\\x1b[?0u\x1bP1+r4d73=5c455d\x1b\\\x1bP1+r524742\x1b\\\x1b[?62;c"
FOOT = b"\x1bP>|foot(1.13.1)\x1b\\\x1b[?0u\x1bP1+r4D73=1B\x1b\\\x1bP0+r524742\x1b\\\x1b[?62;4;22;52c"
XTERM = b"\x1bP>|XTerm(379)\x1b\\\x1bP0+r4d73\x1b\\\x1bP0+r524742\x1b\\\x1b[?64;1;2;6;9;15;22;52c"
SILENT = b"j\x1b[?6c"


@pytest.mark.parametrize(
    ("data", "answers"),
    [
        (KITTY, ProbeResult("kitty(0.26.5)", keyboard=True, clipboard=True, colours=True)),
        (FOOT, ProbeResult("foot(1.13.1)", keyboard=True, clipboard=True)),
        (XTERM, ProbeResult("XTerm(379)", clipboard=True)),
        (SILENT, ProbeResult()),
        (b"\x1bP>|\xff\xfe\x1b\\\x1b[?62c", ProbeResult("\ufffd\ufffd")),
    ],
)
def test_answers_are_read(data: bytes, answers: ProbeResult) -> None:
    assert ProbeResult.read(data) == answers
