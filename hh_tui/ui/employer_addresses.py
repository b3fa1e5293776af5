"""The employer's addresses, read for writes that send no more than the id of one."""

from functools import partial

from hh_tui.errors import HHError
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.ui.events import AddressesRead
from hh_tui.worker.session import ApiWorker


async def read_addresses(session: ApiWorker, inbox: Inbox) -> AddressesRead | None:
    """All of them (get-employer-addresses); None where they can't be read: what waits is told without."""
    account = inbox.account
    if account is None or account.employer is None:
        return None
    try:
        found = await session.read(
            partial(session.client.employer.addresses, account.employer.id), what="addresses"
        )
    except HHError:
        return None
    return AddressesRead({one.id: one.line for one in found if one.id})
