"""The log of decisions."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "cli.log": "print the log of decisions and letters",
    "cli.log.csv": "CSV with a header",
    "cli.log.excel": "CSV that Excel opens: UTF-8 with a mark, the language's delimiter",
    "cli.log.json": "JSON, an array of objects",
    "cli.log.long": "Print what was decided and written on this computer: from the journal on disk, without asking hh.ru.",
    "cli.log.md": "Markdown by day and vacancy (also without an option)",
    "cli.log.since": "from which day on: today, yesterday, 7d or 2026-11-28; else today",
    "cli.log.since.wrong": "--since: “{value}” is no day. Say today, yesterday, 7d, 2026-11-28.",
    "command.log": "log: what was decided and written this week",
    "log.command": "For earlier days and reports: hh-tui log",
    "log.failed": "not sent",
    "log.held": "waits to be sent",
    "log.more": ("… and {n} earlier decision", "… and {n} earlier decisions"),
    "log.no-disk": "There is no log: the settings say cache = false.",
    "log.nothing": "Nothing was decided in this time.",
    "log.open": "not sent: {n}",
    "log.sending": "is being sent",
    "log.title": "Log",
    "log.unknown": "not known whether it arrived",
}
