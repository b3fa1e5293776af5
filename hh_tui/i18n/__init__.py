"""The catalogue: every text a person sees, in Russian and English, with right plurals."""

import locale as system_locale
import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from string import Formatter
from threading import RLock
from typing import Final

from hh_tui.i18n.text import LANGUAGES, Language, chosen, grouped

COUNTS: Final = frozenset(
    {"n", "loaded", "every", "fired", "tried", "done", "total", "gone", "found", "shown"}
)
"""Gaps of texts that are filled with how many there are."""

LARGE: Final = 1_000
"""From which on thousands are set apart."""

Entry = str | tuple[str, ...]
"""A text with `{named}` gaps, or its plural forms: one, few, many in Russian; one, other in English.

A form more than that comes first, and is for exactly one: the Russian form of 1 is that of 21 too.
"""


PARTS = (
    "inbox",
    "hints",
    "dossier",
    "facts",
    "freshness",
    "statistics",
    "keywords",
    "search",
    "resume_search",
    "also",
    "bulk",
    "called",
    "calls",
    "charts",
    "chat",
    "cli",
    "commands",
    "comparison",
    "errors",
    "export",
    "flush",
    "help",
    "hooks",
    "inviting",
    "keyboard",
    "labels",
    "letters",
    "log",
    "outbox",
    "plain",
    "repeat_last",
    "rules",
    "schedule",
    "settings",
    "shortcuts",
    "snoozed",
    "sprint",
    "store",
    "tour",
    "vacancies",
)
"""The parts of every catalogue, a module of each language; those that a start speaks of come first."""


class Texts(Mapping[str, Entry]):
    """All texts of a language: parts are imported in their order, as far as a key that is asked for."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._known: dict[str, Entry] = {}
        self._left = deque(PARTS)
        self._reading = RLock()

    def __getitem__(self, key: str) -> Entry:
        while key not in self._known and self._read_part():
            pass
        return self._known[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> Mapping[str, Entry]:
        while self._read_part():
            pass
        return self._known

    def _read_part(self) -> bool:
        """Read the next one; False where none is left. Raises ValueError where another says the same thing.

        One thread does it at a time: who asks meanwhile waits, for the next part may have what they want. A
        part whose import is interrupted is left, and so is one that is known but not taken off: reading it
        once more changes nothing.
        """
        with self._reading:
            if not self._left:
                return False
            more: Mapping[str, Entry] = import_module(f"hh_tui.i18n.{self._language}.{self._left[0]}").TEXTS
            twins = {key for key in self._known.keys() & more.keys() if self._known[key] is not more[key]}
            if twins:
                raise ValueError(f"two parts of the catalogue have {min(twins)}")
            self._known.update(more)
            self._left.popleft()
            return True


class NoKey(str):
    """The key of a command that has none: empty, but in a sentence, where the name of the command stands."""

    command_id: str

    def __new__(cls, command_id: str) -> "NoKey":
        """Of this command."""
        none = super().__new__(cls)
        none.command_id = command_id
        return none


def _no_key(_: str) -> str:
    """Where no keys are known."""
    return ""


class Catalogue:
    """The texts of one language: `tr("list.title", n=3)`.

    A plural entry is chosen by `n`. An unknown key raises KeyError: a text that is missing is a bug, and a
    test compares the keys that the code asks for with the keys of both languages.

    `key` names a command's key, empty where it has none: `{keys[refresh]}` in a text is filled with it. That
    of a command without a key, or where no keys are known, is filled with the name of the command.
    """

    def __init__(self, language: Language, key: Callable[[str], str] = _no_key) -> None:
        self.language = language
        self.key = key
        self._texts: Mapping[str, Entry] = import_module(f"hh_tui.i18n.{language}").TEXTS
        self._keys = _Keys(self)

    def naming(self, key: Callable[[str], str]) -> "Catalogue":
        """The same texts with these keys."""
        return Catalogue(self.language, key)

    def __call__(self, key: str, /, **values: str | int) -> str:
        """The text of `key` with its gaps filled."""
        entry = self._texts[key]
        if not isinstance(entry, str):
            entry = chosen(entry, self.language, int(values["n"]))
        return entry.format(
            keys=self._keys, **{name: self._told(name, value) for name, value in values.items()}
        )

    def _told(self, name: str, value: str | int) -> str | int:
        """A count as it is read: `2 502`; a command instead of the key that it has not."""
        if isinstance(value, NoKey):
            return self._keys[value.command_id]
        return grouped(value) if name in COUNTS and isinstance(value, int) and value >= LARGE else value

    def __contains__(self, key: str) -> bool:
        return key in self._texts

    def gaps(self, key: str) -> frozenset[str]:
        """The names of what is filled into the text of `key`."""
        entry = self._texts[key]
        form = entry if isinstance(entry, str) else entry[-1]
        return frozenset(name for _, name, _, _ in Formatter().parse(form) if name)


class _Keys:
    """What stands in a text for the key of a command: `keys[refresh]`."""

    def __init__(self, tr: Catalogue) -> None:
        self._tr = tr

    def __getitem__(self, command_id: str) -> str:
        if key := self._tr.key(command_id):
            return key
        return self._tr("key.none", command=called(self._tr, command_id))


def called(tr: Catalogue, command_id: str) -> str:
    """What a command is called in a sentence: its help text, or a shorter name where that is one itself."""
    short = f"called.{command_id}"
    return tr(short if short in tr else f"command.{command_id}")


def preferred_language(wish: str | None = None) -> Language:
    """The language to speak: the one wished for, else the system's; English where that is neither."""
    for name in (wish, os.environ.get("HH_TUI_LANG")):
        if name in LANGUAGES:
            return name
    for name in (*(os.environ.get(key) for key in ("LC_ALL", "LC_MESSAGES", "LANG")), _system()):
        if name and (code := name[:2].lower()) in LANGUAGES:
            return "ru" if code == "ru" else "en"
    return "en"


def _system() -> str | None:
    return system_locale.getlocale()[0]
