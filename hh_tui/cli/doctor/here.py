"""What can be looked at on this machine: language, settings, redirect address, store, log."""

import os
import shutil
import sys
from pathlib import Path

from hh_tui.cli.doctor.check import Check, CheckState, failed
from hh_tui.cli.doctor.terminal import terminal
from hh_tui.cli.login.listener import can_listen
from hh_tui.errors import ConfigError, HHError, UnusableFile
from hh_tui.files.private_files import private_folder
from hh_tui.hooks.command import is_there, named, parts
from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import one_line
from hh_tui.settings.config import DEFAULT_CONTACT, Settings
from hh_tui.settings.locations import store_folder
from hh_tui.store.survey import Survey, survey
from hh_tui.system.encoding import first_environment, terminal_encoding
from hh_tui.ui.terminal.probe import ask


def language(tr: Catalogue) -> Check:
    """The language that everything is told in."""
    return Check("language", CheckState.OK, tr("doctor.language.said"))


def config(tr: Catalogue, path: Path, error: ConfigError | None) -> Check:
    """The file of the settings."""
    if error is not None:
        return failed(tr, "config", error, needed=True)
    if path.exists():
        return Check("config", CheckState.OK, str(path))
    return Check("config", CheckState.SKIP, tr("doctor.config.none", path=str(path)))


def contact(tr: Catalogue, settings: Settings) -> Check:
    """The mail address that hh.ru wants to find in each request: it may refuse those that name none."""
    name, at, host = settings.contact.partition("@")
    if settings.contact == DEFAULT_CONTACT:
        return Check("contact", CheckState.FAIL, tr("doctor.contact.none"), tr("doctor.contact.hint"))
    if not (name and at and "." in host and "@" not in host):
        return Check("contact", CheckState.FAIL, settings.contact, tr("doctor.contact.hint"))
    return Check("contact", CheckState.OK, settings.contact)


def redirect(tr: Catalogue, settings: Settings) -> Check:
    """The redirect address: hh.ru compares it with the registered one to the character."""
    uri = settings.login.redirect_uri
    if not uri:
        return Check("redirect", CheckState.SKIP, tr("doctor.redirect.none"))
    if any(character.isspace() for character in uri) or "://" not in uri:
        return Check("redirect", CheckState.FAIL, uri, tr("doctor.redirect.hint"))
    return Check("redirect", CheckState.OK, uri, "" if can_listen(uri) else tr("doctor.redirect.paste"))


def log(tr: Catalogue, path: Path) -> Check:
    """The log of requests: where it is, and whether it can be written."""
    try:
        private_folder(path.parent)
    except HHError as error:
        return failed(tr, "log", error)
    return Check("log", CheckState.OK, str(path))


def hooks(tr: Catalogue, settings: Settings) -> list[Check]:
    """The person's own commands: whether their programs are there."""
    found = []
    for name, command in named(settings.hooks):
        if is_there(command):
            found.append(Check(f"hook.{name}", CheckState.OK, f"{name}: {one_line(command)}"))
        else:
            told = tr("doctor.hook.missing", name=name, program=one_line(parts(command)[0]))
            found.append(Check(f"hook.{name}", CheckState.FAIL, told, tr("doctor.hook.hint")))
    return found


def store(tr: Catalogue, settings: Settings) -> list[Check]:
    """What is kept of candidates: where, how much, what is not sent, and what is broken."""
    try:
        if not settings.cache:
            return [Check("store", CheckState.SKIP, tr("doctor.store.off"))]
        folder = store_folder(settings.profile, settings.api_url)
        seen = survey(folder)
    except HHError as error:
        return [failed(tr, "store", error)]
    except OSError as error:
        return [failed(tr, "store", UnusableFile(path=str(folder), why=error.strerror or "?"))]
    if not folder.exists():
        return [Check("store", CheckState.SKIP, tr("doctor.store.none", path=str(folder)))]
    said = tr("doctor.store.said", path=str(folder), kb=-(-seen.size // 1024), days=settings.keep_days)
    checks = [Check("store", CheckState.OK, said), _journal(tr, seen)]
    if seen.aside:
        names = ", ".join(str(path) for path in seen.aside)
        checks.append(Check("aside", CheckState.FAIL, names, tr("doctor.aside.hint")))
    return checks


def _journal(tr: Catalogue, seen: Survey) -> Check:
    if (unsent := seen.unsent) is None:
        return Check("journal", CheckState.FAIL, tr("doctor.journal.unreadable"), tr("doctor.journal.hint"))
    said = tr("doctor.journal.said", writes=unsent.writes, drafts=unsent.texts)
    more = tr("store.choices", n=unsent.choices) if unsent.choices else ""
    return Check("journal", CheckState.OK, f"{said}{more}")


def all_here(tr: Catalogue, settings: Settings, config_path: Path, error: ConfigError | None) -> list[Check]:
    """Everything above, of the terminal and environment the program was started in."""
    encoding = terminal_encoding(first_environment(), sys.stdout.encoding or "")
    return [
        *terminal(tr, os.environ, shutil.get_terminal_size(), encoding, ask()),
        language(tr),
        config(tr, config_path, error),
        contact(tr, settings),
        redirect(tr, settings),
        *hooks(tr, settings),
        *store(tr, settings),
    ]
