"""Whose vacancies are shown: a department and managers."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "whose.all": "all you may see",
    "whose.archive": "Archive shown: {what}.",
    "whose.archive.closed": "hh.ru does not show you the archive of {what}.",
    "whose.archive.only-own": "the archive is yours alone",
    "whose.archive.own": "This is your own archive. For a colleague's, choose the manager ({key}, the last line).",
    "whose.choose": "Department and managers…",
    "whose.department": "Department",
    "whose.department.none": "The company has no departments.",
    "whose.empty": "Nothing active for {what}. Choose others: {key}, the last line.",
    "whose.managers": "Managers, one or several",
    "whose.managers.none": "hh.ru names no managers of the company.",
    "whose.no-archive": "Nothing archived: {what}.",
    "whose.no-archive.own": "You have no archived vacancies. For a colleague's, choose the manager ({key}, the last line).",
    "whose.not-narrowed": "hh.ru does not narrow down so: these are all vacancies you may see.",
    "whose.now": "Vacancies shown: {what}.",
    "whose.now-all": "These are all vacancies you may see.",
    "whose.title": "Whose vacancies to show",
}
