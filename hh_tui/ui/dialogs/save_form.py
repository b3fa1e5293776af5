"""Saving a file: where to, how far it is, and how to stop it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Button, Input, ProgressBar, Static
from textual.worker import Worker, WorkerState

from hh_tui.errors import HHError
from hh_tui.files.download import PartFile
from hh_tui.i18n import Catalogue
from hh_tui.keys.registry import Scope
from hh_tui.ui.commands import Handler
from hh_tui.ui.dialogs.base import Dialog
from hh_tui.ui.dialogs.key_sets import form_keys
from hh_tui.ui.presenters import errors
from hh_tui.ui.presenters.chat import kilobytes
from hh_tui.ui.presenters.keyed import keyed
from hh_tui.ui.widgets.form_frame import FormFrame, hidden_bar
from hh_tui.ui.widgets.line_input import LineInput
from hh_tui.worker.session import ApiWorker


class Saved(Message):
    """The file is there."""

    def __init__(self, place: Path) -> None:
        super().__init__()
        self.place = place


class SavingFailed(Message):
    """There is no file."""

    def __init__(self, error: HHError) -> None:
        super().__init__()
        self.error = error


class SaveForm(Dialog[Path | HHError | None]):
    """Returns where the file is, an error that needs more than words, or None.

    `url` is one of the resume's own `download`, `name` a safe one without its `ending`. Another `download`
    fetches another kind of file.
    """

    CSS_PATH = "form.tcss"
    AUTO_FOCUS = "Input"

    def __init__(
        self,
        url: str,
        folder: Path,
        name: str,
        ending: str,
        worker: ApiWorker,
        tr: Catalogue,
        keys: Callable[[str], str],
        download: Callable[..., Awaitable[int]] | None = None,
    ) -> None:
        super().__init__()
        self._download = download
        self._url = url
        self._folder = folder
        self._file = (name, ending)
        self._worker = worker
        self._tr = tr
        self._keys = keys
        self._under_way = False

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What its keys do."""
        return form_keys(self.save, self.cancel)

    @property
    def scopes(self) -> Sequence[Scope]:
        """The form's own keys; letters are typed."""
        return (Scope.FORM,)

    def compose(self) -> ComposeResult:
        """The folder, the name, the bar."""
        tr = self._tr
        yield FormFrame(
            tr("save.title", kind=self._file[1].upper()),
            Static(tr("save.folder"), classes="label", markup=False),
            LineInput(str(self._folder), compact=True),
            Static(tr("save.name", name=".".join(self._file)), classes="label", markup=False),
            hidden_bar(),
            buttons=[
                ("save", keyed(self._keys("save-form"), tr("save.save"))),
                ("cancel", keyed(self._keys("close-form"), tr("sheet.cancel"))),
            ],
        )

    @on(Input.Submitted)
    @on(Button.Pressed, "#save")
    def save(self) -> None:
        """Begin, once."""
        folder = self.query_one(Input).value.strip()
        if self._under_way:
            return
        if not folder:
            self.query_one(FormFrame).say(self._tr("save.no-folder"), trouble=True)
            return
        self._under_way = True
        self.query_one(ProgressBar).display = True
        self.query_one(FormFrame).say(self._tr("save.waiting"))
        self.fetch(Path(folder))

    @on(Button.Pressed, "#cancel")
    def cancel(self) -> None:
        """Stop, and leave nothing behind: the worker ends with the form."""
        self.workers.cancel_node(self)
        self.answer(None)

    @work(group="save", exclusive=True, exit_on_error=False)
    async def fetch(self, folder: Path) -> None:
        """The whole file under another name first, then under its own."""
        try:
            with PartFile(folder) as file:
                download = self._download or self._worker.client.resumes.download
                await self._worker.read(partial(download, self._url, file.write, progress=self._progress))
                place = file.keep(*self._file)
        except HHError as error:
            self.post_message(SavingFailed(error))
        else:
            self.post_message(Saved(place))

    def _progress(self, done: int, total: int | None) -> None:
        if not self.is_open:
            return
        self.query_one(ProgressBar).update(total=total, progress=done)
        key = "save.part" if total else "save.some"
        self.query_one(FormFrame).say(self._tr(key, done=kilobytes(done), total=kilobytes(total or 0)))

    @on(Saved)
    def saved(self, message: Saved) -> None:
        """Done."""
        self.close_by_itself(message.place)

    @on(SavingFailed)
    def failed(self, message: SavingFailed) -> None:
        """One sentence; another folder, or the same once more, can be tried at once."""
        self._under_way = False
        self.query_one(ProgressBar).display = False
        if message.error.code in {"captcha", "not_authorized"}:
            self.close_by_itself(message.error)
        else:
            self.query_one(FormFrame).say(errors.explain(self._tr, message.error).sentence, trouble=True)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A bug in saving is told, not swallowed."""
        if event.state is WorkerState.ERROR:
            # It stands in the form, not in a notice above it.
            event.prevent_default()
            self._under_way = False
            self.query_one(FormFrame).say(
                self._tr("bug", kind=type(event.worker.error).__name__), trouble=True
            )
