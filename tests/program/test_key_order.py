"""Keys as a terminal sends them: together, by a fast hand, and by a key that is held down."""

from functools import partial
from pathlib import Path
from typing import Final

from hh_tui.demo import StandIn, serve
from tests.program.sitting import DELETE, ESCAPE, F2, F7, SETTINGS, Diary, Sitting, decisions
from tests.recruiter import MORNING

GAPS: Final = (0.0, 0.05, 0.25)
CTRL_T, ENTER, BACKSPACE, HOME, END = "\x14", "\r", "\x7f", "\x1b[H", "\x1b[F"

FIRST_REPEAT, REPEAT, REPEATS = 0.3, 0.04, 12
"""Seconds until a keyboard repeats a held key, and between two repeats; how many come in half a second."""


class Hand(Sitting):
    """What hands do in a hurry."""

    def opens_window_on_window(self, gap: float) -> None:
        """Windows that open windows, an opener struck twice, a form answered twice, a letter taken back."""
        name = self.name
        self.strike(("6", CTRL_T, ESCAPE, ESCAPE) if gap else ("6", CTRL_T), gap)
        if not gap:
            self.until(lambda: "Начните набирать" in self.text)
            self.type(ESCAPE)
            self.until(lambda: "Esc В черновик" in self.text and "Начните набирать" not in self.text)
            self.type(ESCAPE)
        self.until(self.is_list)
        assert self.name == name

        self.strike(("7", "7"), gap)
        self.until(lambda: "Esc В черновик" in self.text)
        self.settled()
        assert "│ 7" not in self.text
        self.type(ESCAPE)
        self.until(self.is_list)

        self.strike(("f", F2, F2), gap)
        self.until(self.is_list)

        self.strike(("6", CTRL_T, ENTER, F2), gap)
        self.until(lambda: self._is_told(name))
        self.type("z")
        self.until(lambda: "Отменено" in self.status)
        assert self.name == name

    def edits(self, gap: float) -> None:
        """What stood in a form gives way to what is typed behind the keys that choose and delete it."""
        self.strike("6")
        self.until(lambda: "Esc В черновик" in self.text and "Благодарим" in self.text)
        self.strike((F7, DELETE, *"Спасибн", BACKSPACE, "о", HOME, "!", END, "."), gap)
        self.until(lambda: "!Спасибо." in self.text)
        self.type(F7 + DELETE + ESCAPE)
        self.until(self.is_list)

    def presses_together(self) -> None:
        """One key many times at once is one decision; once the next candidate is seen, it decides."""
        first = self.name
        self.strike("3" * 12)
        self.until(lambda: "решение одно" in self.status)
        self.settled()
        second = self.name
        assert second != first
        self.until(lambda: self._is_told(first))
        self.type("3")
        self.until(lambda: self.name not in {first, second, ""})
        self.type("z")
        self.until(lambda: self.name == second)
        self.settled()
        self.type("z")
        self.until(lambda: self.name == first)

    def holds_down(self) -> int:
        """A key as a keyboard repeats it; how many decisions were taken back afterwards.

        On a line that stalls a repeat may count as a press of its own: how many do is not asserted.
        """
        first = self.name
        self.strike("3", FIRST_REPEAT)
        self.strike("3" * REPEATS, REPEAT)
        self.until(lambda: "решение одно" in self.status or self._is_told(first))
        self.settled()
        taken = 0
        while True:
            name = self.name
            self.type("z")
            self.until(partial(self._is_answered, name))
            if "Отменять нечего" in self.status:
                break
            taken += 1
            self.settled()
        assert self.name == first
        return taken

    def _is_answered(self, name: str) -> bool:
        return "Отменять нечего" in self.status or self.name not in {"", name}


def test_keys_in_a_real_terminal(tmp_path: Path) -> None:
    """One sitting for all gaps; nothing is sent that is not taken back long before its hold is over."""
    server = StandIn("S", seed=7, clock=lambda: MORNING)
    settings = SETTINGS.replace("hold = 1", "hold = 600").replace("hold_letter = 1", "hold_letter = 600")
    (tmp_path / "config.toml").write_text(settings)
    with serve(server) as origin, Hand(origin, tmp_path, server, Diary()) as hand:
        hand.begin()
        hand.settled()
        for gap in GAPS:
            hand.opens_window_on_window(gap)
            hand.edits(gap)
            assert hand.next()
        hand.presses_together()
        hand.settled()
        hand.type("z")
        hand.until(lambda: "Отменять нечего" in hand.status)
        assert 1 <= hand.holds_down() < 1 + REPEATS
        assert decisions(server) == []
