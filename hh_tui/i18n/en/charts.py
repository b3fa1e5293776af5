"""The vacancy in figures."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "charts.after": "after {days} d ({n})",
    "charts.after-hours": "after {hours} h ({n})",
    "charts.band.0": "up to a day",
    "charts.band.1": "1 to 3 days",
    "charts.band.2": "3 to 7 days",
    "charts.band.3": "over a week",
    "charts.days": ("Decisions and letters, {n} day", "Decisions and letters, {n} days"),
    "charts.funnel": "Funnel: {name}",
    "charts.legend": "Days from a response until the candidate was moved to the stage from here: the median, and of how many.",
    "charts.no-board": "The collections are not read yet.",
    "charts.load-all": "“?” and “+”: not everybody is loaded. To load and mark everybody: {key}.",
    "charts.load-all.no-key": "“?” and “+”: not everybody is loaded.",
    "charts.nobody-waits": "Nobody waits among those loaded.",
    "charts.nothing-done": "Nothing was sent from here yet.",
    "charts.title": "The vacancy in figures",
    "charts.waiting": "Waiting, by the time of the response ({n} of {found} loaded)",
    "charts.weekday.0": "Mo",
    "charts.weekday.1": "Tu",
    "charts.weekday.2": "We",
    "charts.weekday.3": "Th",
    "charts.weekday.4": "Fr",
    "charts.weekday.5": "Sa",
    "charts.weekday.6": "Su",
    "command.charts": "the vacancy in figures: funnel, who waits, what was done",
}
