"""Pasting, undo and the mouse in the real program, as bytes of a terminal."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.program.sitting import ESCAPE, PROGRAM
from tests.terminal import PATIENCE, Terminal

COLUMNS, ROWS = 120, 36
UNDO, REDO = "\x1a", "\x19"
TWELVE = "\r".join(f"строка {number} письма" for number in range(1, 13))
LAST = "строка 12 письма"


class Demo(Terminal):
    """The demo, and what stands on its screen."""

    def __init__(self, home: Path) -> None:
        env = {
            "HH_TUI_HOME": str(home),
            "LANG": "ru_RU.UTF-8",
            "TEXTUAL_ANIMATIONS": "none",
            "ESCDELAY": "50",
        }
        super().__init__([*PROGRAM, "--demo", "S"], env, COLUMNS, ROWS)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def until(self, done: Callable[[], object]) -> None:
        end = time.monotonic() + PATIENCE
        while not done():
            assert time.monotonic() < end, f"this never came:\n{self.text}"
            assert self._read(0.05), f"the program ended by itself:\n{self.raw[-2000:]}"

    def sees(self, text: str) -> None:
        self.until(lambda: text in self.text)

    def misses(self, text: str) -> None:
        self.until(lambda: text not in self.text)

    def presses(self, key: str, then: str) -> None:
        """A key, and what comes of it."""
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
        self.sees(LAST)
        for key in (UNDO, REDO, UNDO):
            self.type(key)
            (self.sees if key == REDO else self.misses)(LAST)


def _begun(demo: Demo) -> None:
    demo.sees("Неразобранные ·")
    demo.sees("⏎ открыть")


def test_undo_and_the_mouse_end_nothing(tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    templates.mkdir()
    (templates / "long.txt").write_text("\n".join(f"шаблон, строка {number}" for number in range(1, 15)))
    with Demo(tmp_path) as demo:
        demo.sees("1 Телефонное интервью")
        demo.sees("⏎ открыть")
        demo.presses("C", "Вижу только я")
        demo.pastes_and_takes_back()
        demo.type(ESCAPE)
        demo.misses("Вижу только я")
        for marked in ((), ("отмечено 1", "отмечено 2")):
            for one in marked:
                demo.presses("x", one)
            demo.presses("6", "Ctrl+T шаблон")
            demo.pastes_and_takes_back()
            demo.type("\x14")
            demo.sees("свой")
            demo.type("long\r")
            demo.sees("строка 14")
            for key in (UNDO, REDO, UNDO):
                demo.type(key)
                (demo.sees if key == REDO else demo.misses)("строка 14")
            demo.type(ESCAPE)
            demo.misses("Ctrl+T шаблон")
        _drags_everywhere(demo)
        demo.type("?")
        demo.sees("Ctrl+P")


def _drags_everywhere(demo: Demo) -> None:
    """In an open thread, from every line of the pane's head in its first column; then a copy."""
    demo.type("\r")
    demo.misses("⏎ — открыть переписку")
    left = demo.lines[1].index("╭", 2) + 1
    for row in range(1, 10):
        demo.drag((left, row), (left + 20, ROWS - 9))
        demo.type("\x03")
        demo.until(partial(demo.copied, row))
