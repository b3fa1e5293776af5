"""Буквы действий."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "shortcut.digits": "{digits} и {last}",
    "shortcut.free": "У буквы {letter} нет действия. Дать его: {key}.",
    "shortcut.given": "«{name}» — теперь {letter}, во всех вакансиях",
    "shortcut.given-too": "«{name}» — теперь тоже {letter}: везде, где hh.ru не предлагает «{other}»",
    "shortcut.is-free": "свободна",
    "shortcut.none": "убрать букву",
    "shortcut.not-offered": "«{name}» ({letter}) hh.ru здесь не предлагает. Все действия: {key}.",
    "shortcut.not-offered-give": "«{name}» ({letter}) hh.ru здесь не предлагает. Все действия — {key}, дать {letter} другому — {give}.",
    "shortcut.press": "Нажмите букву или выберите ниже…",
    "shortcut.proposal": "«{name}» вы решаете разными цифрами: {digits}. Дать этому букву {letter}, одну во всех вакансиях? Нажмите {letter}.",
    "shortcut.settings": "Букву для «{name}» задают настройки, раздел [shortcuts]",
    "shortcut.taken": "У «{name}» больше нет буквы",
    "shortcut.which-action": "Какому действию дать букву",
    "shortcut.which-letter": "Буква для «{name}»",
}
