"""What an answer, or none, tells of the connection."""

from hh_tui.errors import HHError, NetworkError
from hh_tui.system.structs import replace
from hh_tui.ui.view import View


def reached(view: View) -> View:
    """hh.ru has answered."""
    return view if view.online else replace(view, online=True)


def failed(view: View, error: HHError) -> View:
    """A read has failed; the error is kept for its details."""
    online = view.online and not isinstance(error, NetworkError)
    return replace(view, online=online, last_error=error)
