"""Подсказки в последней строке."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "hint.choose": "{key} выбрать",
    "hint.clear": "{key} снять фильтры",
    "hint.close": "{key} закрыть",
    "hint.collection": "{key} коллекция",
    "hint.decide": "{digits} решить",
    "hint.decide-all": "1–9 решить обо всех",
    "hint.draft": "{key} черновик",
    "hint.editor": "{key} редактор",
    "hint.help": "{key} помощь",
    "hint.hits": "{next} {previous} найденные",
    "hint.keep": "{key} к найденным",
    "hint.later": "{key} к сроку",
    "hint.list": "{key} назад к списку",
    "hint.mark": "{key} отметить",
    "hint.mark-all": "{key} все",
    "hint.next": "{key} следующий",
    "hint.open": "{key} открыть",
    "hint.personal": "{key} с именем",
    "hint.shared": "{key} одно на всех",
    "hint.refresh": "{key} ещё раз",
    "hint.reply": "{key} написать",
    "hint.send": "{key} отправить",
    "hint.select": "{key} выделить всё",
    "hint.server": "{key} искать на hh.ru",
    "hint.template": "{key} шаблон",
    "hint.unmark": "{key} снять отметки",
    "hint.vacancy": "{key} вакансия",
    "hint.whole": "{key} весь список",
}
