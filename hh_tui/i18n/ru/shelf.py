"""Кандидаты, убранные на потом или до ответа."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "command.go-snoozed": "кандидаты на потом и запланированные отправки",
    "command.go-until-reply": "кандидаты, от которых ждут ответа",
    "command.snooze": "убрать на потом, до времени; в «На потом» — вернуть",
    "command.until-reply": "убрать до ответа; в «До ответа» — вернуть",
    "list.aside": "убрано {n}",
    "row.back.time": "пора",
    "row.back.wrote": "есть ответ",
    "shelf.all-aside": "Здесь все убраны: {n}. Они в «На потом» ({snoozed}) и «До ответа» ({reply}).",
    "shelf.empty.snoozed": "На потом никого нет. Убрать кандидата до времени — {key}.",
    "shelf.empty.until-reply": "Ответа ни от кого не ждёте. Убрать кандидата до ответа — {key}.",
    "shelf.returned": "Снова в списке: {who}",
    "shelf.scheduled": "Здесь ждёт срока ваше письмо или решение: изменить его можно в исходящих ({key}).",
    "shelf.snoozed": "До {when}: {who} · {key} отменить",
    "shelf.time": "⏰ Пора, снова в списке: {who}",
    "shelf.title.snoozed": "На потом",
    "shelf.title.until-reply": "До ответа",
    "shelf.undone.put": "Отменено «{place}», снова в списке: {who}",
    "shelf.undone.returned": "Отменено, снова в «{place}»: {who}",
    "shelf.until-reply": "До ответа: {who} · {key} отменить",
    "shelf.when": "Убрать на потом, до",
    "shelf.wrote": "⏰ Есть ответ, снова в списке: {who}",
}
