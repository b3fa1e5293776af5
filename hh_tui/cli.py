"""The command line: arguments and environment in, one inbox out. Textual is imported last."""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import Final, NoReturn

from hh_tui import __version__
from hh_tui.config import Settings, load
from hh_tui.errors import HHError
from hh_tui.locale import Catalogue, preferred_language
from hh_tui.paths import config_file
from hh_tui.text import LANGUAGES, one_line

SIZES: Final = ("S", "M", "L", "XL")

OK: Final = 0
ERROR: Final = 1
USAGE: Final = 2


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence and where help is."""

    def __init__(self, tr: Catalogue, arguments: Sequence[str]) -> None:
        super().__init__(prog="hh-tui", description=tr("cli.description"), add_help=False, allow_abbrev=False)
        self._tr = tr
        self._arguments = arguments

    def error(self, message: str) -> NoReturn:
        what = one_line(" ".join(self._arguments))
        sys.stderr.write(f"hh-tui: {self._tr('cli.usage', what=what)} {self._tr('cli.see-help')}\n")
        raise SystemExit(USAGE)


def _parser(tr: Catalogue, arguments: Sequence[str]) -> argparse.ArgumentParser:
    parser = _Parser(tr, arguments)
    parser.add_argument("-h", "--help", action="help", help=tr("cli.help"))
    parser.add_argument(
        "--version", action="version", version=f"hh-tui {__version__}", help=tr("cli.version")
    )
    parser.add_argument("--demo", nargs="?", const="M", choices=SIZES, help=tr("cli.demo"))
    parser.add_argument("--lang", choices=LANGUAGES, help=tr("cli.lang"))
    return parser


def _wished_language(arguments: Sequence[str]) -> str | None:
    """The language asked for, before the arguments are understood: their own errors are told in it."""
    for number, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
        if argument == "--lang" and number + 1 < len(arguments):
            return arguments[number + 1]
    return None


def _complain(sentence: str) -> int:
    sys.stderr.write(f"hh-tui: {sentence}\n")
    return ERROR


def main(arguments: Sequence[str] | None = None) -> int:
    """Start the program. Exit codes: 0, 1 for an error told on stderr, 2 for a wrong option, 130."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    tr = Catalogue(preferred_language(_wished_language(arguments)))
    options = _parser(tr, arguments).parse_args(arguments)
    try:
        settings = load(config_file())
        tr = Catalogue(preferred_language(options.lang or os.environ.get("HH_TUI_LANG") or settings.lang))
        return _inbox(settings, tr, options.demo)
    except HHError as error:
        from hh_tui.view.errors import explain

        return _complain(explain(tr, error).sentence)
    except KeyboardInterrupt:
        return 130


def _inbox(settings: Settings, tr: Catalogue, demo: str | None) -> int:
    """Open the inbox on the stand-in or on the configured API."""
    import httpx

    from hh_tui.api import Connection, HHClient, Origin
    from hh_tui.view.errors import explain
    from hh_tui.worker import ApiWorker

    transport: httpx.AsyncBaseTransport | None = None
    if demo is not None:
        from hh_tui.demo import TOKEN, StandIn

        transport = httpx.MockTransport(StandIn(size=demo, alive=True).handle)
        origin, token = Origin(), TOKEN
    else:
        origin, token = Origin(settings.api_url), os.environ.get("HH_TUI_TOKEN", "").strip()
        if not token:
            return _complain(tr("cli.no-token"))
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return _complain(tr("cli.no-terminal"))
    connection = Connection(
        origin, token, contact=settings.contact, language=tr.language, transport=transport
    )

    from hh_tui.app import HHApp

    app = HHApp(ApiWorker(HHClient(connection)), settings, tr)
    error = app.run()
    if error is not None:
        return _complain(explain(tr, error).sentence)
    return app.return_code or OK
