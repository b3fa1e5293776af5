"""The write half of the worker: writes of the outbox, one at a time for a negotiation.

What was sent and got no answer is settled by reading, never by sending it again.
"""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

from hh_tui.errors import BadArgument, HHError
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.outbox.invite import invite
from hh_tui.outbox.reconcile import AskedAs, Reconciler, WriteAttempt, letter_key
from hh_tui.system.structs import replace
from hh_tui.worker.session import ApiWorker
from hh_tui.worker.write_lock import WriteLock


class WriteLane:
    """Sends a write once, and finds out what became of it while nothing else is written to its candidate.

    Small writes of the `worker` use the same locks: neither overtakes the other.
    """

    def __init__(self, worker: ApiWorker) -> None:
        self._worker = worker
        self._invited: dict[str, str | None] = {}

    async def carry_out(
        self,
        operation: Operation,
        attempt: WriteAttempt,
        unanswered: Callable[[HHError], None],
        asked_as: AskedAs,
    ) -> None:
        """Send a write once: change-negotiation-action, invite-applicant-to-vacancy, or a letter.

        A letter goes by chat-message-post or send-negotiation-message, wherever its thread is.

        Returns when it is known to be carried out, raises HHError when it is not. `unanswered` is called when
        no answer came; from then on this finds out what became of it, and raises Interrupted where it can't
        for the time being.
        """
        async with self._locked(operation) as lock:
            by_chat = operation.action is None and self._worker.thread(operation.negotiation).way == "chats"
            try:
                with self._worker.noting_errors():
                    await self._send(operation)
            except HHError as error:
                if not error.outcome_unknown:
                    raise
                unanswered(error)
                with lock.unsettled():
                    await self._reconciler(operation, replace(attempt, by_chat=by_chat), asked_as).run()

    async def carry_out_all(self, operations: Sequence[Operation]) -> None:
        """Send what one request carries out, once (put-negotiations-collection-to-next-state).

        All are of one action, vacancy and form. Raises BadArgument, unsent, for letters, and HHError.

        Without an answer the caller finds out by reading what became of it.
        """
        action = operations[0].action
        if action is None:
            raise BadArgument(400, "bad_argument", "action")
        with self._worker.counting_write(), self._worker.noting_errors():
            ids = [one.negotiation.id for one in operations]
            client = await self._worker.connected()
            await client.negotiations.perform_on_all(action, ids, operations[0].form)

    async def reconcile(self, operation: Operation, attempt: WriteAttempt, asked_as: AskedAs) -> None:
        """Find out what became of a write that was sent earlier. Raises as `carry_out` does.

        Which way a letter went then is not known: it is looked for, never sent again.
        """
        async with self._locked(operation) as lock:
            with lock.unsettled():
                await self._reconciler(operation, attempt, asked_as).run()

    async def arrived(self, operation: Operation, attempt: WriteAttempt, asked_as: AskedAs) -> bool:
        """Whether an earlier try of the same write, sent at that moment, is there. Only reads.

        Raises LetterLost, Unsettled or what the reading does.
        """
        async with self._locked(operation):
            with self._worker.noting_errors():
                return await self._reconciler(operation, attempt, asked_as).arrived()

    def pop_invited(self, operation_id: str) -> str | None:
        """The id of the negotiation that an invitation made, told once; None where it is not known."""
        return self._invited.pop(operation_id, None)

    @asynccontextmanager
    async def _locked(self, operation: Operation) -> AsyncIterator[WriteLock]:
        """Nothing else is written to this candidate meanwhile, and there is a client."""
        lock = self._worker.write_lock(operation.negotiation.id)
        with self._worker.counting_write():
            async with lock.turn():
                await self._worker.connected()
                yield lock

    async def _send(self, operation: Operation) -> None:
        client = self._worker.client
        if operation.invitation is not None:
            self._invited[operation.id] = await invite(client, operation, operation.invitation)
        elif operation.action is None:
            thread = self._worker.thread(operation.negotiation)
            await thread.send(operation.text or "", letter_key(operation))
        else:
            await client.negotiations.perform(operation.action, operation.form)

    def _reconciler(self, operation: Operation, attempt: WriteAttempt, asked_as: AskedAs) -> Reconciler:
        worker = self._worker
        return Reconciler(
            operation,
            attempt,
            worker.client,
            worker.thread(operation.negotiation),
            worker.pause,
            self._invited,
            worker.cooldown,
            asked_as,
        )
