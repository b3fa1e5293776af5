"""Who stands on the pages that were read: names, and little more. The rest of a page is not looked at."""

from collections.abc import Iterable, Iterator

from hh_tui.api.models.reading import parsed_json
from hh_tui.inbox.lists.known_people import KnownPage, KnownRows
from hh_tui.store.operation_json import UNREADABLE
from hh_tui.store.timestamps import moment


def known_pages(bodies: Iterable[tuple[str, str, bytes]]) -> Iterator[KnownPage]:
    """Pages by their list, their time and their JSON; one that can't be read counts as absent."""
    for name, at, body in bodies:
        try:
            yield KnownPage(name.partition("#")[0], moment(at), parsed_json(KnownRows, body).items)
        except UNREADABLE:
            continue
