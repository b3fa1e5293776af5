"""Двое рядом."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "command.compare": "сравнить двоих: отмеченных или этого со следующим",
    "command.comparison-next": "справа — следующий",
    "command.comparison-previous": "справа — предыдущий",
    "comparison.hidden": "Отмеченных сейчас не видно: их скрыл поиск. Показать всех: {key}.",
    "comparison.alone": "Сравнивать не с кем: в списке один кандидат.",
    "comparison.before": "Раньше у вас",
    "comparison.came": "Отклик",
    "comparison.education": "Образование",
    "comparison.experience": "Опыт",
    "comparison.labels": "Метки",
    "comparison.of-100": "{n} из 100",
    "comparison.pay": "Зарплата",
    "comparison.position": "Должность",
    "comparison.relevant": "Подходит ли",
    "comparison.search": "Поиск работы",
    "comparison.skills": "Навыки",
    "comparison.skills-both": "У обоих",
    "comparison.state": "Этап",
    "comparison.tags": "Отметки hh",
    "comparison.test": "Тест",
    "comparison.title": "Сравнение",
    "comparison.town": "Город",
    "comparison.work": "Где работал",
    "scope.comparison": "Сравнение",
}
