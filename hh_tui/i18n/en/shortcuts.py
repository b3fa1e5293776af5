"""Letters of actions."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "shortcut.digits": "{digits} and {last}",
    "shortcut.free": "The letter {letter} has no action. To give it one: {key}.",
    "shortcut.given": "“{name}” is {letter} now, in all vacancies",
    "shortcut.given-too": "“{name}” is {letter} too now: wherever hh.ru does not offer “{other}”",
    "shortcut.is-free": "free",
    "shortcut.none": "take the letter away",
    "shortcut.not-offered": "hh.ru does not offer “{name}” ({letter}) here. All actions: {key}.",
    "shortcut.not-offered-give": "hh.ru does not offer “{name}” ({letter}) here. All actions: {key}, {letter} for another: {give}.",
    "shortcut.press": "Press a letter, or choose below…",
    "shortcut.proposal": "You decide “{name}” by different digits: {digits}. Give it the letter {letter}, the same in all vacancies? Press {letter}.",
    "shortcut.settings": "The letter of “{name}” is set in the settings, section [shortcuts]",
    "shortcut.taken": "“{name}” has no letter any more",
    "shortcut.which-action": "Which action gets a letter",
    "shortcut.which-letter": "A letter for “{name}”",
}
