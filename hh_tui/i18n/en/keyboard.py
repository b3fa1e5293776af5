"""The keyboard: layouts, and what a key is taken for."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "command.keys": "keys: see what the program takes a key for",
    "key.none": "command “{command}”",
    "layout.leave": "leave: {letter} is the key {key}",
    "layout.phonetic": "stay: my keyboard is phonetic, {letter} is the key {key}",
    "layout.stay": "stay",
    "layout.title": "Leave? {letter} stands on different keys in different layouts",
    "pressed.begins": "begins {begun} …",
    "pressed.characters": ("{n} character", "{n} characters"),
    "pressed.close": "Esc Esc to close",
    "pressed.intro": "Press a key to see what it is taken for. Nothing is carried out here. Layout: {layout}.",
    "pressed.layout.auto": "told from each key",
    "pressed.no-key": "no key: dropped",
    "pressed.nothing": "no command",
    "pressed.paste": "pasted text",
    "pressed.title": "Keys as they come in",
}
