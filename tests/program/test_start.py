"""What is imported before something is seen, and before the first key is answered."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

STARTED = """
import asyncio, json, sys
from hh_tui.cli import main
from hh_tui.cli.bootstrap import started
from hh_tui.i18n import Catalogue
from hh_tui.settings.config import Settings
from hh_tui.ui.app import HHApp
from textual.css import stylesheet

modules, restyled, texts = [], [], []
display, update_nodes, parse = HHApp._display, stylesheet.Stylesheet.update_nodes, stylesheet.parse

def updated(sheet, nodes, animate=False):
    nodes = list(nodes)
    restyled.extend(type(node).__name__ for node in nodes)
    update_nodes(sheet, nodes, animate)

def parsed(scope, css, *rest, **named):
    texts.append((scope, css, named["tie_breaker"]))
    return parse(scope, css, *rest, **named)

def displayed(app, screen, renderable):
    if renderable is not None and not modules:
        modules.append(sorted(sys.modules))
    display(app, screen, renderable)

async def pressed(pilot):
    while not (found := app.screen.query("#negotiations")) or not found.first().rows:
        await asyncio.sleep(0.05)
    await pilot.press("j")
    await pilot.pause()
    assert found.first().cursor == 1
    modules.append(sorted(sys.modules))
    app.exit()

HHApp._display = displayed
stylesheet.Stylesheet.update_nodes, stylesheet.parse = updated, parsed
app = started(Settings(), Catalogue("en"), "S")
app.run(headless=True, auto_pilot=pressed)
print(json.dumps([*modules, restyled, texts]))
"""

UNPAINTED = """
import asyncio
from textual.screen import Screen
from hh_tui.cli.bootstrap import started
from hh_tui.i18n import Catalogue
from hh_tui.settings.config import Settings

async def looked(pilot):
    for _ in range(200):
        found = app.screen.query("#negotiations")
        if found and found.first().rows:
            break
        await asyncio.sleep(0.1)
    print(len(found.first().rows))
    app.exit()

Screen.call_after_refresh = lambda *_: False
app = started(Settings(), Catalogue("en"), "S")
app.run(headless=True, auto_pilot=looked)
"""
"""A start where what waits for a frame is gone, as with a window that closes before it."""

COLLECTED = """
import gc, sys
from hh_tui.__main__ import run

rounds = []
gc.callbacks.append(lambda phase, _: phase == "start" and rounds.append(phase))
sys.argv[1:] = ["ls", "--vacancies", "--demo", "S"]
try:
    run()
except SystemExit as ended:
    print(ended.code, len(rounds))
"""

DIALOGS = "hh_tui.ui.dialogs"
AT_ONCE = {"answer", "picker_item"}
"""What dialogs are asked with, and answer."""


SEARCH = {
    "hh_tui.ui.people_search",
    "hh_tui.ui.people_inviting",
    "hh_tui.api.resume_search",
    "hh_tui.api.models.found_resume",
    "hh_tui.inbox.resume_base.found_people",
    "hh_tui.demo.resume_base",
    "hh_tui.demo.resume_search",
    "hh_tui.demo.routes.found_resumes",
}
"""What finding people takes, which is read in by whoever looks for somebody first."""

LATER = {
    *("httpx", "httpcore", "hh_tui.api.connection", "hh_tui.demo", "segno", "keyring"),
    *("email", "statistics", "importlib.resources"),
}
"""What nothing is needed of before something is seen."""

PAINTED, ANSWERED = 366, 412
"""Modules of ours that are imported before something is seen, and before the first key is answered, those of
the stand-in apart, and a few to spare. They may only become fewer."""

RESTYLED = 90
"""Times that a widget is given its styles once more before the first key: at a narrow size there are some 80,
27 of them since there is one pane and no longer three."""

MODELS = "hh_tui.api.models"
OF_A_LIST = {
    *("account", "action", "address", "base", "collection", "comment", "letter", "manager", "negotiation"),
    *("page", "reading", "resume", "thread", "vacancy"),
}
"""Modules of models that stand in a list, or that what is in it refers to."""

UNWRITTEN = {"textual.widgets._text_area", "hh_tui.ui.widgets.text_editor"}
"""What nobody needs who does not write."""

RARE = {f"hh_tui.api.{noun}" for noun in ("calls", "chat_files", "comments", "dictionaries", "resumes")}
"""What is asked for by a command, and not by a start."""


def test_a_start_does_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    env = {**os.environ, "HH_TUI_HOME": str(tmp_path)}
    command = [sys.executable, "-c", STARTED]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    *modules, restyled, texts = json.loads(done.stdout.splitlines()[-1])
    painted, answered = map(set, modules)
    assert _ours(painted) <= PAINTED
    assert _ours(answered) <= ANSWERED
    assert painted & LATER == set()
    assert not answered & SEARCH
    assert _below(MODELS, answered) <= OF_A_LIST
    assert not answered & (RARE | UNWRITTEN)
    assert _below(DIALOGS, answered) <= AT_ONCE
    assert len(restyled) <= RESTYLED, restyled
    assert [text for text, count in Counter(map(tuple, texts)).items() if count > 1] == []


def test_hh_is_asked_where_the_first_frame_never_comes(tmp_path: Path) -> None:
    env = {**os.environ, "HH_TUI_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", UNPAINTED], env=env, capture_output=True, text=True, check=True
    )
    assert int(done.stdout.splitlines()[-1]) > 0


def test_imports_are_not_looked_through_for_garbage(tmp_path: Path) -> None:
    env = {**os.environ, "HH_TUI_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", COLLECTED], env=env, capture_output=True, text=True, check=True
    )
    code, rounds = map(int, done.stdout.splitlines()[-1].split())
    assert code == 0
    assert rounds <= 4


def _ours(modules: set[str]) -> int:
    """How many modules of the program these are."""
    return sum(one.startswith("hh_tui.") and not one.startswith("hh_tui.demo") for one in modules)


def _below(package: str, modules: set[str]) -> set[str]:
    """The names of the modules in a package."""
    return {one.removeprefix(f"{package}.") for one in modules if one.startswith(f"{package}.")}
