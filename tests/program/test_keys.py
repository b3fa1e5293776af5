"""Keys as terminals send them, over a line that tears them, into the real program."""

import time
from datetime import UTC, datetime
from pathlib import Path

from hh_tui.demo import StandIn, serve
from hh_tui.keys.burst import QUIET
from hh_tui.store.store import Store
from tests.midday import standin
from tests.program.sitting import LATER, PROGRAM, SETTINGS, Diary, Sitting, decisions

NO_KEYS = (
    "\x1bO3R", "\x1b[1;2R", "\x1b[4h", "\x1b[2J", "\x1b[3@", "\x1b[32~", "\x1b[1;5I", "\x1b[?997;1n",
    "\x1b[?62;22c",
    "\x1b[?1u", "\x1b[6;20;10t", "\x1bP1$r0m\x1b\\", "\x1b]11;rgb:0000/0000/0000\x1b\\", "\x1b[97:65:99;5:1u",
    "\x1b[1;2;3;33333333333333333333u",
)  # fmt: skip
"""Keys that are none of ours, and answers that come late."""

KOI8 = "Здравствуйте".encode("koi8-r")

BREAKING = """
import sys
from hh_tui.ui.terminal.parser import InputParser
feed = InputParser.feed
def broken(self, data, now):
    if b"\\x07" in data:
        raise RuntimeError("the text of a letter")
    return feed(self, data, now)
InputParser.feed = broken
from hh_tui.cli.main import main
sys.exit(main())
"""


class FarAway(Sitting):
    """A sitting at the far end of a line that is slow, and breaks with a bell."""

    def __init__(self, origin: str, home: Path, server: StandIn) -> None:
        super().__init__(origin, home, server, Diary())
        self._command = [*PROGRAM[:2], BREAKING]
        del self._env["ESCDELAY"]
        self._env["SSH_CONNECTION"] = "192.0.2.1 50000 192.0.2.2 22"

    def send_torn(self, data: bytes, cut: int, gap: float) -> None:
        self.send(data[:cut])
        time.sleep(gap)
        self.send(data[cut:])

    def until_shown(self, text: str) -> None:
        self.until(lambda: text in self.text)

    def write_text(self, text: str) -> None:
        self.type(text)
        self.until_shown(text)


def test_keys_torn_unknown_and_broken_decide_nothing(tmp_path: Path) -> None:
    """When no key can be read any more, the program ends in order."""
    server = standin()
    (tmp_path / "config.toml").write_text(SETTINGS)
    with serve(server) as origin, FarAway(origin, tmp_path, server) as sitting:
        sitting.begin()
        before = sitting.name
        sitting.send("rЗдравствуйте".encode())
        sitting.until(lambda: "Много букв разом" in sitting.status)
        assert "F2" not in sitting.text
        time.sleep(QUIET)
        for sequence in NO_KEYS:
            sitting.type(sequence)
        sitting.send(KOI8)
        sitting.settled()
        assert sitting.name == before
        assert "F3" not in sitting.text

        sitting.go_to(LATER)
        sitting.begin_letter()
        sitting.write_text("абвгдежз")
        # A capital as kitty 0.26.5 sends it, and a key of another terminal.
        sitting.send(b"\x1b[57441u\x1b[1087;2u\x1b[1088;u")
        sitting.until(lambda: "абвгдежзПр" in sitting.text)
        for sequence in NO_KEYS[1:]:
            sitting.type(sequence)
        sitting.send(b"\x1b[H")
        text = "абвгдежзПр"
        for gap in (0.0, 0.05, 0.25):
            for cut in (1, 2):
                sitting.send_torn(b"\x1b[3~", cut, gap)
                text = text[1:]
                sitting.until_shown(f" {text}")
        sitting.send_torn(b"\x1b[6~", 1, 0.25)
        sitting.send_torn("\x1b[200~3 паста\x1b[201~".encode(), -4, 0.25)
        sitting.until(lambda: "3 паста" in sitting.text)
        assert "F2" in sitting.status
        assert f" 3 паста{text} " in sitting.text

        # Escape and the next key at once, as tmux sends them.
        name = sitting.name
        sitting.send(b"\x1bJ")
        sitting.until(lambda: "F2" not in sitting.status and sitting.name not in {"", name})
        sitting.send(b"K")
        sitting.until(lambda: sitting.name == name)
        sitting.type("r")
        # A terminal of which nothing can be read any more.
        sitting.until_shown(f" 3 паста{text} ")
        sitting.send(b"\x07")
        assert sitting.wait() == 1
        said = sitting.raw[sitting.raw.rindex("\x1b[?1049l") :]
        assert "Клавиши терминала больше не читаются (RuntimeError" in said
        assert "Traceback" not in sitting.raw
        assert "the text of a letter" not in sitting.raw
    # What opening marks as read decides nothing.
    assert decisions(server) == []
    folder = next(tmp_path.rglob("journal.db")).parent
    store = Store.open(folder, keep_days=30, clock=lambda: datetime.now(UTC))
    assert list(store.drafts().values()) == [f"3 паста{text}"]
    store.close()
