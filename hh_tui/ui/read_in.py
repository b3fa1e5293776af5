"""Reads in what a start did without, while nobody notices: modules, one after the other, and style sheets.

A first decision is not slower than the next one then, and it does not fail where the package was replaced or
taken away meanwhile, as by an upgrade, or where no file can be opened.
"""

import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from time import perf_counter
from typing import Any, Final

import hh_tui
from hh_tui.i18n.text import Language
from hh_tui.ui.stylesheet import package_text

BELOW: Final = ("errors", "system", "files", "keys", "tokens", "settings", "api", "inbox", "store", "worker")
"""Packages on which the others stand: read in first, each of those takes less at a time."""

ABOVE: Final = ("outbox", "hooks", "ui.reducers", "ui.presenters", "ui.widgets", "ui.dialogs", "ui")
"""Packages of what one decides, writes, leaves and looks by."""

SETTLED: Final = 5.0
"""Seconds after the first look at a list, and after the last key, until the first step."""

PAUSE: Final = 0.03
"""Seconds between two steps, in which keys are answered."""

STEP: Final = 0.008
"""Seconds after which a step ends; a module that takes longer is a step of its own."""


class ReadIn:
    """`later` has something done after so many seconds; `is_over` once nothing is left."""

    def __init__(self, language: Language, later: Callable[[float, Callable[[], None]], object]) -> None:
        self._left = iter(_modules(language))
        self._later = later
        self._since: float | None = None
        self._is_begun = False
        self.is_over = False

    def on_tick(self, now: float, last_key: float, *, has_writes: bool) -> None:
        """Begin once the person rests; where writes wait, whether they rest or not."""
        if self._since is None:
            self._since = now
        quiet = now - (self._since if has_writes else max(self._since, last_key))
        if quiet >= SETTLED and not self._is_begun:
            self._is_begun = True
            self._step()

    def _step(self) -> None:
        end = perf_counter() + STEP
        try:
            while perf_counter() < end and not self.is_over:
                self._read_next()
        except (ImportError, OSError):  # what is gone already is told of by what needs it
            self.is_over = True
        if not self.is_over:
            self._later(PAUSE, self._step)

    def _read_next(self) -> None:
        for name in self._left:
            if name not in sys.modules:
                import_module(name)
                return
        for path in _style_sheets():
            package_text(path)
        self.is_over = True


@cache
def _modules(language: Language) -> tuple[str, ...]:
    """The names of all modules that the inbox may need."""
    packages = (*BELOW, f"i18n.{language}", *ABOVE)
    folders = {name: [f"{path}/{name.replace('.', '/')}" for path in hh_tui.__path__] for name in packages}
    return tuple(found for name in packages for found in _below(f"hh_tui.{name}", folders[name]))


def _style_sheets() -> Iterator[Path]:
    """The style sheets that windows bring, by their paths in the package; the modules have been read in."""
    from hh_tui.ui.dialogs.base import Dialog

    left: list[type[Dialog[Any]]] = [Dialog]
    while left:
        window = left.pop()
        left += window.__subclasses__()
        if isinstance(name := vars(window).get("CSS_PATH"), str):
            yield Path(*window.__module__.split(".")[1:-1], name)


def _below(package: str, folders: list[str]) -> Iterator[str]:
    yield package
    for module in iter_modules(folders):
        name = f"{package}.{module.name}"
        if module.ispkg:
            yield from _below(name, [f"{folder}/{module.name}" for folder in folders])
        else:
            yield name
