"""Deciding on many at once."""

from hh_tui.locale import Entry

TEXTS: dict[str, Entry] = {
    "command.mark": "mark a candidate, or take the mark away",
    "command.mark-all": "mark all: those loaded, or the whole collection",
    "command.mark-range": "mark in a row: begin and end",
    "hints.marked": "1–9 decide on all · {mark} mark · {all} all · {back} drop the marks",
    "marks.all": "All of the collection: {n}",
    "marks.all.broken": "The rest of the list could not be read: {n} loaded, the marks are as before.",
    "marks.all.no": "No",
    "marks.all.title": ("Mark all: {n} candidate?", "Mark all: {n} candidates?"),
    "marks.all.yes": ("Yes, read {n} more page", "Yes, read {n} more pages"),
    "marks.count": "{n} marked",
    "marks.done": "{n} marked · {key} drop the marks",
    "marks.dropped": ("{n} mark dropped", "{n} marks dropped"),
    "marks.loaded": "All in the list: {n}",
    "marks.loaded.some": "Only those loaded: {n}",
    "marks.nobody": "Nobody to mark: the list is empty.",
    "marks.none": "Drop the marks: {n}",
    "marks.range": "Marking in a row: move the cursor, {key} ends it",
    "marks.range.ended": "{n} marked",
    "marks.reading": "Loaded {loaded} of {n} · {key} stop",
    "marks.stopped": "Stopped: {n} loaded, the marks are as before.",
    "marks.title": "Whom to mark",
}
