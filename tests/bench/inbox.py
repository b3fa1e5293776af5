"""The real program: started against a stand-in, and brought to where something is measured."""

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from hh_tui.demo import TOKEN
from tests.bench.build import HERE, Build
from tests.bench.running import COLUMNS, ROOT, ROWS, Broken
from tests.bench.subject import Subject

DOWN, ESCAPE, ENTER, F3 = "\x1b[B", "\x1b", "\r", "\x1bOR"

RUNS = b"\x1b[?2004h"
"""What Textual writes when it takes the terminal over: keys are read from then on."""

OPENING = "Открываю"
"""Said below the picture of last time that stands there until the program does."""

ROW, BEGINNING = 2, 20
"""Lines of a row, and cells of a name in it."""

_CURSOR = re.compile(r"│▌\S (?P<name>[^│]+?)(?:, \d+)?(?:  [^│]*)?│[│╭]")


@contextmanager
def standing(size: str) -> Iterator[str]:
    """A stand-in in a process of its own; yields the origin."""
    command = [sys.executable, "-m", "tests.bench.stand", size]
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    try:
        if server.stdout is None or not (origin := server.stdout.readline().strip()):
            raise Broken("the stand-in does not start")
        yield origin
    finally:
        server.kill()
        server.communicate()


class Inbox(Subject):
    """hh-tui in Russian with a `home` of its own. `hold` is how long decisions wait, in seconds.

    `before` is the command that it is started by, if it is not started by itself; `size` is columns and rows;
    `build` is what is started.
    """

    def __init__(
        self,
        origin: str,
        home: Path,
        hold: int = 5,
        before: Sequence[str] = (),
        size: tuple[int, int] = (COLUMNS, ROWS),
        build: Build = HERE,
    ) -> None:
        home.mkdir(parents=True, exist_ok=True)
        (home / "config.toml").write_text(f"hold = {hold}\nhold_letter = {hold}\nrequests_per_second = 20\n")
        command = [*before, *build.command]
        variables = {"HH_TUI_HOME": str(home), "HH_TUI_API_URL": origin, "HH_TUI_TOKEN": TOKEN}
        super().__init__(command, variables, *size, folder=build.folder)

    @property
    def name(self) -> str:
        """The candidate under the cursor."""
        found = next((found for line in self.lines if (found := _CURSOR.search(line))), None)
        return found["name"].strip() if found else ""

    def beginning(self, below: int = 0) -> str:
        """How the row so many below the cursor begins; empty where there is none."""
        for number, line in enumerate(self.lines):
            if found := _CURSOR.search(line):
                here = self.lines[number + ROW * below : number + ROW * below + 1]
                return here[0][found.start() + 2 :][:BEGINNING].strip() if here else ""
        return ""

    def stand(self) -> None:
        """From the start until the program itself shows a list: what is seen before is a picture."""
        self.until(lambda: RUNS in self.written, "the program")
        self.begin()

    def begin(self) -> None:
        """Until there is a list."""
        self.until(lambda: self.name and OPENING not in self.text, "the list")
        self.rest(0.5)

    def pick(self, key: str, wish: str) -> None:
        """Choose from the picker that a key opens."""
        self.type(key)
        self.until(lambda: "Начните набирать" in self.text, "the picker")
        self.type(wish)
        self.rest()
        self.type(ENTER)
        self.until(lambda: "Начните набирать" not in self.text, "the end of the picker")
        self.begin()

    def load_all(self) -> int:
        """Read every page of the list, as marking everybody does; how many rows that is."""
        self.type("*")
        self.rest()
        if "Кого отметить" in self.text:  # as builds up to 59600cb ask first: those who are loaded, or all
            self.type(DOWN)
            self.rest()
            self.type(ENTER)
            self.rest()
        if "Отметить всех" in self.text:
            self.type(ENTER)
        told = re.compile(r"Отмечено ([\d\s]+)")
        self.until(lambda: told.search(self.text) and "Загружено" not in self.text, "the whole list", 400)
        self.rest(0.5)
        found = told.search(self.text)
        self.type(ESCAPE)
        self.rest(0.5)
        return int(re.sub(r"\D", "", found[1])) if found else 0

    def leave(self) -> None:
        """Quit, so that everything is on disk."""
        self.type("q")
        self.wait()
