"""Notes on a candidate: written at once, sent once, and kept where sending failed."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from hh_tui.api.models import Comment, Negotiation
from hh_tui.errors import HHError, NotCarriedOut, Unsettled
from hh_tui.inbox.decisions.history import SentAtOnce
from hh_tui.inbox.letters.note import NoteDraft, NotePlace, NoteWrite, draft_of
from hh_tui.inbox.snapshot.dossier import Tab, owner_of
from hh_tui.outbox.reconcile import FIRST_LOOK
from hh_tui.system.structs import replace
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.answer import Answer
from hh_tui.ui.dialogs.picker_item import PickerItem
from hh_tui.ui.events import AtOnceFailed, AtOnceSent, Event, NoteFailed, NoteWritten
from hh_tui.ui.presenters import errors
from hh_tui.ui.presenters.candidate import name
from hh_tui.ui.presenters.notes import note_line
from hh_tui.ui.presenters.one_of_marked import alone
from hh_tui.ui.state_store import State

if TYPE_CHECKING:
    from hh_tui.ui.dialogs.note_form import Written

LOOKS = 3
"""How often the notes are read to find out about an unanswered write."""


class Notes:
    """Adding, editing, deleting. The candidate sees none of it. Words begun wait for the login they are of.

    `read_tab` reads a tab of a candidate anew.
    """

    def __init__(self, context: Context, read_tab: Callable[[Negotiation, Tab], None]) -> None:
        self._context = context
        self._read_tab = read_tab
        self._begun: dict[NotePlace, NoteDraft] = {}
        self._names: dict[NotePlace, str] = {}
        """Whom the notes begun are about."""
        self._in_doubt: dict[NotePlace, NoteWrite] = {}
        """Changes that may have arrived: they are looked for before the same one is sent again."""

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"note": self.note, "own-notes": self.own_notes}

    def on_event(self, event: Event, before: State, after: State) -> None:
        """A change is at its end."""
        match event:
            case NoteWritten():
                self._written(event)
            case NoteFailed():
                self._failed(event)

    def _keep(self, place: NotePlace, draft: NoteDraft | None) -> None:
        """These words are begun at this place; None where there are none any more."""
        if draft is None:
            self._begun.pop(place, None)
        else:
            self._begun[place] = draft
        names = tuple(self._names[one] for one, words in self._begun.items() if words.text.strip())
        self._context.store.show(notes_begun=names)

    def note(self) -> None:
        """A new note on the candidate under the cursor, from wherever one is."""
        if (row := self._context.inbox.selected) is not None:
            self._write(row.negotiation, None)

    def _write(self, negotiation: Negotiation, note: Comment | None) -> None:
        from hh_tui.ui.dialogs.note_form import NoteForm

        context, owner = self._context, owner_of(negotiation)
        if owner is None:
            context.say("notes.nobody")
            return
        notes = context.inbox.dossier(negotiation.id).notes or ()
        change = NoteWrite(
            owner,
            NoteDraft(),
            note.id if note else "",
            frozenset(one.id for one in notes),
            login=context.session.login,
        )
        kept = draft_of(note) if note else NoteDraft()
        begun = self._begun.get(change.place, kept)

        def left(written: "Written | None") -> None:
            if written is None:
                return
            is_begun = written.send or written.draft != kept
            self._keep(change.place, written.draft if is_begun else None)
            if written.send:
                self._start(negotiation, replace(change, draft=written.draft, since=context.clock()))

        self._names[change.place] = name(context.render_context, negotiation)
        tr = context.render_context.tr
        whom = alone(tr, context.inbox, self._names[change.place], negotiation.id)
        form = NoteForm(whom, begun, tr, context.keys)
        context.windows.push(form, left)

    def own_notes(self) -> None:
        """Choose one of one's own notes, then what to do with it."""
        context, row = self._context, self._context.inbox.selected
        notes = context.inbox.dossier(row.id).notes if row else None
        if row is None or notes is None:
            context.say("notes.read-first", key=context.keys("tab-notes"))
            return
        own = {note.id: note for note in notes if note.is_mine}
        if not own:
            context.say("notes.none-own")
            return
        items = [PickerItem(note.id, note_line(context.render_context, note)) for note in own.values()]

        def chosen(note_id: str | None) -> None:
            if note_id is not None:
                self._change(row.negotiation, own[note_id])

        if len(items) == 1:
            chosen(items[0].id)
        else:
            context.pick(context.render_context.tr("notes.own.title"), items, chosen)

    def _change(self, negotiation: Negotiation, note: Comment) -> None:
        ctx = self._context.render_context
        answers = [
            Answer("edit", ctx.tr("note.edit")),
            Answer("drop", ctx.tr("note.delete")),
            Answer("stay", ctx.tr("note.keep")),
        ]

        def chosen(answer: str | None) -> None:
            if answer == "edit":
                self._write(negotiation, note)
            elif answer == "drop":
                self._ask_to_delete(negotiation, note)

        self._context.choose(note_line(ctx, note), answers, chosen, "edit")

    def _ask_to_delete(self, negotiation: Negotiation, note: Comment) -> None:
        owner, tr = owner_of(negotiation), self._context.render_context.tr

        def agreed() -> None:
            if owner is not None:
                login = self._context.session.login
                self._start(negotiation, NoteWrite(owner, None, note.id, login=login))

        answers = (tr("note.delete-for-good"), tr("note.keep"))
        self._context.confirm(tr("note.delete.title"), answers, agreed)

    # Sending

    def _start(self, negotiation: Negotiation, change: NoteWrite) -> None:
        step = SentAtOnce("note" if change.draft else "note-deleted", (negotiation,))
        self._context.store.dispatch(AtOnceSent(step))
        self._context.tasks.start(
            partial(self._carry_out, negotiation, change, step), group="notes", exclusive=False
        )

    async def _carry_out(self, negotiation: Negotiation, change: NoteWrite, step: SentAtOnce) -> None:
        """One change of the notes, to its end."""
        context = self._context
        try:
            await context.session.write(f"notes {change.owner.id}", partial(self._send, change))
        except HHError as error:
            if not (error.outcome_unknown or isinstance(error, Unsettled)):
                context.post(AtOnceFailed(step))
            context.post(NoteFailed(negotiation, change, error))
        else:
            context.post(NoteWritten(negotiation, change))

    async def _send(self, change: NoteWrite) -> None:
        client, draft = self._context.session.client, change.draft
        earlier = self._in_doubt.get(change.place)
        if earlier is not None:
            notes = await client.comments.all(change.owner)
            del self._in_doubt[change.place]
            if earlier.draft == draft and earlier.took_place(notes):
                return
        try:
            if draft is None:
                await client.comments.delete(change.owner, change.comment_id)
            elif change.comment_id:
                await client.comments.edit(
                    change.owner, change.comment_id, text=draft.text, access=draft.access
                )
            else:
                await client.comments.add(change.owner, draft.text, draft.access)
        except HHError as error:
            if not error.outcome_unknown:
                raise
            self._in_doubt[change.place] = change
            await self._settle(change)
            del self._in_doubt[change.place]

    async def _settle(self, change: NoteWrite) -> None:
        """Read until it is known: raises NotCarriedOut, or Unsettled where nothing can be read."""
        session = self._context.session
        for _ in range(LOOKS):
            await session.pause(FIRST_LOOK)
            try:
                notes = await session.client.comments.all(change.owner)
            except HHError as error:
                if not error.repeatable:
                    raise Unsettled() from error
            else:
                if change.took_place(notes):
                    return
                raise NotCarriedOut()
        raise Unsettled()

    def _written(self, event: NoteWritten) -> None:
        """The words are on hh.ru: read the notes anew. Others that were typed meanwhile are still to go."""
        place, draft = event.change.place, event.change.draft
        if draft is None or self._begun.get(place) == draft:
            self._keep(place, None)
        self._context.say("note.deleted" if draft is None else "note.saved")
        self._read_tab(event.negotiation, Tab.NOTES)

    def _failed(self, event: NoteFailed) -> None:
        """Say why; the words are still there."""
        context, error, tr = self._context, event.error, self._context.render_context.tr
        context.locked_out(error)
        context.remember(error, lambda: self._start(event.negotiation, event.change))
        kept = ""
        if event.change.draft is not None:
            kept = tr("note.kept", key=context.keys("own-notes" if event.change.comment_id else "note"))
        sentence = f"{errors.explain(tr, error).sentence} {kept}".strip()
        context.windows.notify(sentence, title=tr("note.failed"), severity="error", timeout=12)
