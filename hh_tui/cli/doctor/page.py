"""The page itself: for a person, or as JSON for a program."""

import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Final

from hh_tui import __version__
from hh_tui.cli.connect import ApiAccess
from hh_tui.cli.doctor import here
from hh_tui.cli.doctor.check import Check, CheckState, failed
from hh_tui.cli.doctor.there import OF_THE_PERSON, all_there
from hh_tui.errors import ConfigError
from hh_tui.i18n import Catalogue, preferred_language
from hh_tui.keys.key_name import first_key
from hh_tui.settings.config import Settings, load
from hh_tui.settings.locations import config_file, log_file
from hh_tui.system.signals import run

SIGNS: Final = {CheckState.OK: "✓", CheckState.FAIL: "✗", CheckState.SKIP: "–"}
PLAIN: Final = {CheckState.OK: "+", CheckState.FAIL: "x", CheckState.SKIP: "-"}
"""For a terminal that can't show the signs."""

WARNING: Final = "!"
"""In the place of the sign of what failed where the inbox works without it."""


def examine(tr: Catalogue, wished: str | None, profile: str | None, *, as_json: bool) -> bool:
    """Look at everything and print it. False when something the inbox needs is amiss.

    `wished` is a language that goes before the one in the settings.
    """
    path = config_file()
    settings, error = Settings(), None
    try:
        settings = load(path, profile=profile)
        tr = Catalogue(preferred_language(wished or settings.lang), partial(first_key, settings.keys))
    except ConfigError as trouble:
        error = trouble
    checks = here.all_here(tr, settings, path, error)
    if error is not None:
        # Which server is meant is not known, and a token goes to no other.
        checks += [Check(name, CheckState.SKIP, tr("doctor.unknown")) for name in ("connection", "token")]
    else:
        checks += _there(settings, tr)
    checks.append(here.log(tr, log_file()))
    _print(as_document(checks) if as_json else as_page(tr, checks))
    return not any(check.is_fatal for check in checks)


def _there(settings: Settings, tr: Catalogue) -> list[Check]:
    """What hh.ru tells, as far as it can be asked."""
    try:
        return run(all_there(ApiAccess.of(settings), tr, datetime.now(UTC)))
    except ConfigError as trouble:
        unknown = [Check(name, CheckState.SKIP, tr("doctor.unknown")) for name in ("token", *OF_THE_PERSON)]
        return [failed(tr, "connection", trouble, needed=True), *unknown]


def as_document(checks: Sequence[Check]) -> str:
    """The checks as JSON: `ok`, `version`, and `checks` with id, mark, needed, said, hint."""
    listed = [
        {"id": one.id, "mark": one.state, "needed": one.needed, "said": one.text, "hint": one.hint}
        for one in checks
    ]
    good = not any(one.is_fatal for one in checks)
    return json.dumps({"ok": good, "version": __version__, "checks": listed}, ensure_ascii=False, indent=2)


def as_page(tr: Catalogue, checks: Sequence[Check], signs: dict[CheckState, str] | None = None) -> str:
    """The checks one below the other, what to do under those that failed."""
    signs = signs or _signs()
    labels = [tr(f"doctor.{one.id.partition('.')[0]}") for one in checks]
    width = max(map(len, labels))
    lines = [f"hh-tui {__version__}"]
    for label, one in zip(labels, checks, strict=True):
        first, *others = one.text.split("\n")
        sign = WARNING if one.state is CheckState.FAIL and not one.needed else signs[one.state]
        lines.append(f"{sign} {label:<{width}}  {first}")
        lines += [f"  {'':<{width}}  {other}" for other in others]
        if one.hint:
            lines.append(f"  {'':<{width}}  → {one.hint}")
    fatal = sum(one.is_fatal for one in checks)
    lines.append(tr("doctor.bad", n=fatal) if fatal else tr("doctor.good"))
    return "\n".join(lines)


def _signs() -> dict[CheckState, str]:
    try:
        "✓✗–".encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return PLAIN
    return SIGNS


def _print(text: str) -> None:
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding) + "\n")
