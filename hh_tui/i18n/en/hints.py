"""Hints in the last line."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "hint.choose": "{key} choose",
    "hint.clear": "{key} clear filters",
    "hint.close": "{key} close",
    "hint.collection": "{key} collection",
    "hint.decide": "{digits} decide",
    "hint.decide-all": "1–9 decide on all",
    "hint.draft": "{key} keep as draft",
    "hint.editor": "{key} editor",
    "hint.help": "{key} help",
    "hint.hits": "{next} {previous} hits",
    "hint.keep": "{key} to the hits",
    "hint.later": "{key} schedule",
    "hint.list": "{key} back to the list",
    "hint.mark": "{key} mark",
    "hint.mark-all": "{key} all",
    "hint.next": "{key} next",
    "hint.open": "{key} open",
    "hint.personal": "{key} with names",
    "hint.shared": "{key} one for all",
    "hint.refresh": "{key} once more",
    "hint.reply": "{key} write",
    "hint.send": "{key} send",
    "hint.select": "{key} select all",
    "hint.server": "{key} search on hh.ru",
    "hint.template": "{key} template",
    "hint.unmark": "{key} clear the marks",
    "hint.vacancy": "{key} vacancy",
    "hint.whole": "{key} whole list",
}
