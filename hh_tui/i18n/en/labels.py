"""Labels of one's own."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "command.label": "put a label of your own on, or take it off",
    "label.new": "New label “{name}”",
    "label.none": "There are no labels yet: type the name of a new one.",
    "label.off": ("Label “{name}” is off for {n} person.", "Label “{name}” is off for {n} people."),
    "label.on": ("Label “{name}” is on for {n} person.", "Label “{name}” is on for {n} people."),
    "label.take-off": "take off",
    "label.title": "Label: {who}",
    "label.undone.off": "Taken back, label “{name}” is on again: {who}",
    "label.undone.on": "Taken back, label “{name}” is off: {who}",
    "legend.label": "your own label: /#name finds everybody with it",
    "ls.labels": "labels",
}
