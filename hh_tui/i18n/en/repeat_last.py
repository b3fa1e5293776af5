"""The same decision once more."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "command.same-again": "the last decision once more, on this candidate",
    "same.by-hand": "The letter with “{action}” was written by hand: open the form by its digit.",
    "same.filling": "Filling in the letter for this candidate…",
    "same.for-all": "“{action}” can’t be repeated here: open it for those marked ({key}).",
    "same.hint": "{leave} and {key} do as last time",
    "same.missing": "“{action}” lacks values here: open the form by its digit.",
    "same.moved": "The letter is ready, but you are at another candidate: press once more.",
    "same.not-offered": "hh.ru does not offer “{action}” for this candidate.",
    "same.not-offered-all": "hh.ru does not offer “{action}” for those marked.",
    "same.nothing": "There is no decision to repeat yet.",
    "same.taken-back": "Nothing to repeat, the decision was taken back: decide anew by a digit.",
}
