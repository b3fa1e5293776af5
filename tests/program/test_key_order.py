"""Keys as a terminal sends them: together, by a fast hand, and by a key that is held down."""

import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from hh_tui.demo import StandIn, serve
from tests.program.sitting import ESCAPE, F2, SETTINGS, Diary, Sitting

GAPS = (0.0, 0.05, 0.25)
CTRL_T, ENTER = "\x14", "\r"


class Hand(Sitting):
    """Types with a pause of so many seconds between two keys."""

    def strike(self, keys: Sequence[str], gap: float) -> None:
        """All at once without a gap."""
        if not gap:
            self.type("".join(keys))
            return
        for key in keys:
            self.type(key)
            end = time.monotonic() + gap
            while time.monotonic() < end:
                self.look()

    def is_list(self) -> bool:
        """Whether no window stands over the list."""
        return "1–9" in self.status and "Esc Отмена" not in self.text and "Начните набирать" not in self.text


@pytest.mark.parametrize("gap", GAPS)
def test_keys_in_a_real_terminal(tmp_path: Path, gap: float) -> None:
    """One sitting for each gap: windows that open windows, an opener struck twice, a letter refused."""
    server = StandIn("S")
    (tmp_path / "config.toml").write_text(SETTINGS.replace("hold_letter = 1", "hold_letter = 600"))
    with serve(server) as origin, Hand(origin, tmp_path, server, Diary()) as screen:
        screen.begin()
        screen.settled()
        name = screen.name

        screen.strike(("6", CTRL_T, ESCAPE, ESCAPE) if gap else ("6", CTRL_T), gap)
        if not gap:
            screen.until(lambda: "Начните набирать" in screen.text)
            screen.type(ESCAPE)
            screen.until(lambda: "Esc Отмена" in screen.text and "Начните набирать" not in screen.text)
            screen.type(ESCAPE)
        screen.until(screen.is_list)
        assert screen.name == name

        screen.strike(("7", "7"), gap)
        screen.until(lambda: "Esc Отмена" in screen.text)
        screen.settled()
        assert "│ 7" not in screen.text
        screen.type(ESCAPE)
        screen.until(screen.is_list)

        screen.strike(("f", F2, F2), gap)
        screen.until(screen.is_list)

        screen.strike(("6", CTRL_T, ENTER, F2), gap)
        screen.until(lambda: screen._is_told(name))
        screen.type("z")
        screen.until(lambda: "Отменено" in screen.status)
        assert screen.name == name
        assert not server.writes


def test_a_key_that_came_many_times_at_once(tmp_path: Path) -> None:
    """One decision, taken back with one key; pressed again once the next candidate is seen, it decides."""
    server = StandIn("S")
    (tmp_path / "config.toml").write_text(SETTINGS.replace("hold = 1", "hold = 600"))
    with serve(server) as origin, Hand(origin, tmp_path, server, Diary()) as screen:
        screen.begin()
        screen.settled()
        first = screen.name
        screen.strike("3" * 12, 0.0)
        screen.until(lambda: "решение одно" in screen.status)
        screen.settled()
        second = screen.name
        assert second != first
        screen.until(lambda: screen._is_told(first))
        screen.type("3")
        screen.until(lambda: screen.name not in {first, second, ""})
        screen.type("z")
        screen.until(lambda: screen.name == second)
        screen.type("z")
        screen.until(lambda: screen.name == first)
        screen.type("z")
        screen.until(lambda: "Отменять нечего" in screen.status)
        assert not server.writes
