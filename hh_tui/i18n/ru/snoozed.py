"""Кандидаты, убранные на потом или до ответа."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "command.go-snoozed": "кандидаты на потом и запланированные отправки",
    "command.go-until-reply": "кандидаты до ответа: от кого его ждут",
    "command.reply-by": "убрать до ответа, но не дольше срока",
    "command.snooze": "убрать на потом, до времени; в «На потом» — вернуть",
    "command.until-reply": "убрать до ответа; в «До ответа» — вернуть",
    "list.aside": "убрано {n}",
    "row.back.silent": "нет ответа",
    "row.back.time": "пора",
    "row.back.wrote": "есть ответ",
    "snoozed.all-hidden": "Здесь все убраны: {n}. Они в «На потом» ({snoozed}) и «До ответа» ({reply}).",
    "snoozed.empty.snoozed": "На потом никого нет. Убрать кандидата до времени — {key}.",
    "snoozed.empty.until-reply": "Ответа ни от кого не ждёте. Убрать кандидата до ответа — {key}.",
    "snoozed.owed": "но ответить должны вы",
    "snoozed.owed.some": (
        "но ответить должны вы: {n}",
        "но ответить должны вы: {n}",
        "но ответить должны вы: {n}",
    ),
    "snoozed.reply-by": "До ответа, но не позже {when}: {who} · отменить: {key}",
    "snoozed.reply-by.when": "{who}: ждать ответа до",
    "snoozed.returned": "Снова в списке: {who}",
    "snoozed.scheduled": "Здесь ждёт срока ваше письмо или решение: изменить его можно в исходящих ({key}).",
    "snoozed.silent": "⏰ Ответа нет, снова в списке: {who}",
    "snoozed.snoozed": "До {when}: {who} · отменить: {key}",
    "snoozed.time": "⏰ Пора, снова в списке: {who}",
    "snoozed.title.snoozed": "На потом",
    "snoozed.title.until-reply": "До ответа",
    "snoozed.undone.put": "Отменено «{place}», снова в списке: {who}",
    "snoozed.undone.returned": "Отменено, снова в «{place}»: {who}",
    "snoozed.until-reply": "До ответа: {who} · отменить: {key}",
    "snoozed.when": "{who}: убрать на потом, до",
    "snoozed.wrote": "⏰ Есть ответ, снова в списке: {who}",
}
