"""A letter in a line about it: its variables stand there in words."""

from hh_tui.i18n import Catalogue
from hh_tui.ui.presenters.letter_beginning import in_words


def test_variables_are_named_and_other_brackets_are_text() -> None:
    tr = Catalogue("ru")
    assert in_words(tr, "{{ имя }}, это «{{company}}».") == "‹имя›, это «‹компания›»."
    assert in_words(tr, "[Name], пишите: [HREmail] [1] [важно] [Draft]") == (
        "‹имя›, пишите: ‹ваша почта› [1] [важно] [Draft]"
    )
    assert in_words(tr, "Ждём {{дата}}") == "Ждём ‹дата›"
    assert in_words(Catalogue("en"), "Hello, [Name]!") == "Hello, ‹name›!"
