"""Настройки: что в них не так."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "settings.above": "{name}: больше {bound}.",
    "settings.at-least": "{name}: не меньше {bound}.",
    "settings.at-most": "{name}: не больше {bound}.",
    "settings.beginning": "keys.{name}: с «{value}» начинается «{longer}» команды {other}.",
    "settings.below": "{name}: меньше {bound}.",
    "settings.bool": "{name}: нужно true или false, без кавычек.",
    "settings.choice": "{name}: одно из {allowed}.{nearest}",
    "settings.clash": "keys: «{value}» — сразу две команды, {other} и {name}.",
    "settings.command": "keys.{name}: такой команды нет.{nearest}",
    "settings.contact": "{name}: нужен адрес почты, латиницей и без пробелов.",
    "settings.encoding": "Файл не в кодировке UTF-8.",
    "settings.file": "Файл не читается: {why}.",
    "settings.key": "keys.{name}: клавиши «{value}» не бывает.{nearest}",
    "settings.line": "Строка {line}, столбец {column}: не похоже на TOML.",
    "settings.list": "{name}: нужен список в квадратных скобках.",
    "settings.number": "{name}: нужно число, без кавычек.",
    "settings.section": "{name}: это раздел, а не значение.",
    "settings.text": "{name}: нужен текст в кавычках.",
    "settings.toml": "Файл не похож на TOML.",
    "settings.unknown": "{name}: такой настройки нет.{nearest}",
    "settings.value": "{name}: это значение не подходит.",
    "settings.variable": "{name}: в этой переменной среды не UTF-8.",
    "settings.whole": "{name}: нужно целое число, без кавычек.",
    "settings.zone": "{name}: такого часового пояса нет.{nearest}",
}
