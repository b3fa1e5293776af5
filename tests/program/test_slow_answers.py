"""Keys while hh.ru is asked in the real program: they wait, are dropped or are letters, and never act."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any, Final

import httpx

from hh_tui.demo import StandIn, serve
from hh_tui.demo.faults import Fault
from tests.program.sitting import DOWN, ESCAPE, LATER, SETTINGS, Diary, Sitting, decisions
from tests.recruiter import MORNING
from tests.terminal import TIMEOUT

SOAK = bool(os.environ.get("HH_TUI_SOAK"))
GAPS: Final = (0.0, 0.05, 0.25) if SOAK else (0.0, 0.25)
"""Seconds between two keys."""

UP, F8, CTRL_Q = "\x1b[A", "\x1b[19~", "\x11"
CAPTCHA: Final[dict[str, Any]] = {
    "errors": [
        {"type": "captcha_required", "value": "captcha_required", "captcha_url": "https://hh.ru/captcha"}
    ]
}
ASKED: Final = (
    ("ga", "/manager_accounts/mine", "Спрашиваю hh.ru", "Рабочий аккаунт"),
    ("i", "/vacancies/active", "Ищу, куда можно пригласить", "Куда пригласить"),
)
"""Keys that ask hh.ru, the path they ask, what is said meanwhile, and the window that comes of it."""


class Slow(StandIn):
    """The people of one certain day; answers to one path at a time are kept back."""

    def __init__(self) -> None:
        super().__init__("S", seed=7, clock=lambda: MORNING)
        self._kept_back = ""
        self._let_through = Event()

    @contextmanager
    def kept_back(self, path: str) -> Iterator[None]:
        self._let_through.clear()
        self._kept_back = path
        try:
            yield
        finally:
            self._kept_back = ""
            self._let_through.set()

    def fault_for(self, request: httpx.Request) -> Fault | None:
        if self._kept_back and self._kept_back in request.url.path:
            self._let_through.wait(TIMEOUT)
        return super().fault_for(request)


class Typist(Sitting):
    """Types while hh.ru takes its time."""

    letter = ""

    def writes_on(self, text: str, gap: float) -> None:
        """Further letters, all of which stand in the letter."""
        self.strike(text, gap)
        self.letter += text
        self.until(self.has_letter)

    def has_letter(self) -> bool:
        return f" {self.letter} " in self.text and "F2" in self.status

    def sees(self, *texts: str) -> bool:
        return all(text in self.text for text in texts)

    def is_on_another_row(self, row: str) -> bool:
        return self.row not in {"", row}

    def decided_nothing(self) -> None:
        self.type("z")
        self.until(lambda: "Отменять нечего" in self.status)

    def asks_and_types(self, server: Slow, gap: float) -> None:
        """Commands of the list, typed before a window is there that was asked for."""
        name = self.name
        for keys, path, said, title in ASKED:
            with server.kept_back(path):
                self.type(keys)
                self.until(partial(self.sees, said))
                self.strike("3xe", gap)
                self.settled()
                assert self.name == name
            self.until(partial(self.sees, title, "3xe"))
            self.type(ESCAPE)
            self.until(lambda: self.is_list() and self.name)
            assert self.name == name
            assert "отмечено" not in self.text
        self.decided_nothing()

    def writes_and_is_interrupted(self, server: Slow, gap: float, *, calls: bool) -> None:
        """A letter begun while its thread is read, and a captcha instead of the thread.

        The window comes as one `calls` it, or by itself when no key has come for a while.
        """
        server.faults.add("GET", "/messages", times=9, status=403, body=CAPTCHA)
        self.letter = "3xe"
        with server.kept_back("/messages"):
            self.strike("r3xe", gap)
            self.until(self.has_letter)
            self.writes_on("3", gap)
        while "Ждёт окно: hh.ru просит решить капчу · F8" not in self.status:
            self.writes_on("я", 0.05)
        self.writes_on("qze", gap)
        assert "Открыть страницу" not in self.text
        if calls:
            self.type(F8)
        self.until(lambda: "Открыть страницу" in self.text)
        self.wait_until_heard()
        self.type(ESCAPE)
        self.until(lambda: self.has_letter() and not self.sees("Открыть страницу"))
        assert "Ждёт окно" not in self.status
        server.faults.clear()

    def leaves_the_letter(self) -> None:
        """Escape takes a notice away first, if it has been there for a while; in the list it does nothing."""
        while not self.is_list():
            before = self.text
            self.type(ESCAPE)
            self.until(lambda: self.is_list() or self.text != before)  # noqa: B023
            self.settled()

    def goes_to_somebody_unwritten(self) -> None:
        self.go_to(LATER)
        while "✎" in self.row:
            assert self.next()

    def writes_to_somebody_closed(self, gap: float) -> None:
        """A letter of two lines to somebody one can't write to."""
        row = self.row
        self.strike("r3x\rq", gap)
        for key in (DOWN, UP):
            before = self.row
            self.type(key)
            self.until(partial(self.is_on_another_row, before))
            self.settled()
        assert self.row == row
        assert "отмечено" not in self.text
        self.decided_nothing()


def test_no_key_typed_while_hh_is_asked_is_a_command(tmp_path: Path) -> None:
    server = Slow()
    (tmp_path / "config.toml").write_text(SETTINGS.replace("hold = 1", "hold = 600"))
    with serve(server) as origin, Typist(origin, tmp_path, server, Diary()) as typist:
        typist.begin()
        typist.settled()
        for gap in GAPS:
            typist.asks_and_types(server, gap)

        typist.type("vбухг\r")
        typist.until(lambda: "после приглашения" in typist.text and typist.name)
        for gap in GAPS[:-1]:
            typist.settled()
            typist.writes_to_somebody_closed(gap)
        assert not any(one.path.endswith("/messages") for one in server.received)

        typist.type("v")
        typist.until(lambda: "Начните набирать" in typist.text)
        typist.type("python\r")
        typist.until(lambda: "1 Телефонное интервью" in typist.text and typist.name)
        for gap in GAPS:
            typist.goes_to_somebody_unwritten()
            typist.writes_and_is_interrupted(server, gap, calls=gap < GAPS[-1])
            if gap < GAPS[-1]:
                typist.leaves_the_letter()
        typist.type(CTRL_Q)
        assert typist.wait() == 0
    assert decisions(server) == []
