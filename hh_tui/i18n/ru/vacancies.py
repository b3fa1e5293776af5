"""Чьи вакансии показаны: отдел и менеджеры."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "whose.all": "все доступные вам",
    "whose.archive": "Показан архив: {what}.",
    "whose.archive.closed": "hh.ru не показал вам архив: {what}.",
    "whose.archive.only-own": "архив — только ваш",
    "whose.archive.own": "Показан ваш архив. Архив коллеги: выберите менеджера ({key}, последняя строка).",
    "whose.choose": "Отдел и менеджеры…",
    "whose.department": "Отдел",
    "whose.department.none": "Отделов в компании нет.",
    "whose.empty": "У выбранных ({what}) активных вакансий нет. Выберите других: {key}, последняя строка.",
    "whose.managers": "Менеджеры, один или несколько",
    "whose.managers.none": "hh.ru не называет менеджеров компании.",
    "whose.no-archive": "Архивных вакансий нет: {what}.",
    "whose.no-archive.own": "У вас архивных вакансий нет. Архив коллеги: выберите менеджера ({key}, последняя строка).",
    "whose.not-narrowed": "hh.ru так не отбирает: показаны все вакансии, доступные вам.",
    "whose.now": "Показаны вакансии: {what}.",
    "whose.now-all": "Показаны все вакансии, доступные вам.",
    "whose.title": "Чьи вакансии показывать",
}
