"""Settings: what is wrong with them."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "settings.above": "{name}: more than {bound}.",
    "settings.at-least": "{name}: {bound} at least.",
    "settings.at-most": "{name}: {bound} at most.",
    "settings.beginning": "keys.{name}: “{value}” begins “{longer}” of the command {other}.",
    "settings.below": "{name}: less than {bound}.",
    "settings.bool": "{name}: true or false is wanted, without quotes.",
    "settings.choice": "{name}: one of {allowed}.{nearest}",
    "settings.clash": "keys: “{value}” is two commands at once, {other} and {name}.",
    "settings.command": "keys.{name}: there is no such command.{nearest}",
    "settings.contact": "{name}: a mail address is wanted, in ASCII and without spaces.",
    "settings.encoding": "The file is not in UTF-8.",
    "settings.file": "The file can't be read: {why}.",
    "settings.key": "keys.{name}: there is no key “{value}”.{nearest}",
    "settings.line": "Line {line}, column {column}: this is no TOML.",
    "settings.list": "{name}: a list in square brackets is wanted.",
    "settings.number": "{name}: a number is wanted, without quotes.",
    "settings.section": "{name}: that is a section and no value.",
    "settings.text": "{name}: a text in quotes is wanted.",
    "settings.toml": "The file is no TOML.",
    "settings.unknown": "{name}: there is no such setting.{nearest}",
    "settings.value": "{name}: this value does not fit.",
    "settings.variable": "{name}: this variable of the environment is not in UTF-8.",
    "settings.whole": "{name}: a whole number is wanted, without quotes.",
    "settings.zone": "{name}: there is no such time zone.{nearest}",
}
