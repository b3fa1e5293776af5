"""Pasting, undo and the mouse in the real program, as bytes of a terminal."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from hh_tui.demo import TOKEN, StandIn, serve
from tests.program.sitting import ESCAPE, PROGRAM
from tests.recruiter import MORNING
from tests.terminal import TIMEOUT, Terminal

COLUMNS, ROWS = 120, 36
UNDO, REDO = "\x1a", "\x19"
TWELVE = "\r".join(f"строка {number} письма" for number in range(1, 13))
LAST = "строка 12 письма"


class Desk(Terminal):
    """The program on a stand-in, and what stands on its screen."""

    def __init__(self, home: Path, origin: str) -> None:
        env = {
            "HH_TUI_HOME": str(home),
            "LANG": "ru_RU.UTF-8",
            "TEXTUAL_ANIMATIONS": "none",
            "ESCDELAY": "50",
        }
        env |= {"HH_TUI_API_URL": origin, "HH_TUI_TOKEN": TOKEN}
        super().__init__(PROGRAM, env, COLUMNS, ROWS)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def until(self, done: Callable[[], object]) -> None:
        end = time.monotonic() + TIMEOUT
        while not done():
            assert time.monotonic() < end, f"this never came:\n{self.text}"
            assert self._read(0.05), f"the program ended by itself:\n{self.raw[-2000:]}"

    def sees(self, text: str) -> None:
        self.until(lambda: text in self.text)

    def misses(self, text: str) -> None:
        self.until(lambda: text not in self.text)

    def presses(self, key: str, then: str) -> None:
        """A key for the window that stands, and what comes of it."""
        self.settle()
        self.type(key)
        self.sees(then)

    def paste(self, text: str) -> None:
        self.type(f"\x1b[200~{text}\x1b[201~")

    def mouse(self, code: int, x: int, y: int, end: str = "M") -> None:
        self.type(f"\x1b[<{code};{x + 1};{y + 1}{end}")

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        self.mouse(35, *start)
        self.mouse(0, *start)
        self.mouse(32, *end)
        self.mouse(0, *end, "m")

    def copied(self, times: int) -> bool:
        """Whether the terminal was given that many texts to keep."""
        return self.raw.count("\x1b]52;c;") >= times

    def pastes_and_takes_back(self) -> None:
        """Twelve lines; away, there again, and away."""
        self.paste(TWELVE)
        self.takes_back(LAST)

    def inserts_and_takes_back(self) -> None:
        """The same with a template of fourteen lines."""
        self.type("\x14")
        self.sees("свой")
        self.type("long\r")
        self.takes_back("строка 14")

    def takes_back(self, last_line: str) -> None:
        self.sees(last_line)
        for key in (UNDO, REDO, UNDO):
            self.type(key)
            (self.sees if key == REDO else self.misses)(last_line)


def test_undo_and_the_mouse_end_nothing(tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    templates.mkdir()
    (templates / "long.txt").write_text("\n".join(f"шаблон, строка {number}" for number in range(1, 15)))
    # The stand-in's people depend on its clock: on this day the first one has a resume.
    server = StandIn(size="S", seed=7, clock=lambda: MORNING)
    with serve(server) as origin, Desk(tmp_path, origin) as desk:
        desk.sees("1 Телефонное интервью")
        desk.sees("⏎ открыть")
        desk.presses("C", "Вижу только я")
        desk.pastes_and_takes_back()
        desk.type(ESCAPE)
        desk.misses("Вижу только я")
        for marked in ((), ("отмечено 1", "отмечено 2")):
            for one in marked:
                desk.presses("x", one)
            desk.presses("6", "Ctrl+T шаблон")
            desk.pastes_and_takes_back()
            desk.inserts_and_takes_back()
            desk.type(ESCAPE)
            desk.misses("Ctrl+T шаблон")
        _drags_everywhere(desk)
        _writes(desk)


def _drags_everywhere(desk: Desk) -> None:
    """In an open thread, from every line of the pane's head in its first column; then a copy."""
    desk.type("\r")
    desk.misses("⏎ — открыть переписку")
    left = desk.lines[1].index("╭", 2) + 1
    for row in range(1, 10):
        desk.drag((left, row), (left + 20, ROWS - 9))
        desk.type("\x03")
        desk.until(partial(desk.copied, row))


def _writes(desk: Desk) -> None:
    """In the composer, behind what stood there before."""
    desk.presses("r", "Ctrl+T шаблон")
    desk.type("Добрый день")
    desk.sees(" Добрый день ")
    desk.pastes_and_takes_back()
    desk.inserts_and_takes_back()
    desk.type("!")
    desk.sees(" Добрый день! ")
