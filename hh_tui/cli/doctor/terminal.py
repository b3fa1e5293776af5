"""The terminal: its size, colours, encoding, keyboard, clipboard, notifications.

What it answers about itself counts before the environment, whose variables may be another terminal's.
"""

import os
import sys
from collections.abc import Mapping
from typing import Final

from hh_tui.cli.doctor.check import Check, CheckState
from hh_tui.i18n import Catalogue
from hh_tui.system.clipboard import is_taken_by_terminal, tools
from hh_tui.system.encoding import is_utf8
from hh_tui.ui.terminal.multiplexer import Surroundings
from hh_tui.ui.terminal.probe import ProbeResult

COLUMNS: Final = 80
ROWS: Final = 24

_MODERN: Final = (
    "KITTY_WINDOW_ID",
    "GHOSTTY_RESOURCES_DIR",
    "WEZTERM_EXECUTABLE",
    "ALACRITTY_WINDOW_ID",
    "WT_SESSION",
)
"""Left in the environment by terminals that tell keys like Ctrl+Enter apart."""

_NOTIFYING: Final = ("kitty", "foot", "wezterm", "iterm2", "ghostty", "contour", "urxvt", "rxvt")
"""How terminals that show OSC 9 or OSC 777 call themselves."""


def terminal(
    tr: Catalogue,
    env: Mapping[str, str],
    size: os.terminal_size,
    encoding: str,
    answers: ProbeResult | None = None,
    platform: str = sys.platform,
) -> list[Check]:
    """What will work here. `answers` are the terminal's own, None where it was not or can't be asked."""
    roomy = size.columns >= COLUMNS and size.lines >= ROWS
    said = tr("doctor.size.said", columns=size.columns, rows=size.lines)
    utf8 = is_utf8(encoding)
    return [
        Check(
            "size", _mark(roomy), said, "" if roomy else tr("doctor.size.hint", columns=COLUMNS, rows=ROWS)
        ),
        Check("colours", *_colours(tr, env, answers)),
        Check("encoding", _mark(utf8), encoding or "?", "" if utf8 else tr("doctor.encoding.hint")),
        _keyboard(tr, env, answers),
        _clipboard(tr, env, answers, platform),
        _notification(tr, env, answers),
    ]


def _keyboard(tr: Catalogue, env: Mapping[str, str], answers: ProbeResult | None) -> Check:
    if answers is not None:
        name = answers.name if answers.keyboard else ""
        complete = answers.keyboard
    else:
        name = "" if _is_inside(env) else next((one for one in _MODERN if env.get(one)), "")
        complete = bool(name)
    if not complete:
        return Check("keyboard", CheckState.SKIP, tr("doctor.keyboard.unknown"))
    return Check("keyboard", CheckState.OK, tr("doctor.keyboard.known", name=name or env.get("TERM", "?")))


def _clipboard(tr: Catalogue, env: Mapping[str, str], answers: ProbeResult | None, platform: str) -> Check:
    """The way that `y` takes: a tool of the desktop or of tmux, the terminal, or a page to select from."""
    if found := tools(env, platform):
        return Check("clipboard", CheckState.OK, tr("doctor.clipboard.tool", name=found[0].name))
    if is_taken_by_terminal(env) or (answers is not None and answers.clipboard):
        return Check("clipboard", CheckState.OK, tr("doctor.clipboard.terminal"))
    return Check("clipboard", CheckState.SKIP, tr("doctor.clipboard.page"))


def _notification(tr: Catalogue, env: Mapping[str, str], answers: ProbeResult | None) -> Check:
    passage = Surroundings.of(env).passage
    if passage or _is_inside(env):
        return Check(
            "notification", CheckState.SKIP, tr("doctor.notification.inside", name=passage or env["TERM"])
        )
    name = (answers.name if answers is not None else "") or env.get("TERM", "")
    if any(one in name.lower() for one in _NOTIFYING):
        return Check("notification", CheckState.OK, tr("doctor.notification.known", name=name))
    return Check("notification", CheckState.SKIP, tr("doctor.notification.unknown"))


def _is_inside(env: Mapping[str, str]) -> bool:
    """Whether tmux or screen is in between, here or at the other end of ssh."""
    return bool(env.get("TMUX") or env.get("STY")) or env.get("TERM", "").startswith(("tmux", "screen"))


def _colours(
    tr: Catalogue, env: Mapping[str, str], answers: ProbeResult | None
) -> tuple[CheckState, str, str]:
    term = env.get("TERM", "")
    if env.get("NO_COLOR"):
        return CheckState.SKIP, "NO_COLOR", ""
    if env.get("COLORTERM", "") in ("truecolor", "24bit") or env.get("WT_SESSION"):
        return CheckState.OK, tr("doctor.colours.true"), ""
    if answers is not None and answers.colours:
        return CheckState.OK, tr("doctor.colours.256"), tr("doctor.colours.more")
    if "256" in term or "kitty" in term:
        return CheckState.OK, tr("doctor.colours.256"), ""
    return CheckState.FAIL, term or "—", tr("doctor.colours.hint")


def _mark(good: bool) -> CheckState:
    return CheckState.OK if good else CheckState.FAIL
