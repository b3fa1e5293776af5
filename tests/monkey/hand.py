"""What a monkey can do at the keyboard and with the mouse, and how it does it."""

from dataclasses import dataclass
from typing import Final

from hypothesis import strategies as st
from textual import events
from textual.geometry import Size

from hh_tui.i18n.keyboard import LAYOUTS
from hh_tui.keys.registry import COMMANDS
from tests.recruiter import Recruiter

SIZES: Final = ((80, 24), (120, 36), (160, 45), (100, 30), (40, 12))

DECIDING: Final = frozenset(
    key for command in COMMANDS if command.decides for key in command.keys if " " not in key
)
"""Keys by which something is decided, wherever they do so."""

CONFIRMING: Final = frozenset({"enter", "f4", "ctrl+n", "space", "tab", "shift+tab", "a"})
"""Keys that press what is under the cursor: a button, an item, a moment."""

LEAVING: Final = frozenset({"q", "ctrl+q", "й", "O", "!", "Щ", "ctrl+o", "P", "З", "ctrl+z"})
"""Keys that would leave the program, open an editor or write a file."""


def _keys() -> tuple[str, ...]:
    found = {part for command in COMMANDS for key in command.keys for part in key.split(" ")}
    found |= {"enter", "escape", "tab", "shift+tab", "backspace", "delete", "ctrl+z", "ctrl+y", "ctrl+a"}
    found |= {"up", "down", "left", "right", "home", "end", "f1", "f2", "f3", "f4", "f5", "f8"}
    cyrillic = {chr(code) for code in range(0x430, 0x450)}
    return tuple(sorted((found | cyrillic | set("abcdefghjklmn .,123") - {" "}) - LEAVING))


KEYS: Final = _keys()
LATIN: Final = LAYOUTS["ru"].latin


@dataclass(frozen=True)
class Burst:
    """Keys one after the other; `gap` in seconds."""

    keys: tuple[str, ...]
    gap: float


@dataclass(frozen=True)
class Paste:
    """Text from elsewhere."""

    text: str


@dataclass(frozen=True)
class Drag:
    """The mouse, pressed at one place and let go at another: at the same one it is a click."""

    begin: tuple[float, float]
    end: tuple[float, float]


@dataclass(frozen=True)
class Resize:
    """Another window."""

    size: tuple[int, int]


@dataclass(frozen=True)
class Wait:
    """Time passes, in seconds."""

    seconds: float


@dataclass(frozen=True)
class Trouble:
    """The next answer of hh.ru is this status."""

    method: str
    status: int


Step = Burst | Paste | Drag | Resize | Wait | Trouble


def steps(keys: tuple[str, ...] = KEYS, *, mouse: bool = True) -> st.SearchStrategy[Step]:
    """Anything a monkey does, of these keys."""
    place = st.tuples(st.floats(0, 1), st.floats(0, 1))
    bursts = st.builds(
        Burst,
        st.lists(st.sampled_from(keys), min_size=1, max_size=4).map(tuple),
        st.sampled_from((0.0, 0.03, 0.5)),
    )
    found: list[st.SearchStrategy[Step]] = [bursts] * 8
    found.append(st.builds(Paste, st.sampled_from(("слово", "два\nслова\n" * 6, "3", "\t1\n2", "ё" * 300))))
    found.append(st.builds(Resize, st.sampled_from(SIZES)))
    found.append(st.builds(Wait, st.sampled_from((0.5, 3.0, 11.0, 90.0))))
    methods, statuses = st.sampled_from(("GET", "PUT", "POST")), st.sampled_from((403, 500, 429))
    found.append(st.builds(Trouble, methods, statuses))
    if mouse:
        found.append(st.builds(Drag, place, place))
        found.append(place.map(lambda one: Drag(one, one)))
    return st.one_of(found)


async def do(anna: Recruiter, step: Step) -> None:
    """Do it, and let what comes of it happen."""
    match step:
        case Burst(keys, gap):
            await anna.strike(*keys, gap=gap)
        case Paste(text):
            anna.app.post_message(events.Paste(text))
        case Drag(begin, end):
            _drag(anna, begin, end)
        case Resize((columns, rows)):
            await anna.pilot.resize_terminal(columns, rows)
        case Wait(seconds):
            await anna.wait(seconds)
        case Trouble(method, status):
            anna.server.faults.add(method, ".", status=status, body={"errors": []})
    await anna.settle()


def _drag(anna: Recruiter, begin: tuple[float, float], end: tuple[float, float]) -> None:
    size: Size = anna.app.size
    for kind, (across, along) in ((events.MouseDown, begin), (events.MouseMove, end), (events.MouseUp, end)):
        x, y = int(across * (size.width - 1)), int(along * (size.height - 1))
        button = 0 if kind is events.MouseMove else 1
        message = kind(None, x, y, 0, 0, button, shift=False, meta=False, ctrl=False, screen_x=x, screen_y=y)
        anna.app.post_message(message)
