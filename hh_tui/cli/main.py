"""The command line: arguments and environment in, one inbox out. Textual is imported last."""

import io
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Final

from hh_tui.cli.token_notices import told_of_a_loss, told_of_a_move
from hh_tui.errors import HHError, NotLoggedIn, NotUnicode, WrongSettings
from hh_tui.i18n import Catalogue, preferred_language
from hh_tui.i18n.text import one_line
from hh_tui.keys.key_name import first_key
from hh_tui.settings.config import Settings, load
from hh_tui.settings.locations import config_file
from hh_tui.system.encoding import encoded, first_environment, is_utf8, terminal_encoding
from hh_tui.system.local_zone import local_zone
from hh_tui.system.signals import INTERRUPTED, Terminated, handled, run, terminate
from hh_tui.system.structs import replace

if TYPE_CHECKING:
    import argparse

OK: Final = 0
ERROR: Final = 1
NOTHING_TYPED: Final = {"command": None, "demo": None, "tour": False, "plain": False, "no_cache": False}
PIPE: Final = 141
"""What a shell says of a command whose reader has ended: 128 and the number of SIGPIPE."""


def _complain(sentence: str) -> int:
    sys.stderr.write(f"hh-tui: {sentence}\n")
    return ERROR


def _complain_in(encoding: str, error: HHError, tr: Catalogue) -> int:
    """Tell an error in characters that the terminal's encoding has."""
    from hh_tui.ui.presenters.errors import explain

    sentences: dict[str, str] = {
        one.language: f"hh-tui: {explain(one, error).sentence}\n" for one in (Catalogue("en"), tr)
    }
    sys.stderr.buffer.write(encoded(sentences, encoding, tr.language))
    return ERROR


def _tolerate_any_encoding() -> None:
    """Replace the characters that the encoding of a standard stream does not have, instead of raising."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _complain_of_settings(tr: Catalogue, error: WrongSettings) -> int:
    """A line for each thing that is wrong, and what to do about all of them."""
    from hh_tui.ui.presenters.errors import explain, sentences

    told, hint = sentences(tr, error), explain(tr, error).hint
    lines = [f"{error.values['where']}: {sentence}" for sentence in told]
    lines = [f"{lines[0]} {hint}"] if len(lines) == 1 else [*lines, hint]
    sys.stderr.write("".join(f"hh-tui: {line}\n" for line in lines))
    return ERROR


def main(arguments: Sequence[str] | None = None) -> int:
    """Start the program.

    Exit codes: 0, 1 for an error told on stderr, 2 for a wrong option, 130, 143 and 129 where SIGINT, SIGTERM
    or SIGHUP ended it, 141 where nobody reads the output any more.
    """
    _tolerate_any_encoding()
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    with handled(terminate):
        try:
            return _command(arguments)
        except BrokenPipeError:
            # What is left in the buffer must not complain once more when the interpreter ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return PIPE
        except KeyboardInterrupt:
            return INTERRUPTED
        except Terminated as ended:
            return int(ended.code or 0)


def _command(arguments: Sequence[str]) -> int:
    """What `main` does, signals aside."""
    tr, options = _understood(arguments)
    wished = getattr(options, "lang", None) or os.environ.get("HH_TUI_LANG")
    try:
        if options.command == "doctor":
            return _doctor(tr, wished, getattr(options, "profile", None), as_json=options.json)
        settings = load(config_file(), profile=getattr(options, "profile", None))
        tr = Catalogue(preferred_language(wished or settings.lang), partial(first_key, settings.keys))
        if (beside := _BESIDE.get(options.command)) is not None:
            return beside(settings, tr, options)
        with told_of_a_move(settings, tr, options.demo):
            if options.command == "flush":
                return _flush(settings, tr, everything=options.all)
            if options.command == "ls":
                return _ls(settings, tr, options)
            if options.command == "search":
                return _search(settings, tr, options)
            if options.no_cache:
                settings = replace(settings, cache=False)
            if options.plain:
                return _plain(settings, tr, options.demo)
            return _inbox(settings, tr, options.demo, tour=options.tour)
    except WrongSettings as error:
        return _complain_of_settings(tr, error)
    except HHError as error:
        from hh_tui.ui.presenters.errors import explain

        return _complain(explain(tr, error, outside=True).sentence)


def _understood(arguments: Sequence[str]) -> tuple[Catalogue, Any]:
    """The language to complain in, and the arguments. Where there are none, nothing is made to read them."""
    if not arguments:
        return Catalogue(preferred_language()), SimpleNamespace(**NOTHING_TYPED)
    from hh_tui.cli.arguments import understood, wished_language

    tr = Catalogue(preferred_language(wished_language(arguments)))
    return tr, understood(tr, arguments)


def _login(settings: Settings, tr: Catalogue, options: "argparse.Namespace") -> int:
    """Get a token and keep it."""
    from hh_tui.cli.connect import ApiAccess
    from hh_tui.cli.login import Console, log_in

    run(log_in(ApiAccess.of(settings), tr, Console(), paste=options.paste))
    return OK


def _logout(settings: Settings, tr: Catalogue, options: "argparse.Namespace") -> int:
    """Revoke the token and forget it, with everything that was kept; what is not sent stops it before."""
    from hh_tui.cli.connect import ApiAccess
    from hh_tui.cli.login import Console, log_out
    from hh_tui.settings.locations import letters_folder, profile_folder
    from hh_tui.store.purge import purging

    profile = settings.profile
    with purging(profile_folder(profile), letters_folder(profile), force=options.force):
        revoked = run(log_out(ApiAccess.of(settings), tr, Console()))
    Console().say(tr("cli.purged", profile=settings.profile))
    return OK if revoked else ERROR


def _purge(settings: Settings, tr: Catalogue, options: "argparse.Namespace") -> int:
    """Remove everything that was kept of candidates."""
    from hh_tui.cli.login import Console
    from hh_tui.settings.locations import letters_folder, profile_folder
    from hh_tui.store.purge import purging

    profile = settings.profile
    with purging(profile_folder(profile), letters_folder(profile), force=options.force):
        pass
    Console().say(tr("cli.purged", profile=settings.profile))
    return OK


def _doctor(tr: Catalogue, wished: str | None, profile: str | None, *, as_json: bool) -> int:
    """Look at everything; the settings may be broken, too."""
    from hh_tui.cli.doctor import examine

    return OK if examine(tr, wished, profile, as_json=as_json) else ERROR


def _ls(settings: Settings, tr: Catalogue, options: "argparse.Namespace") -> int:
    """Print a list; without a screen, and without a word to any candidate."""
    from hh_tui.cli.bootstrap import connection
    from hh_tui.cli.ls import ListRequest, print_list

    try:
        reached = connection(settings, tr, options.demo)
    except NotLoggedIn:
        return _complain(tr("cli.no-token"))
    wish = ListRequest(
        vacancy=one_line(options.vacancy),
        collection=one_line(options.collection),
        vacancies=options.vacancies,
        collections=options.collections,
        every=options.all,
        form=options.form,
        bom=options.bom,
    )
    _write_utf8(options.form)
    labels = {} if wish.vacancies or wish.collections else _labels(settings, options.demo)
    with told_of_a_loss(tr, lambda: reached.unsaved_token):
        run(print_list(reached, tr, wish, zone=local_zone(settings.zone), labels=labels))
    return OK


def _search(settings: Settings, tr: Catalogue, options: "argparse.Namespace") -> int:
    """Print whom the resume base has; no resume is opened."""
    from hh_tui.cli.bootstrap import connection
    from hh_tui.cli.search import print_found
    from hh_tui.cli.search.options import request_of

    try:
        reached = connection(settings, tr, options.demo)
    except NotLoggedIn:
        return _complain(tr("cli.no-token"))
    _write_utf8(options.form)
    with told_of_a_loss(tr, lambda: reached.unsaved_token):
        run(print_found(reached, tr, request_of(options), zone=local_zone(settings.zone)))
    return OK


def _labels(settings: Settings, demo: str | None) -> Mapping[str, tuple[str, ...]]:
    """The person's own labels, read from the disk without a lock; none where nothing is kept there."""
    from hh_tui.inbox.lists import labels
    from hh_tui.settings.locations import store_folder
    from hh_tui.store.survey import marks

    if demo is not None or not settings.cache:
        return labels.NO_LABELS
    return labels.from_texts(marks(store_folder(settings.profile, settings.api_url), labels.KIND))


def _log(settings: Settings, tr: Catalogue, options: "argparse.Namespace") -> int:
    """Print what was decided, from the disk alone."""
    from hh_tui.cli.log.command import print_log
    from hh_tui.settings.locations import store_folder
    from hh_tui.store.log_reading import read_log

    if not settings.cache:
        return _complain(tr("log.no-disk"))
    _write_utf8(options.form)
    zone, folder = local_zone(settings.zone), store_folder(settings.profile, settings.api_url)
    read = partial(read_log, folder, keep_days=settings.keep_days, clock=lambda: datetime.now(UTC))
    good = print_log(read, tr, options.since, form=options.form, bom=options.bom, zone=zone)
    return OK if good else ERROR


def _hooks(settings: Settings, tr: Catalogue, options: "argparse.Namespace") -> int:
    """Tell of the person's own commands, or what they get."""
    from hh_tui.cli.hooks import print_hooks, print_schema

    if options.schema:
        _write_utf8("json")
        print_schema()
        return OK
    return OK if print_hooks(settings.hooks, tr, str(config_file())) else ERROR


def _write_utf8(form: str) -> None:
    """What is printed is UTF-8 whatever the terminal says, with the line ends of CSV as they are written."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        newline = "" if form in ("csv", "excel") else None
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline=newline)


def _flush(settings: Settings, tr: Catalogue, *, everything: bool) -> int:
    """Send what is due; where the program runs already, that one does it."""
    from hh_tui.cli.bootstrap import account, opened_store
    from hh_tui.cli.flush import flush
    from hh_tui.errors import SecondInstance

    if not settings.cache:
        return _complain(tr("flush.no-disk"))
    try:
        reached = account(settings, tr)
    except NotLoggedIn:
        return _complain(tr("cli.no-token"))
    store = opened_store(settings, None)
    try:
        with told_of_a_loss(tr, lambda: reached.unsaved_token):
            good = run(
                flush(
                    reached,
                    store,
                    tr,
                    everything=everything,
                    terse=not sys.stdout.isatty(),
                    threads=settings.threads,
                    hooks=settings.hooks,
                    zone=local_zone(settings.zone),
                )
            )
    except SecondInstance:
        if everything:
            # The program that runs sends what is due, and asks about the rest.
            return _complain(tr("flush.other.all"))
        if sys.stdout.isatty():
            sys.stdout.write(f"{tr('flush.other')}\n")
        return OK
    finally:
        store.close()
    return OK if good else ERROR


_BESIDE: Final = {"login": _login, "logout": _logout, "purge": _purge, "log": _log, "hooks": _hooks}
"""Commands that read no tokens, or write them themselves."""


def _plain(settings: Settings, tr: Catalogue, demo: str | None) -> int:
    """The inbox in lines, on a terminal of any kind or on pipes."""
    from hh_tui.cli.bootstrap import plain_inbox

    try:
        error = run(plain_inbox(settings, tr, demo))
    except NotLoggedIn:
        return _complain(tr("cli.no-token"))
    if error is not None:
        from hh_tui.ui.presenters.errors import explain

        return _complain(explain(tr, error, outside=True).sentence)
    return OK


def _inbox(settings: Settings, tr: Catalogue, demo: str | None, *, tour: bool) -> int:
    """Open the inbox on the stand-in or on the configured API."""
    from hh_tui.cli.bootstrap import connection, started
    from hh_tui.startup.gc_schedule import scheduled_gc
    from hh_tui.system.terminal_state import TerminalState
    from hh_tui.system.termination import Termination

    try:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            connection(settings, tr, demo)
            return _complain(tr("cli.no-terminal"))
        encoding = terminal_encoding(first_environment(), sys.stdout.encoding or "")
        if not is_utf8(encoding):
            return _complain_in(encoding, NotUnicode(encoding=one_line(encoding)), tr)
        termination = Termination(TerminalState())
        with scheduled_gc() as collector, termination.listening():
            app = started(settings, tr, demo, tour=tour)
            app.gc_schedule, app.termination = collector, termination
            with told_of_a_loss(tr, lambda: app.worker.unsaved_token):
                error = app.run()
    except NotLoggedIn:
        return _complain(tr("cli.no-token"))
    if termination.code is not None:
        try:
            sys.stdout.flush()
        except OSError:  # the terminal is gone: what is left in the buffer goes nowhere
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return termination.code
    if error is not None:
        from hh_tui.ui.presenters.errors import explain

        return _complain(explain(tr, error, outside=True).sentence)
    if app.farewell:
        sys.stdout.write(f"{app.farewell}\n")
    return app.return_code or OK
