"""Свои метки."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "command.label": "поставить или снять свою метку",
    "label.new": "Новая метка «{name}»",
    "label.none": "Меток пока нет: наберите имя новой.",
    "label.off": (
        "Метка «{name}» снята: {n} человек.",
        "Метка «{name}» снята: {n} человека.",
        "Метка «{name}» снята: {n} человек.",
    ),
    "label.on": (
        "Метка «{name}» поставлена: {n} человек.",
        "Метка «{name}» поставлена: {n} человека.",
        "Метка «{name}» поставлена: {n} человек.",
    ),
    "label.take-off": "снять",
    "label.title": "Метка: {who}",
    "label.undone.off": "Отменено, метка «{name}» снова стоит: {who}",
    "label.undone.on": "Отменено, метка «{name}» снята: {who}",
    "legend.label": "ваша метка: /#имя найдёт всех с ней",
    "ls.labels": "метки",
}
