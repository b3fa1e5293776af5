"""Клавиатура: раскладки и то, за что принимается клавиша."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "command.keys": "проверить клавишу: что она значит",
    "key.none": "команда «{command}»",
    "layout.leave": "выйти: {letter} — это клавиша {key}",
    "layout.phonetic": "остаться: раскладка фонетическая, {letter} — это клавиша {key}",
    "layout.stay": "остаться",
    "layout.title": "Выйти? В разных раскладках {letter} стоит на разных клавишах",
    "pressed.begins": "начало: {begun} …",
    "pressed.characters": ("{n} знак", "{n} знака", "{n} знаков"),
    "pressed.close": "Esc Esc — закрыть",
    "pressed.intro": "Нажмите клавишу, чтобы увидеть, чем она считается. Здесь ничего не выполняется. Раскладка: {layout}.",
    "pressed.layout.auto": "распознаётся сама, клавиша за клавишей",
    "pressed.no-key": "не клавиша: отброшено",
    "pressed.nothing": "команды нет",
    "pressed.paste": "вставленный текст",
    "pressed.title": "Клавиши, как они приходят",
}
