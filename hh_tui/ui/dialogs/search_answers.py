"""What hh.ru answers to a search that is being written."""

from collections.abc import Sequence

from textual.message import Message

from hh_tui.api.resume_query import ResumeQuery
from hh_tui.errors import HHError
from hh_tui.inbox.lists.choices import Choice


class ValuesRead(Message):
    """Values of these parameters came."""

    def __init__(self, parameters: Sequence[str]) -> None:
        super().__init__()
        self.parameters = parameters


class ValuesNamed(Message):
    """Words for values of a parameter that were chosen before came."""

    def __init__(self, parameter: str, choices: tuple[Choice, ...]) -> None:
        super().__init__()
        self.parameter = parameter
        self.choices = choices


class Suggested(Message):
    """Completions of what was typed into a field."""

    def __init__(self, parameter: str, typed: str, choices: tuple[Choice, ...]) -> None:
        super().__init__()
        self.parameter = parameter
        self.typed = typed
        self.choices = choices


class Counted(Message):
    """How many people a query finds."""

    def __init__(self, query: ResumeQuery, found: int) -> None:
        super().__init__()
        self.query = query
        self.found = found


class AskingFailed(Message):
    """A read of the form failed."""

    def __init__(self, error: HHError) -> None:
        super().__init__()
        self.error = error
