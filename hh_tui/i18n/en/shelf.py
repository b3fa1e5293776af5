"""Candidates put aside."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "command.go-snoozed": "candidates and writes put off",
    "command.go-until-reply": "candidates who owe an answer",
    "command.snooze": "put aside until a moment; in “Snoozed”: back",
    "command.until-reply": "done until they reply; in “Until reply”: back",
    "list.aside": "{n} aside",
    "row.back.time": "it's time",
    "row.back.wrote": "replied",
    "shelf.all-aside": "Everybody here was put aside: {n}. They are in “Snoozed” ({snoozed}) and “Until reply” ({reply}).",
    "shelf.empty.snoozed": "Nobody is snoozed. To put a candidate aside: {key}.",
    "shelf.empty.until-reply": "Nobody owes you an answer. To put a candidate aside until then: {key}.",
    "shelf.returned": "Back in the list: {who}",
    "shelf.scheduled": "A write of yours waits for its moment here: change it in the outbox ({key}).",
    "shelf.snoozed": "Until {when}: {who} · {key} takes it back",
    "shelf.time": "⏰ It's time, back in the list: {who}",
    "shelf.title.snoozed": "Snoozed",
    "shelf.title.until-reply": "Until reply",
    "shelf.undone.put": "Taken back from “{place}”, in the list again: {who}",
    "shelf.undone.returned": "Taken back, in “{place}” again: {who}",
    "shelf.until-reply": "Until they reply: {who} · {key} takes it back",
    "shelf.when": "Put aside until",
    "shelf.wrote": "⏰ Replied, back in the list: {who}",
}
