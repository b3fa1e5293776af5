"""What can be typed behind `hh-tui`, and what is said where it is not that."""

import argparse
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, Final, NoReturn

from hh_tui import __version__
from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import LANGUAGES, one_line
from hh_tui.system.encoding import is_unicode
from hh_tui.tokens.profile import PROFILE

SIZES: Final = ("S", "M", "L", "XL")
DEMO: Final = "M"
"""Sizes of the stand-in's world, and the one it has unless one says otherwise."""

USAGE: Final = 2
"""The exit code for what is not understood."""


def understood(tr: Catalogue, typed: Sequence[str]) -> argparse.Namespace:
    """The arguments. Raises SystemExit, with one sentence on stderr for what is not understood."""
    parser = _parser(tr, typed)
    if wrong := next((one for one in typed if not is_unicode(one)), None):
        parser.refuse(tr("cli.not-utf8", what=one_line(wrong)))
    options, rest = parser.parse_known_args(_with_size(typed, list(parser.named)))
    used = next((one for name, one in parser.named.items() if name == options.command), parser)
    if rest:
        used.refuse(used.unknown(rest[0]))
    if getattr(options, "bom", False) and options.form != "csv":
        used.refuse(tr("cli.ls.bom.csv"))
    if options.command == "search" and (problem := _problem_of_search(options)):
        used.refuse(tr(f"filters.problem.{problem}"))
    if options.tour and options.demo is None:
        options.demo = DEMO
    return options


def _problem_of_search(options: argparse.Namespace) -> str | None:
    """What hh.ru would not understand, before it is asked for anything; None when all is well."""
    from hh_tui.api.resume_query import ResumeQuery
    from hh_tui.inbox.resume_base.asked import problem_of

    query = ResumeQuery(
        salary_from=options.salary_from,
        salary_to=options.salary_to,
        age_from=options.age_from,
        age_to=options.age_to,
        area=tuple(options.area),
        relocation=options.relocation,
        filter_exp_industry=tuple(options.industry),
        filter_exp_period=options.industry_years,
    )
    return problem_of(query)


def _with_size(typed: Sequence[str], commands: Sequence[str]) -> list[str]:
    """The arguments, with a size of its own for a `--demo` that a command or a query follows.

    argparse gives the next word to an option that may have a value, whatever that word is. Before any command
    it is one, or nearly one; behind `search` it is the query.
    """
    words = list(typed)
    for number, word in enumerate(words[1:], 1):
        if words[number - 1] != "--demo" or word.startswith("-") or word.upper() in SIZES:
            continue
        if not set(words[:number]) & set(commands):
            meant = bool(get_close_matches(word, commands, 1))
        else:
            meant = "search" in words[:number]
        if meant:
            words[number - 1] = f"--demo={DEMO}"
    return words


def wished_language(arguments: Sequence[str]) -> str | None:
    """The language asked for, before the arguments are understood: their own errors are told in it."""
    for number, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
        if argument == "--lang" and number + 1 < len(arguments):
            return arguments[number + 1]
    return None


def _formatter(tr: Catalogue) -> type[argparse.HelpFormatter]:
    """The layout of help, with its heading from the catalogue."""

    class Formatter(argparse.HelpFormatter):
        def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
            heading = f"{tr('cli.usage.heading')}: " if prefix is None else prefix
            super().add_usage(usage, actions, groups, heading)

    return Formatter


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence and where help is; `named` are the parsers of the commands."""

    def __init__(self, tr: Catalogue, typed: Sequence[str], **more: Any) -> None:
        super().__init__(
            add_help=False, allow_abbrev=False, exit_on_error=False, formatter_class=_formatter(tr), **more
        )
        self._tr = tr
        self._typed = typed
        self.named: dict[str, _Parser] = {}
        self.options = self.add_argument_group(tr("cli.options"))
        self.options.add_argument("-h", "--help", action="help", help=tr("cli.help"))
        self.options.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=tr("cli.lang"))
        self.options.add_argument(
            "--profile", type=self._profile, default=argparse.SUPPRESS, metavar="NAME", help=tr("cli.profile")
        )

    def refuse(self, sentence: str) -> NoReturn:
        """End with a sentence and the way to the help of this command."""
        see = self._tr("cli.see-help", command=self.prog)
        sys.stderr.write(f"hh-tui: {sentence} {see}\n")
        raise SystemExit(USAGE)

    def unknown(self, argument: str) -> str:
        """An option that there is none of, and the one that was meant perhaps."""
        name = argument.partition("=")[0]
        close = get_close_matches(name, list(self._option_string_actions), 1)
        kind = "option" if name.startswith("-") else "argument"
        return self._sentence(f"cli.unknown.{kind}", name, close)

    def error(self, message: str) -> NoReturn:
        self.refuse(self._tr("cli.usage", what=one_line(" ".join(self._typed))))

    def parse_known_args(  # type: ignore[override]
        self, args: Any = None, namespace: Any = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """As argparse does, with our own sentence about a value that is missing or wrong."""
        try:
            return super().parse_known_args(args, namespace)
        except _Wrong as wrong:
            self.refuse(str(wrong))
        except argparse.ArgumentError as error:
            name = (error.argument_name or "").rpartition("/")[2]
            if error.message.startswith("expected"):
                self.refuse(self._tr("cli.no-value", option=name))
            if error.message.startswith("not allowed"):
                self.refuse(self._tr("cli.not-both", option=name, other=error.message.rsplit(" ", 1)[-1]))
            self.error(str(error))

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        choices = [str(one) for one in action.choices or ()]
        if not choices or str(value) in choices:
            return
        if not action.option_strings:
            raise _Wrong(
                self._sentence("cli.unknown.command", str(value), get_close_matches(value, choices, 1))
            )
        raise _Wrong(
            self._tr(
                "cli.choice",
                option=action.option_strings[-1],
                choices=", ".join(choices),
                value=one_line(value),
            )
        )

    def _sentence(self, key: str, name: str, close: Sequence[str]) -> str:
        nearest = self._tr("cli.nearest", name=close[0]) if close else ""
        return self._tr(key, name=one_line(name), nearest=nearest)

    def _profile(self, name: str) -> str:
        if not PROFILE.fullmatch(name):
            raise _Wrong(self._tr("cli.profile.wrong", name=one_line(name)))
        return name


class _Wrong(Exception):
    """A value that is not one of those allowed; the text is the sentence about it."""


def _parser(tr: Catalogue, typed: Sequence[str]) -> _Parser:
    parser = _Parser(tr, typed, prog="hh-tui", description=tr("cli.description"))
    parser.options.add_argument(
        "--version", action="version", version=f"hh-tui {__version__}", help=tr("cli.version")
    )
    _add_demo(parser.options, tr)
    parser.options.add_argument("--tour", action="store_true", help=tr("cli.tour"))
    parser.options.add_argument("--plain", action="store_true", help=tr("cli.plain"))
    parser.options.add_argument("--no-cache", action="store_true", help=tr("cli.no-cache"))
    _add_commands(parser, tr, typed)
    return parser


def _add_commands(parser: _Parser, tr: Catalogue, typed: Sequence[str]) -> None:
    """All of them by name; the three with many options have them where they are typed."""

    class Command(_Parser):
        def __init__(self, **more: Any) -> None:
            super().__init__(tr, typed, **more)

    commands = parser.add_subparsers(
        dest="command", parser_class=Command, metavar=tr("cli.command"), title=tr("cli.commands")
    )

    def added(name: str, description: str = "") -> _Parser:
        parser.named[name] = command = commands.add_parser(
            name, help=tr(f"cli.{name}"), description=description or tr(f"cli.{name}")
        )
        return command

    added("login").options.add_argument("--paste", action="store_true", help=tr("cli.login.paste"))
    for name in ("logout", "purge"):
        added(name).options.add_argument("--force", action="store_true", help=tr("cli.force"))
    added("doctor").options.add_argument("--json", action="store_true", help=tr("cli.doctor.json"))
    flushing = added("flush", tr("cli.flush.long"))
    flushing.options.add_argument("--all", action="store_true", help=tr("cli.flush.all"))
    listing, searching = added("ls"), added("search", tr("cli.search.long"))
    if "ls" in typed:
        _add_listing(listing.options, tr)
    if "search" in typed:
        _add_search(searching, tr)
    added("hooks", tr("cli.hooks.long")).options.add_argument(
        "--schema", action="store_true", help=tr("cli.hooks.schema")
    )
    logging = added("log", tr("cli.log.long"))
    if "log" in typed:
        _add_log(logging.options, tr)


def _add_demo(options: Any, tr: Catalogue, **more: Any) -> None:
    def size(typed: str) -> str:
        if typed.upper() not in SIZES:
            raise _Wrong(tr("cli.choice", option="--demo", choices=", ".join(SIZES), value=one_line(typed)))
        return typed.upper()

    options.add_argument(
        "--demo", nargs="?", const=DEMO, type=size, choices=SIZES, help=tr("cli.demo"), **more
    )


def _add_forms(options: Any, tr: Catalogue, texts: str, *names: str, default: str) -> None:
    """One of several forms of what is printed; `texts` is the part of the catalogue that explains them."""
    forms = options.add_mutually_exclusive_group()
    for name in names:
        forms.add_argument(
            f"--{name}",
            dest="form",
            action="store_const",
            const=name,
            default=default,
            help=tr(f"{texts}.{name}"),
        )
    options.add_argument("--bom", action="store_true", help=tr("cli.ls.bom"))


def _add_log(options: Any, tr: Catalogue) -> None:
    from hh_tui.cli.log.since import Since, since

    def day(typed: str) -> Since:
        try:
            return since(typed)
        except ValueError:
            raise _Wrong(tr("cli.log.since.wrong", value=one_line(typed))) from None

    options.add_argument("--since", type=day, default=0, metavar="DAY", help=tr("cli.log.since"))
    _add_forms(options, tr, "cli.log", "md", "json", "csv", "excel", default="md")


def _add_listing(options: Any, tr: Catalogue) -> None:
    listed = options.add_mutually_exclusive_group()
    listed.add_argument("--vacancies", action="store_true", help=tr("cli.ls.vacancies"))
    listed.add_argument("--collections", action="store_true", help=tr("cli.ls.collections"))
    options.add_argument("--vacancy", default="", metavar="ID|TEXT", help=tr("cli.ls.vacancy"))
    options.add_argument("--collection", default="", metavar="ID|TEXT", help=tr("cli.ls.collection"))
    options.add_argument("--all", action="store_true", help=tr("cli.ls.all"))
    _add_demo(options, tr, default=argparse.SUPPRESS)
    _add_forms(options, tr, "cli.ls", "json", "csv", "excel", default="table")


def _add_search(parser: _Parser, tr: Catalogue) -> None:
    def number(typed: str) -> int:
        if not (typed.isascii() and typed.isdigit() and len(typed) < 10):
            raise _Wrong(tr("cli.search.number", value=one_line(typed)))
        return int(typed)

    options = parser.options
    parser.add_argument_group(tr("cli.arguments")).add_argument(
        "text", nargs="?", default="", metavar=tr("cli.search.query"), help=tr("cli.search.text")
    )
    for name in _SEARCH_VALUES:
        options.add_argument(f"--{name}", default="", metavar="ID|TEXT", help=tr(f"cli.search.{name}"))
    for name in _SEARCH_LISTS:
        options.add_argument(
            f"--{name}", action="append", default=[], metavar="ID|TEXT", help=tr(f"cli.search.{name}")
        )
    for name in _SEARCH_NUMBERS:
        options.add_argument(f"--{name}", type=number, metavar="N", help=tr(f"cli.search.{name}"))
    options.add_argument("--similar", default="", metavar="ID", help=tr("cli.search.similar"))
    options.add_argument("--for-vacancy", default="", metavar="ID", help=tr("cli.search.for-vacancy"))
    options.add_argument("--responded", action="store_true", help=tr("cli.search.responded"))
    favourites = options.add_mutually_exclusive_group()
    favourites.add_argument("--favourites", action="store_true", help=tr("cli.search.favourites"))
    favourites.add_argument(
        "--folder", action="append", type=number, default=[], metavar="N", help=tr("cli.search.folder")
    )
    read = options.add_mutually_exclusive_group()
    read.add_argument("--pages", type=number, default=1, metavar="N", help=tr("cli.search.pages"))
    read.add_argument("--all", action="store_true", help=tr("cli.search.all"))
    read.add_argument("--count", action="store_true", help=tr("cli.search.count"))
    _add_demo(options, tr, default=argparse.SUPPRESS)
    _add_forms(options, tr, "cli.ls", "json", "csv", "excel", default="table")


_SEARCH_VALUES: Final = (
    "words", "years", "order", "relocation", "currency", "industry-years", "gender",
)  # fmt: skip
_SEARCH_LISTS: Final = (
    "in", "area", "metro", "district", "experience", "industry", "role", "skill", "language", "employment",
    "work-format", "trips", "status", "education", "school", "licence", "citizenship", "work-permit", "only",
)  # fmt: skip
_SEARCH_NUMBERS: Final = ("salary-from", "salary-to", "age-from", "age-to", "days")
