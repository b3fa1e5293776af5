"""Candidates put aside."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "command.go-snoozed": "snoozed candidates and scheduled sends",
    "command.go-until-reply": "candidates who owe an answer",
    "command.reply-by": "done until they reply, or until a moment at the latest",
    "command.snooze": "snooze until a time; in “Snoozed”: back",
    "command.until-reply": "done until they reply; in “Until reply”: back",
    "list.aside": "{n} aside",
    "row.back.silent": "no reply",
    "row.back.time": "it's time",
    "row.back.wrote": "replied",
    "snoozed.all-hidden": "Everybody here was put aside: {n}. They are in “Snoozed” ({snoozed}) and “Until reply” ({reply}).",
    "snoozed.empty.snoozed": "Nobody is snoozed. To snooze a candidate: {key}.",
    "snoozed.empty.until-reply": "Nobody owes you an answer. To hide a candidate until they reply: {key}.",
    "snoozed.owed": "but the answer is yours to give",
    "snoozed.owed.some": ("but {n} of them is yours to answer", "but {n} of them are yours to answer"),
    "snoozed.reply-by": "Until they reply, {when} at the latest: {who} · undo: {key}",
    "snoozed.reply-by.when": "{who}: wait for a reply until",
    "snoozed.returned": "Back in the list: {who}",
    "snoozed.scheduled": "A scheduled send of yours waits here: change it in the outbox ({key}).",
    "snoozed.silent": "⏰ No reply, back in the list: {who}",
    "snoozed.snoozed": "Until {when}: {who} · take it back: {key}",
    "snoozed.time": "⏰ It's time, back in the list: {who}",
    "snoozed.title.snoozed": "Snoozed",
    "snoozed.title.until-reply": "Until reply",
    "snoozed.undone.put": "Taken back from “{place}”, in the list again: {who}",
    "snoozed.undone.returned": "Taken back, in “{place}” again: {who}",
    "snoozed.until-reply": "Until they reply: {who} · take it back: {key}",
    "snoozed.when": "{who}: snooze until",
    "snoozed.wrote": "⏰ Replied, back in the list: {who}",
}
