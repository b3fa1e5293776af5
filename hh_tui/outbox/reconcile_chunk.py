"""What became of a chunk that got no answer: found out by reading where its candidates are.

A chunk is carried out for all of its candidates or for none.
"""

from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from msgspec import Struct, field

from hh_tui.api.models import Named, Negotiation
from hh_tui.errors import HHError, NotCarriedOut, Unsettled
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.snapshot.query import Query
from hh_tui.outbox.locate import Found, in_list, one_by_one
from hh_tui.outbox.reconcile import (
    FIRST_LOOK,
    LONGEST_WAIT,
    LOOKS,
    AskedAs,
    Interrupted,
    seconds_after,
    wait_out,
)
from hh_tui.worker.session import ApiWorker


class ChunkOutcome(Struct, frozen=True):
    """The operations that took place, and by operation id why others did not, or can't be known."""

    done: tuple[Operation, ...] = ()
    refused: dict[str, HHError] = field(default_factory=dict)


class ChunkReconciler:
    """Looks after one unanswered chunk.

    `before` tells where a candidate was until the write took place. `still_open` leaves out the writes that
    nobody asks about any more. What was found as two different identities of `asked_as` decides nothing.
    """

    def __init__(
        self,
        worker: ApiWorker,
        before: Callable[[Operation], Negotiation],
        still_open: Callable[[Sequence[Operation]], list[Operation]],
        asked_as: AskedAs,
    ) -> None:
        self._worker = worker
        self._before = before
        self._still_open = still_open
        self._asked_as = asked_as

    async def run(self, chunk: Sequence[Operation]) -> ChunkOutcome:
        """Ask until there is an answer for all that are still open.

        Reads get-negotiations, get-collection-negotiations-list and get-negotiation-item; nobody is viewed.

        A captcha, a limit or a missing connection are no answer: it asks on. Raises Interrupted when the
        login has expired or another account has taken over, and Unsettled when looking tells nothing.
        """
        action, wait, looks = chunk[0].action, FIRST_LOOK, 0
        state = action.resulting_employer_state if action else None
        while chunk := self._still_open(chunk):
            await wait_out(wait, self._worker.cooldown, self._worker.pause)
            wait = min(LONGEST_WAIT, wait * 2)
            if (asked_as := self._asked_as()) is None:
                raise Interrupted
            try:
                there = await self._look_for(chunk)
            except HHError as error:
                wait = max(wait, seconds_after(error, self._worker.cooldown))
                continue
            if self._asked_as() != asked_as:
                raise Interrupted
            if state is None or any(_is_at(self._before(one), state.id) for one in chunk):
                raise Unsettled()
            looks += 1
            outcome = self._outcome(chunk, there, state)
            if not outcome.refused or looks == LOOKS:
                return outcome
        return ChunkOutcome()

    def _outcome(self, chunk: Sequence[Operation], there: Found, state: Named) -> ChunkOutcome:
        moved = tuple(one for one in chunk if _is_at(there.get(one.negotiation.id), state.id))
        refused = {
            one.id: _left_behind(self._before(one), there.get(one.negotiation.id))
            for one in chunk
            if one not in moved
        }
        if not refused or chunk[0].text is None:
            return ChunkOutcome(moved, refused)
        # Somebody else may have moved them, and then the letter is not there.
        return ChunkOutcome((), refused | {one.id: Unsettled() for one in moved})

    async def _look_for(self, chunk: Sequence[Operation]) -> Found:
        """The candidates of a chunk where it leads, or else where they are."""
        wanted = {one.negotiation.id for one in chunk}
        client, source = self._worker.client, chunk[0].source
        board = await self._worker.read(lambda: client.negotiations.board(source.vacancy_id))
        url = next((one.url for one in board.collections if _path(one.url) == chunk[0].target), None)
        target = Query(source.vacancy_id, "", url) if url else None
        found = await in_list(self._worker, target, wanted) if target else {}
        if len(found) < len(wanted) and not source.is_across:
            found |= await in_list(self._worker, source, wanted - found.keys())
        return found | await one_by_one(self._worker, wanted - found.keys())


def _path(url: str) -> str:
    return urlsplit(url).path.rstrip("/")


def _left_behind(then: Negotiation, fresh: Negotiation | None) -> HHError:
    """Why a candidate is not where the chunk leads: they were not moved, or a colleague has done so since."""
    before, now = then.employer_state, fresh.employer_state if fresh else None
    stayed = fresh is not None and (now.id if now else None) == (before.id if before else None)
    return NotCarriedOut() if stayed else Unsettled()


def _is_at(negotiation: Negotiation | None, state_id: str) -> bool:
    state = negotiation.employer_state if negotiation else None
    return state is not None and state.id == state_id
