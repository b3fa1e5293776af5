"""Two side by side."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "command.compare": "compare two: those marked, or this one and the next",
    "command.comparison-next": "the next one at the right",
    "command.comparison-previous": "the previous one at the right",
    "comparison.hidden": "Those marked are hidden by the search. To show everybody: {key}.",
    "comparison.alone": "There is nobody to compare with: the list has one candidate.",
    "comparison.before": "Met before",
    "comparison.came": "Response",
    "comparison.education": "Education",
    "comparison.experience": "Experience",
    "comparison.labels": "Labels",
    "comparison.of-100": "{n} of 100",
    "comparison.pay": "Pay",
    "comparison.position": "Position",
    "comparison.relevant": "Fit",
    "comparison.search": "Looking",
    "comparison.skills": "Skills",
    "comparison.skills-both": "Both have",
    "comparison.state": "Stage",
    "comparison.tags": "Tags",
    "comparison.test": "Test",
    "comparison.title": "Comparison",
    "comparison.town": "Town",
    "comparison.work": "Work",
    "scope.comparison": "Comparison",
}
