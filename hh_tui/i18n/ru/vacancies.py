"""Чьи вакансии показаны: отдел и менеджеры."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "whose.all": "все доступные вам",
    "whose.choose": "Отдел и менеджеры…",
    "whose.department": "Отдел",
    "whose.department.none": "Отделов в компании нет.",
    "whose.empty": "У выбранных ({what}) активных вакансий нет. Выберите других: {key}, последняя строка.",
    "whose.managers": "Менеджеры, один или несколько",
    "whose.managers.none": "hh.ru не называет менеджеров компании.",
    "whose.not-narrowed": "hh.ru так не отбирает: показаны все вакансии, доступные вам.",
    "whose.now": "Показаны вакансии: {what}.",
    "whose.now-all": "Показаны все вакансии, доступные вам.",
    "whose.title": "Чьи вакансии показывать",
}
