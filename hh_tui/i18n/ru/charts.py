"""Вакансия в цифрах."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "charts.after": "через {days} дн. ({n})",
    "charts.after-hours": "через {hours} ч ({n})",
    "charts.band.0": "до суток",
    "charts.band.1": "от 1 до 3 дней",
    "charts.band.2": "от 3 до 7 дней",
    "charts.band.3": "дольше недели",
    "charts.days": (
        "Решения и письма за {n} день",
        "Решения и письма за {n} дня",
        "Решения и письма за {n} дней",
    ),
    "charts.funnel": "Воронка: {name}",
    "charts.legend": "Через сколько дней после отклика кандидата перевели на этап отсюда: медиана, в скобках — скольких.",
    "charts.no-board": "Коллекции ещё не прочитаны.",
    "charts.load-all": "«?» и «+»: загружены не все. Загрузить и отметить всех: {key}.",
    "charts.load-all.no-key": "«?» и «+»: загружены не все.",
    "charts.nobody-waits": "Среди загруженных никто не ждёт.",
    "charts.nothing-done": "Отсюда пока ничего не отправлено.",
    "charts.title": "Вакансия в цифрах",
    "charts.waiting": "Ждут внимания, по времени отклика (загружено {n} из {found})",
    "charts.weekday.0": "пн",
    "charts.weekday.1": "вт",
    "charts.weekday.2": "ср",
    "charts.weekday.3": "чт",
    "charts.weekday.4": "пт",
    "charts.weekday.5": "сб",
    "charts.weekday.6": "вс",
    "command.charts": "вакансия в цифрах: воронка, кто ждёт, что сделано",
}
