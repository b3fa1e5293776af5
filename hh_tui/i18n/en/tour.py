"""The tour."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "cli.tour": "a tour of the program in three minutes, with invented people",
    "command.tour-next": "leave out a step of the tour",
    "tour.all": "{back} shows everybody again.",
    "tour.back": "{back} goes a step back, to the list. It closes any window, too.",
    "tour.bulk": "A digit is now about all three: press 3, see whom it is about, and confirm with {confirm_preview}.",
    "tour.decide": "Digits are what hh.ru lets you do with this candidate. Press 3. Later {assign_shortcut} gives an action a letter that is the same in all vacancies.",
    "tour.done": "The tour is over.",
    "tour.end": "This is all one needs every day. Next: {help} tells what works here, {palette} finds anything there is to do, {outbox} shows what went out and what waits, {quit} leaves.",
    "tour.end-key": "{key} takes this away",
    "tour.find": "Look for people yourself: {find_people}, type “повар” and press {apply_filters}. Searching and the list cost nothing.",
    "tour.invite": "{found_open} would open the resume for one of the views of a day. Inviting needs none: {found_invite}, choose a vacancy and send it with {confirm}.",
    "tour.leave-people": "The invitation waits like any decision: {undo} takes it back. {close_found} goes back to the responses.",
    "tour.letter": "A refusal has a letter: press 6, look at the text ({template} shows templates) and send it with {confirm}.",
    "tour.mark": "Mark three of them: {mark}, {mark}, {mark}.",
    "tour.move": "These are the responses to a vacancy. Walk about: {down} goes down, {up} goes up. Candidates do not learn of it.",
    "tour.none": "The tour is started by: hh-tui --tour",
    "tour.open": "Press {open} to open the thread. People here are invented; at work a candidate sees that their response was viewed.",
    "tour.search": "Press {search} and type a name, a position or a skill: the layout does not matter.",
    "tour.skip": "{key} goes on",
    "tour.undo": "A countdown runs below: the decision has not gone out yet. Press {undo}, and it never was.",
}
