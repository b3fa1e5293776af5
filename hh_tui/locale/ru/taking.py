"""Файлы, браузер, копирование."""

from hh_tui.locale import Entry

TEXTS: dict[str, Entry] = {
    "browser.foreign": "Ссылка ведёт не на hh.ru ({host}), она не открыта.",
    "browser.nothing": "У этого кандидата нет страницы: резюме скрыто или удалено.",
    "browser.opened": "Открываю в браузере: {url}",
    "command.browser": "открыть кандидата в браузере",
    "command.copy": "скопировать телефон, почту, ссылку, письмо",
    "command.save-resume": "сохранить резюме в файл",
    "copy.done": "Скопировано: {what}",
    "copy.email": "почту",
    "copy.letter": "последнее письмо кандидата",
    "copy.link": "ссылку на резюме",
    "copy.nothing": "Копировать нечего. Контакты появятся, когда откроете резюме: {key}.",
    "copy.phone": "телефон",
    "copy.title": "Скопировать",
    "save.done": "Сохранено: {path}",
    "save.folder": "Папка",
    "save.kind": "Сохранить резюме",
    "save.name": "Имя: {name}",
    "save.no-folder": "Укажите папку.",
    "save.nothing": "hh.ru не даёт файла этого резюме. Откройте его в браузере.",
    "save.part": "{done} из {total} КБ",
    "save.pdf": "PDF — для чтения и печати",
    "save.rtf": "RTF — для правки",
    "save.save": "Сохранить",
    "save.some": "{done} КБ",
    "save.title": "Сохранить резюме · {kind}",
    "save.waiting": "Жду файл…",
    "take.no-resume": "Резюме нет: кандидат скрыл или удалил его.",
}
