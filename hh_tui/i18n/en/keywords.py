"""Words of a vacancy, pay, repeated responses."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "command.keywords": "keywords of the vacancy",
    "command.same-person": "next response of the same person",
    "keywords.cleared": "The words are removed.",
    "keywords.how": "A word is found by its beginning: “test” finds “tester” too, in any case. In the row: +3 −1.",
    "keywords.must": "Words to look for, with commas",
    "keywords.no-vacancy": "Choose a vacancy first.",
    "keywords.save": "Save",
    "keywords.saved": "The words are saved.",
    "keywords.stop": "Words that put you off, with commas",
    "keywords.title": "Words · {vacancy}",
    "pay.between": "the vacancy offers {low} – {high}",
    "pay.from": "the vacancy offers {low} or more",
    "pay.to": "the vacancy offers up to {high}",
    "people.alone": "The loaded list has no other response of this person.",
    "row.others": ("+{n} response", "+{n} responses"),
}
