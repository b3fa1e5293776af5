"""One sitting at the real program, which may be killed at any moment; and what has been decided so far."""

import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from hh_tui.demo import TOKEN, StandIn
from hh_tui.demo.chats import topic_id
from hh_tui.demo.received import Received
from hh_tui.demo.topic import Topic
from hh_tui.i18n import Catalogue
from tests.terminal import TIMEOUT, Terminal

PROGRAM = [sys.executable, "-c", "import sys; from hh_tui.cli.main import main; sys.exit(main())"]
SETTINGS = "hold = 1\nhold_letter = 1\nrequests_per_second = 20\n"
COLUMNS, ROWS = 160, 36
FIRST = "Неразобранные"
LATER = "Телефонное интервью"
"""The collection of those one can write to."""

NAMELESS = {Catalogue("ru")(key) for key in ("candidate.gone", "candidate.nameless")}
SEVERAL = re.compile(r"\+\d+ отклик")
"""Stands in the row of somebody who answered several times: the diary goes by names."""

DECIDABLE = re.compile(r"\d решить")
"""Stands in the last line where digits decide, behind as many of them as there are actions."""

LOOKS = 3
"""Looks, one after another, in which something has to hold."""

PAUSES = 50
"""Looks until a key counts as one that changes nothing."""

ENOUGH = 2
"""Letters to one candidate: hh.ru takes only a few without an answer."""

START = 3.0
"""Seconds until the list and the question about what is open, on a machine at rest."""

SLOWEST = 8.0
"""How many times slower a machine is taken to be at most."""

PICKING = "Начните набирать"

LOCKED = ("🔒", "Писать нельзя", "Писать можно только")
"""Said of somebody who can't be written to; that one can is said of those without a resume."""

DOWN, ESCAPE, F2, F3 = "\x1b[B", "\x1b", "\x1bOQ", "\x1bOR"
PAGE_DOWN = "\x1b[6~"
F7, DELETE = "\x1b[18~", "\x1b[3~"

GROUP = 2
"""People who get a letter of their own by one decision."""

_CURSOR = re.compile(r"│▌\S (?P<name>.+?)(?:, \d+(?: .*)?| [+✉★✎].*|  .*)?│[│╭]")
"""A row; one blank alone stands between a name and its marks where there is no room for more."""


class Killed(Exception):
    """The program was killed: nothing of the sitting is left but what is on disk."""


@dataclass
class Diary:
    """What was decided. `promised` is what the program has acknowledged, the rest may or may not be kept."""

    steps: dict[str, int] = field(default_factory=dict)
    perhaps: dict[str, int] = field(default_factory=dict)
    letters: dict[str, str] = field(default_factory=dict)
    promised: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    """Letters that were never written down."""
    groups: dict[str, int] = field(default_factory=dict)
    """Letters to several, filled in for each: to how many each of them goes, once it is acknowledged."""

    @property
    def decisions(self) -> int:
        """How many decisions and letters were acknowledged and not taken back."""
        return sum(self.steps.values()) + len(self.promised)


def decisions(server: StandIn) -> list[Received]:
    """The writes that decide or write something, without the marks that opening a thread leaves."""
    return [one for one in server.writes if not one.path.endswith("/read")]


def written_to(server: StandIn) -> list[Topic]:
    """Everyone who was decided about or written to."""
    paths = [one.path.split("/") for one in decisions(server)]
    ids = {part for path in paths if path[1] == "negotiations" for part in path if part.isdigit()}
    ids |= {value for one in decisions(server) for name, value in one.form if name == "topic_id"}
    ids |= {topic_id(path[3]) for path in paths if path[1:3] == ["common", "chats"]}
    return [server.world.topic(one) for one in sorted(ids)]


def letters(server: StandIn) -> list[str]:
    """The numbers of all our letters that arrived."""
    with server.world.lock:
        messages = [one for topic in written_to(server) for one in server.world.thread(topic)]
    return [token for one in messages for token in re.findall(r"№\d+\.", one.text or "")]


def _once_more(counts: dict[str, int], name: str) -> None:
    counts[name] = counts.get(name, 0) + 1


class Sitting(Terminal):
    """`kill_after` are seconds from the first painted list, `kill_in_flight` kills once a write came in.

    Seconds are those of a machine at rest: where the start takes longer, so does everything after it.
    """

    def __init__(
        self,
        origin: str,
        home: Path,
        server: StandIn,
        diary: Diary,
        *,
        kill_after: float | None = None,
        kill_in_flight: bool = False,
    ) -> None:
        env = {"HH_TUI_HOME": str(home), "LANG": "ru_RU.UTF-8", "TEXTUAL_ANIMATIONS": "none"}
        env |= {"HH_TUI_API_URL": origin, "HH_TUI_TOKEN": TOKEN, "ESCDELAY": "50"}
        super().__init__(PROGRAM, env, COLUMNS, ROWS)
        self._server = server
        self._diary = diary
        self._kill_after = kill_after
        self._kill_at: float | None = None
        self._began = time.monotonic()
        self._writes = len(decisions(server)) if kill_in_flight else None

    # What stands there

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)

    @property
    def status(self) -> str:
        """The last line."""
        return self.lines[-1]

    @property
    def title(self) -> str:
        """The first line."""
        return self.lines[0]

    @property
    def row(self) -> str:
        """The line of the candidate under the cursor."""
        return next((line for line in self.lines if _CURSOR.search(line)), "")

    @property
    def name(self) -> str:
        """The candidate under the cursor."""
        found = _CURSOR.search(self.row)
        return found["name"].strip() if found else ""

    def look(self) -> None:
        """Take in what was written since; perhaps that is the last thing that was."""
        alive = self._read(0.02)
        late = self._kill_at is not None and time.monotonic() >= self._kill_at
        caught = self._writes is not None and len(decisions(self._server)) > self._writes
        if late or caught or not alive:
            assert alive, f"the program ended by itself:\n{self.text}"
            self.kill()
            raise Killed

    def until(self, done: Callable[[], object]) -> None:
        """Look until something holds, and goes on to: a frame comes in pieces, and half of one shows a line
        that never stood there."""
        end, held = time.monotonic() + TIMEOUT, 0
        while held < LOOKS:
            assert time.monotonic() < end, f"this never came:\n{self.text}"
            held = held + 1 if done() else 0
            if held < LOOKS:
                self.look()

    def settled(self) -> None:
        """Look until nothing new is written for a moment."""
        before = -1
        while before != len(self.raw):
            before = len(self.raw)
            for _ in range(5):
                self.look()

    def caught_up(self) -> None:
        """Until all keys typed so far have done what they do, however slow the machine is.

        That is when the window stands there that one more of them opens.
        """
        self.type("c")
        self.until(lambda: PICKING in self.text)
        self.type(ESCAPE)
        self.until(lambda: PICKING not in self.text)

    # What one does

    def strike(self, keys: Sequence[str], gap: float = 0.0) -> None:
        """Keys one after another, with that many seconds between two of them; all at once without any."""
        if not gap:
            self.type("".join(keys))
            return
        for key in keys:
            self.type(key)
            end = time.monotonic() + gap
            while time.monotonic() < end:
                self.look()

    def is_list(self) -> bool:
        """Whether no window stands over the list, and nobody types."""
        above = ("Esc Отмена", "Esc В черновик", PICKING)
        return bool(DECIDABLE.search(self.status)) and not any(one in self.text for one in above)

    def begin_letter(self) -> None:
        """To the first candidate from here on who can be written to."""
        while True:
            self.type("r")
            self.until(lambda: "F2" in self.status or any(one in self.text for one in LOCKED))
            if "F2" in self.status:
                return
            self.type("j")
            self.settled()

    def begin(self) -> None:
        """Until there is a list, and the question about what was open is answered."""
        self.until(lambda: not self._is_opening and (self.name or self._is_asked))
        self.answer()
        self.until(lambda: self.name)
        if self._kill_after is not None:
            slowness = min(SLOWEST, max(1.0, (time.monotonic() - self._began) / START))
            self._kill_at = time.monotonic() + self._kill_after * slowness

    @property
    def _is_opening(self) -> bool:
        """Whether what is seen is still the picture of last time."""
        return "Открываю" in self.status or not self.status.strip()

    @property
    def _is_asked(self) -> bool:
        return "Не отправлять" in self.text

    def answer(self) -> None:
        """What is left from before goes out now; the question about it comes a moment after the list."""
        end = time.monotonic() + 1.5
        while time.monotonic() < end and not self._is_asked:
            self.look()
        if self._is_asked:
            self.wait_until_heard()
            self.type(DOWN)
            self.settled()
            self.type("\r")
            self.until(lambda: not self._is_asked)

    def wait_until_heard(self) -> None:
        """Until a window that came by itself takes keys: it leaves those of its first half second alone."""
        heard = time.monotonic() + 0.8
        while time.monotonic() < heard:
            self.look()

    def go_to(self, collection: str) -> None:
        """Another list."""
        self.type("c")
        self.until(lambda: PICKING in self.text)
        self.type(f"{collection}\r")
        self.until(lambda: PICKING not in self.text and f"─ {collection} ·" in self.text and self.name)
        self.caught_up()

    def _is_told(self, name: str) -> bool:
        return "через" in self.status and name in self.status

    def next(self) -> bool:
        """The cursor a candidate down; False at the end of the list."""
        before = self.row
        self.type("j")
        for _ in range(PAUSES):
            if self.row not in {"", before}:
                break
            self.look()
        else:
            self.caught_up()
        self.settled()
        return self.row != before

    def decide(self) -> bool:
        """Put the candidate under the cursor aside; it counts once its countdown runs."""
        self.until(lambda: self.name)
        name = self.name
        self.until(lambda: not self._is_told(name))
        digit = re.search(r"([1-9]) Подумать", self.text)
        if digit is None or name in NAMELESS or SEVERAL.search(self.row):
            self.next()
            return False
        _once_more(self._diary.perhaps, name)
        self.type(digit[1])
        self.until(lambda: self._is_told(name) or "F3" in self.text)
        if "F3" in self.text:
            self.type(F3)
            self.until(lambda: self._is_told(name))
        self._diary.perhaps[name] -= 1
        _once_more(self._diary.steps, name)
        return True

    def decide_on_somebody(self) -> None:
        """Put the first candidate aside whose name nobody else has."""
        while not self.decide():
            pass

    def take_back(self) -> None:
        """Take the last decision back; it counts once that is on disk, which it is before the next one is.

        What is taken back is told: the last one may have gone out by then, and one before it still wait.
        """
        told = [one for one in self._diary.steps if self._is_told(one)]
        if not told:
            return
        self._move(told, self._diary.steps, self._diary.perhaps)
        self.type("z")
        self.until(lambda: "Отменено" in self.status or "Отменять нечего" in self.status)
        taken = [one for one in self._diary.steps if one in self.status and "Отменено" in self.status]
        self._move(told, self._diary.perhaps, self._diary.steps)
        self._move(taken, self._diary.steps, self._diary.perhaps)
        if not taken:
            return
        self.until(lambda: self.name)
        while not (self.next() and self.decide()):
            pass
        for name in taken:
            self._diary.perhaps[name] -= 1

    @staticmethod
    def _move(names: list[str], source: dict[str, int], target: dict[str, int]) -> None:
        for name in names:
            source[name] -= 1
            _once_more(target, name)

    def write(self) -> bool:
        """A letter to the candidate under the cursor, or the one begun or returned before."""
        self.until(lambda: self.name)
        name, begun = self.name, "✎" in self.row
        if not begun and list(self._diary.letters.values()).count(name) >= ENOUGH:
            self._further()
            return False
        self.until(lambda: not self._is_told(name))
        self.type("r")
        self.until(lambda: "F2" in self.status or any(one in self.text for one in LOCKED))
        if "F2" not in self.status:
            self._further()
            return False
        self.settled()
        token = f"№{len(self._diary.letters) + 1}."
        if not begun:
            self._diary.letters[token] = name
            self.type(f"Письмо {token}")
            self.until(lambda: f"Письмо {token}" in self.text)
        self.type(F2)
        self.until(lambda: self._is_told(name))
        if not begun:
            self._diary.promised.add(token)
        self._further()
        return True

    def write_to_several(self) -> None:
        """Mark some, and refuse them together, each with their name in the letter."""
        self.until(lambda: self.name)
        self.until(lambda: not self._is_told(f"{GROUP} кандидата"))  # of those before: theirs tells of others
        writable = self._writable()
        for count in range(1, GROUP + 1):
            while self.name not in writable or SEVERAL.search(self.row):
                if not self.next():
                    self.type(ESCAPE)
                    self.until(lambda: "отмечено" not in self.text)
                    return
            self.type("x")
            self.until(lambda count=count: f"отмечено {count}" in self.text)  # type: ignore[misc]
            self.settled()
            writable.discard(self.name)
        self.until(lambda: re.search(r"([1-9]) Отказать", self.text))
        digit = re.search(r"([1-9]) Отказать", self.text)
        assert digit is not None
        self.type(digit[1])
        self.until(lambda: "Esc В черновик" in self.text)
        token = f"№{len(self._diary.letters) + len(self._diary.groups) + 1001}."
        self._diary.groups[token] = 0
        self.type(F7 + DELETE)
        self.settled()
        self.type(f"Письмо {token} {{{{имя}}}}")
        self.until(lambda: f"Письмо {token}" in self.text)
        self.type(F2)
        self.until(lambda: "выполнить" in self.text)
        self.type(F2)
        self.until(lambda: self._is_told(f"{GROUP} кандидата"))
        self._diary.groups[token] = GROUP

    def _writable(self) -> set[str]:
        """The names of those whose chats take letters, nobody else of their name among them."""
        people = self._people()
        closed = {name for name, topic in people if topic.resume_hidden or topic.messaging_status != "ok"}
        return {name for name, _ in people} - closed

    def _people(self) -> list[tuple[str, Topic]]:
        """Everybody by their name, whether it is shown or not."""
        world = self._server.world
        topics = [one for vacancy in world.vacancies for one in world.roster(vacancy).topics]
        people = [(world.person(one.person), one) for one in topics]
        return [(f"{person.last_name} {person.first_name}", topic) for person, topic in people]

    def _further(self) -> None:
        """The next candidate; after the last one the first."""
        if not self.next():
            self.type("gg")
            self.caught_up()

    def send_drafts(self) -> None:
        """Every letter begun goes out: down the list until all have passed whose letter has not arrived.

        Of whom nothing is found was killed while its first words were typed; nobody looks for it again. Who
        shares a name, or shows none, may be another one of it: for them the list is gone through to its end.
        """
        self.go_to(LATER)
        self.type("gg")
        self.caught_up()
        missing = set(self._diary.letters) - self._diary.lost - set(letters(self._server))
        left, sent = {self._diary.letters[token] for token in missing}, set[str]()
        bearers = Counter(name for name, _ in self._people())
        while left or "✎" in self.row:
            name = self.name
            if bearers[name] == 1:
                left.discard(name)
            if "✎" not in self.row:
                if not self.next():
                    break
            elif self.write():
                sent.add(name)
        self._diary.lost |= {token for token in missing if self._diary.letters[token] in left - sent}

    def work(self, chance: Random) -> None:
        """Decide or write until the end; where nobody is near who can be written to, decide."""
        letters = f"─ {LATER} ·" in self.text
        if chance.random() < 0.4:
            letters = not letters
            self.go_to(LATER if letters else FIRST)
        while True:
            if letters and not self.write():
                letters = False
                self.go_to(FIRST)
            elif not letters and chance.random() < 0.2:
                self.write_to_several()
            elif not letters and self.decide() and chance.random() < 0.25:
                self.take_back()
