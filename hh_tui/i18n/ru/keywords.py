"""Слова вакансии, зарплата, повторные отклики."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "command.keywords": "ключевые слова вакансии",
    "command.same-person": "следующий отклик того же человека",
    "keywords.cleared": "Слова убраны.",
    "keywords.how": "Слово находится по началу: «тест» найдёт и «тестировщик». Регистр и ё не важны. В строке: +3 −1.",
    "keywords.must": "Нужные слова, через запятую",
    "keywords.no-vacancy": "Сначала выберите вакансию.",
    "keywords.save": "Сохранить",
    "keywords.saved": "Слова сохранены.",
    "keywords.stop": "Стоп-слова, через запятую",
    "keywords.title": "Ключевые слова · {vacancy}",
    "pay.between": "вакансия {low} – {high}",
    "pay.from": "вакансия от {low}",
    "pay.to": "вакансия до {high}",
    "people.alone": "Других откликов этого человека в загруженном списке нет.",
    "row.others": ("+{n} отклик", "+{n} отклика", "+{n} откликов"),
}
