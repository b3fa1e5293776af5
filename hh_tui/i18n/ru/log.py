"""Журнал решений."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "cli.log": "напечатать журнал решений и писем",
    "cli.log.csv": "CSV с заголовком",
    "cli.log.excel": "CSV, который открывает Excel: UTF-8 с пометкой, разделитель языка",
    "cli.log.json": "JSON, массив объектов",
    "cli.log.long": "Напечатать, что решено и написано с этого компьютера: из журнала на диске, не обращаясь к hh.ru.",
    "cli.log.md": "Markdown по дням и вакансиям (так и без параметра)",
    "cli.log.since": "с какого дня: today, yesterday, 7d или 2026-11-28; иначе сегодня",
    "cli.log.since.wrong": "--since: «{value}» — не день. Бывает today, yesterday, 7d, 2026-11-28.",
    "command.log": "журнал: что решено и написано за неделю",
    "log.command": "Дальше и для отчёта — команда hh-tui log",
    "log.failed": "не отправлено",
    "log.held": "ждёт отправки",
    "log.more": ("… и ещё {n} решение раньше", "… и ещё {n} решения раньше", "… и ещё {n} решений раньше"),
    "log.no-disk": "Журнала нет: в настройках cache = false.",
    "log.nothing": "За это время ничего не решено.",
    "log.open": "не отправлено: {n}",
    "log.sending": "отправляется",
    "log.title": "Журнал",
    "log.unknown": "неизвестно, дошло ли",
}
