"""Notes on a candidate: written at once, sent once, and kept where sending failed."""

from dataclasses import replace
from functools import partial

from textual import on, work

from hh_tui.api.models import Comment, Negotiation
from hh_tui.errors import HHError, NotAuthorized, NotCarriedOut, Unsettled
from hh_tui.inbox.letters.note import Draft, NoteWrite, draft_of
from hh_tui.inbox.snapshot.dossier import Tab, owner_of
from hh_tui.outbox.reconcile import FIRST_LOOK
from hh_tui.ui import events as heard
from hh_tui.ui.dialogs.note_form import NoteForm, Written
from hh_tui.ui.dialogs.picker import Item
from hh_tui.ui.presenters import errors
from hh_tui.ui.presenters.candidate import name
from hh_tui.ui.presenters.notes import note_line
from hh_tui.ui.screens.contacts import ContactsScreen

LOOKS = 3
"""How often the notes are read to find out about an unanswered write."""


class NotingScreen(ContactsScreen):
    """Adding, editing, deleting. The candidate sees none of it."""

    _notes_begun: dict[tuple[str, str], Draft]
    _notes_in_doubt: dict[tuple[str, str], NoteWrite]
    """Changes that may have arrived: they are looked for before the same one is sent again."""

    def begin(self) -> None:
        """Nothing is begun yet."""
        self._notes_begun = {}
        self._notes_in_doubt = {}
        super().begin()

    @property
    def notes_begun(self) -> int:
        """Notes whose words are nowhere but here."""
        return sum(bool(draft.text.strip()) for draft in self._notes_begun.values())

    def action_note(self) -> None:
        """A new note on the candidate under the cursor, from wherever one is."""
        if (row := self.inbox.selected) is not None:
            self._write(row.negotiation, None)

    def _write(self, negotiation: Negotiation, note: Comment | None) -> None:
        owner = owner_of(negotiation)
        if owner is None:
            self.say("notes.nobody")
            return
        notes = self.inbox.dossier(negotiation.id).notes or ()
        change = NoteWrite(owner, Draft(), note.id if note else "", frozenset(one.id for one in notes))
        kept = draft_of(note) if note else Draft()
        begun = self._notes_begun.get(change.place, kept)

        def left(written: Written | None) -> None:
            if written is None:
                return
            if written.send or written.draft != kept:
                self._notes_begun[change.place] = written.draft
            else:
                self._notes_begun.pop(change.place, None)
            if written.send:
                self.write_note(negotiation, replace(change, draft=written.draft, since=self.clock()))

        self.app.push_screen(NoteForm(name(self.lens, negotiation), begun, self.lens.tr, self.keys), left)

    def action_own_notes(self) -> None:
        """Choose one of one's own notes, then what to do with it."""
        row = self.inbox.selected
        notes = self.inbox.dossier(row.id).notes if row else None
        if row is None or notes is None:
            self.say("notes.read-first", key=self.keys("tab-notes"))
            return
        own = {note.id: note for note in notes if note.is_mine}
        if not own:
            self.say("notes.none-own")
            return
        items = [Item(note.id, note_line(self.lens, note)) for note in own.values()]

        def chosen(note_id: str | None) -> None:
            if note_id is not None:
                self._change(row.negotiation, own[note_id])

        if len(items) == 1:
            chosen(items[0].id)
        else:
            self.pick(self.lens.tr("notes.own.title"), items, chosen)

    def _change(self, negotiation: Negotiation, note: Comment) -> None:
        tr = self.lens.tr
        answers = [Item("edit", tr("note.edit")), Item("delete", tr("note.delete"))]

        def chosen(answer: str | None) -> None:
            if answer == "edit":
                self._write(negotiation, note)
            elif answer == "delete":
                self._ask_to_delete(negotiation, note)

        self.pick(note_line(self.lens, note), answers, chosen)

    def _ask_to_delete(self, negotiation: Negotiation, note: Comment) -> None:
        owner, tr = owner_of(negotiation), self.lens.tr

        def agreed() -> None:
            if owner is not None:
                self.write_note(negotiation, NoteWrite(owner, None, note.id))

        answers = (tr("note.delete-for-good"), tr("note.keep"))
        self.confirm(tr("note.delete.title"), answers, agreed)

    @work(group="notes", exit_on_error=False)
    async def write_note(self, negotiation: Negotiation, change: NoteWrite) -> None:
        """One change of the notes, to its end; then they are read anew."""
        try:
            await self.worker.write(f"notes {change.owner.id}", partial(self._send_note, change))
        except HHError as error:
            self.post_message(heard.NoteFailed(negotiation, change, error))
        else:
            self.post_message(heard.NoteWritten(negotiation, change))

    async def _send_note(self, change: NoteWrite) -> None:
        client, draft = self.worker.client, change.draft
        earlier = self._notes_in_doubt.get(change.place)
        if earlier is not None:
            notes = await client.comments(change.owner)
            del self._notes_in_doubt[change.place]
            if earlier.draft == draft and earlier.took_place(notes):
                return
        try:
            if draft is None:
                await client.delete_comment(change.owner, change.comment_id)
            elif change.comment_id:
                await client.edit_comment(
                    change.owner, change.comment_id, text=draft.text, access=draft.access
                )
            else:
                await client.add_comment(change.owner, draft.text, draft.access)
        except HHError as error:
            if not error.outcome_unknown:
                raise
            self._notes_in_doubt[change.place] = change
            await self._settle_note(change)
            del self._notes_in_doubt[change.place]

    async def _settle_note(self, change: NoteWrite) -> None:
        """Read until it is known: raises NotCarriedOut, or Unsettled where nothing can be read."""
        for _ in range(LOOKS):
            await self.worker.pause(FIRST_LOOK)
            try:
                notes = await self.worker.client.comments(change.owner)
            except HHError as error:
                if not error.repeatable:
                    raise Unsettled() from error
            else:
                if change.took_place(notes):
                    return
                raise NotCarriedOut()
        raise Unsettled()

    @on(heard.NoteWritten)
    def note_written(self, message: heard.NoteWritten) -> None:
        """The words are on hh.ru: read the notes anew."""
        self._notes_begun.pop(message.change.place, None)
        self.say("note.deleted" if message.change.draft is None else "note.saved")
        self.ask(message.negotiation, Tab.NOTES)

    @on(heard.NoteFailed)
    def note_failed(self, message: heard.NoteFailed) -> None:
        """Say why; the words are still there."""
        error, tr = message.error, self.lens.tr
        if isinstance(error, NotAuthorized):
            self.desk.freeze(error)

        def again() -> None:
            self.write_note(message.negotiation, message.change)

        self.remember(error, again)
        kept = ""
        if message.change.draft is not None:
            kept = tr("note.kept", key=self.keys("own-notes" if message.change.comment_id else "note"))
        sentence = errors.explain(tr, error).sentence
        self.notify(f"{sentence} {kept}".strip(), title=tr("note.failed"), severity="error",
                    timeout=12, markup=False)  # fmt: skip
