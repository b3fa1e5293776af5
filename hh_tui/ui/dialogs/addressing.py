"""How a letter to several people addresses them: one for all, or one filled in for each of them."""

from collections.abc import Callable

from msgspec import Struct

from hh_tui.i18n import Catalogue
from hh_tui.inbox.letters.letter_pattern import GroupLetter, personal, shared
from hh_tui.inbox.letters.personal import own_variables, seconds
from hh_tui.inbox.letters.variables import Facts
from hh_tui.ui.presenters.errors import lasting


class Addressing(Struct, frozen=True):
    """`count` people get it. `facts` are the same for all of them; `lacking` tells how many have no value for
    variables of these names. `same` is what is said of one letter for all, with the key to address each.
    """

    count: int
    facts: Facts
    lacking: Callable[[frozenset[str]], int]
    same: str
    tr: Catalogue

    @property
    def name(self) -> str:
        """The variable that everybody's first name takes the place of."""
        return f"{{{{{self.tr('variable.name')}}}}}"

    def group(self, *, is_personal: bool) -> GroupLetter:
        """How letters of the company begin; a name may be left to be filled in, in either case."""
        begun = personal if is_personal else shared
        return begun(self.tr("variable.name"), self.tr("variable.vacancy"))

    def told(self, text: str) -> str:
        """What becomes of this text: one letter for all, or one each, with how many and how long."""
        own, tr = own_variables(text), self.tr
        if not own:
            return self.same
        lacking = self.lacking(own)
        letters = self.count - lacking
        said = tr("batch.personal", n=letters, time=lasting(tr, seconds(letters)))
        return f"{said}\n{tr('batch.personal.lacking', n=lacking)}" if lacking else said
