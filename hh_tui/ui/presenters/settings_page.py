"""The settings in words: where the file is, how it is changed, and a line for each of them."""

import json
from collections.abc import Mapping
from pathlib import Path
from textwrap import wrap
from typing import Any, Final

from textual.content import Content

from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import one_line
from hh_tui.settings.config import ENVIRONMENT, Settings
from hh_tui.ui.presenters.render_context import RenderContext

NAMES: Final = (
    "lang", "theme", "zone", "hold", "hold_letter", "notify", "waiting_days", "advance", "layout", "threads",
    "downloads", "site", "contact", "keep_days", "cache", "requests_per_second", "profile", "api_url",
)  # fmt: skip
"""Settings of one value, those that most people change first."""

COLUMNS: Final = 66
"""Of what explains them: no line of it is folded in the narrowest window."""


def page(
    ctx: RenderContext,
    settings: Settings,
    file: Path,
    downloads: Path,
    *,
    is_there: bool,
    environment: Mapping[str, str],
) -> Content:
    """Everything as one text; of what may hold a secret it tells only whether it is set."""
    tr = ctx.tr
    where = tr("settings.file-at" if is_there else "settings.no-file-yet", path=one_line(str(file)))
    lines = [Content.styled(where, "bold"), Content(tr("settings.how")), Content("")]
    for name in NAMES:
        value = _value(ctx, settings, name, downloads)
        style = "bold" if getattr(settings, name) == getattr(Settings(), name) else "bold $accent"
        lines.append(Content.styled(f"{name} = {value}", style))
        lines += _explained(tr, name)
    for name, told in _sections(tr, settings).items():
        lines += [Content(""), Content.styled(f"[{name}]", "bold")]
        lines += _explained(tr, name)
        lines += [Content(f"    {one_line(one)}") for one in told]
    if given := [name for name in ENVIRONMENT if environment.get(name)]:
        lines += [Content(""), Content(tr("settings.environment", names=", ".join(given)))]
    return Content("\n").join(lines)


def _explained(tr: Catalogue, name: str) -> list[Content]:
    """What a setting or a section is for, set in from it."""
    return [Content.styled(f"    {line}", "$text-muted") for line in wrap(tr(f"setting.{name}"), COLUMNS)]


def _value(ctx: RenderContext, settings: Settings, name: str, downloads: Path) -> str:
    """As the file has it; where nothing is set, what is meant by that."""
    value: Any = getattr(settings, name)
    if name == "lang" and value is None:
        value = ctx.tr.language
    if name == "downloads":
        value = str(downloads)
    if value is None:
        return ctx.tr("settings.of-the-system")
    if isinstance(value, bool):
        return str(value).lower()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else f"{value:g}"


def _sections(tr: Catalogue, settings: Settings) -> Mapping[str, list[str]]:
    """What stands in the sections, without any value that could be a secret."""
    login, hooks = settings.login, settings.hooks
    set_or_not = {
        "login": {name: getattr(login, name) for name in ("client_id", "client_secret", "redirect_uri")},
        "hooks": {name: getattr(hooks, name) for name in ("new_response", "before_send")},
    }
    told = {
        section: [
            f"{name}: {tr('settings.is-set' if value else 'settings.is-not-set')}"
            for name, value in values.items()
        ]
        for section, values in set_or_not.items()
    }
    keys = [
        f"{name} = {json.dumps(list(every), ensure_ascii=False)}" for name, every in settings.keys.items()
    ]
    letters = [
        f"{name} = {json.dumps(action, ensure_ascii=False)}" for name, action in settings.shortcuts.items()
    ]
    return {"keys": keys, "shortcuts": letters, **told}
