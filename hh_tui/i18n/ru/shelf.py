"""Отложенные кандидаты."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "command.go-snoozed": "отложенные кандидаты и отправки",
    "command.go-until-reply": "кандидаты, от которых ждут ответа",
    "command.snooze": "отложить до времени; в «Отложенных» — вернуть",
    "command.until-reply": "убрать до ответа; в «До ответа» — вернуть",
    "list.aside": "отложено {n}",
    "row.back.time": "пора",
    "row.back.wrote": "есть ответ",
    "shelf.all-aside": "Здесь только отложенные: {n}. Они в «Отложенных» ({snoozed}) и «До ответа» ({reply}).",
    "shelf.empty.snoozed": "Никто не отложен. Отложить кандидата — {key}.",
    "shelf.empty.until-reply": "Ответа ни от кого не ждёте. Убрать кандидата до ответа — {key}.",
    "shelf.returned": "Снова в списке: {who}",
    "shelf.scheduled": "Здесь ждёт срока ваше письмо или решение: изменить его можно в исходящих ({key}).",
    "shelf.snoozed": "До {when}: {who} · {key} отменить",
    "shelf.time": "⏰ Пора, снова в списке: {who}",
    "shelf.title.snoozed": "Отложенные",
    "shelf.title.until-reply": "До ответа",
    "shelf.undone": "Как было.",
    "shelf.until-reply": "До ответа: {who} · {key} отменить",
    "shelf.when": "Отложить до",
    "shelf.wrote": "⏰ Есть ответ, снова в списке: {who}",
}
