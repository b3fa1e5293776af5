"""The tour."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "cli.tour": "a tour of the program in three minutes, with invented people",
    "command.tour-next": "leave out a step of the tour",
    "tour.all": "To show everybody again: {back}.",
    "tour.back": "A step back, to the list: {back}. That closes any window, too.",
    "tour.bulk": "A digit is now about all three: press 3, see whom it is about, and confirm: {confirm_preview}.",
    "tour.decide": "Digits are what hh.ru lets you do with this candidate. Press 3. Later an action can have a letter that is the same in all vacancies: {assign_shortcut}.",
    "tour.done": "The tour is over.",
    "tour.end": "This is all one needs every day. Next: what works here ({help}), finding anything there is to do ({palette}), what went out and what waits ({outbox}), leaving ({quit}).",
    "tour.end-key": "take this away: {key}",
    "tour.find": "Look for people yourself: {find_people}, type “повар” and start the search: {apply_filters}. Searching and the list cost nothing.",
    "tour.invite": "Opening the resume ({found_open}) would spend one of the views of a day. Inviting needs none: {found_invite}, choose a vacancy and send it ({confirm}).",
    "tour.leave-people": "The invitation waits like any decision; to take it back: {undo}. Back to the responses: {close_found}.",
    "tour.letter": "A refusal has a letter: press 6, look at the text (templates: {template}) and send it ({confirm}).",
    "tour.mark": "Mark three of them: {mark}, {mark}, {mark}.",
    "tour.move": "These are the responses to a vacancy. Walk about, down ({down}) and up ({up}). Candidates do not learn of it.",
    "tour.none": "The tour is started by: hh-tui --tour",
    "tour.open": "Open the thread: {open}. People here are invented; at work a candidate sees that their response was viewed.",
    "tour.search": "Start a search ({search}) and type a name, a position or a skill: the layout does not matter.",
    "tour.skip": "go on: {key}",
    "tour.undo": "A countdown runs below: the decision has not gone out yet. Take it back: {undo}.",
}
