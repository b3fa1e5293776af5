"""Saving the resume of a candidate, or a file of their chat."""

from collections.abc import Awaitable, Callable
from functools import partial

from msgspec import Struct

from hh_tui.errors import HHError
from hh_tui.files.download import PartFile, safe_name
from hh_tui.inbox.rules.chat_file import name_of
from hh_tui.inbox.snapshot.thread import received_files
from hh_tui.plain.context import PlainContext
from hh_tui.settings.locations import downloads_folder
from hh_tui.ui.presenters.errors import explain


class _File(Struct, frozen=True):
    """What can be saved: its `url`, and the name and ending of the file there will be."""

    label: str
    url: str
    name: str
    ending: str
    download: Callable[..., Awaitable[int]]


class PlainFiles:
    """Files go to the folder of the settings, else to the platform's for downloads."""

    def __init__(self, context: PlainContext) -> None:
        self._context = context

    async def save(self) -> None:
        """Choose one of the files there are, and save it."""
        context, files = self._context, self._files()
        if not files:
            context.say("save.nothing" if context.inbox.selected else "marks.nobody")
            return
        place = await context.ask.choose(context.tr("save.kind"), [one.label for one in files])
        if place is None:
            return
        file, folder = files[place], context.settings.downloads or downloads_folder()
        try:
            with PartFile(folder) as part:
                await context.session.read(partial(file.download, file.url, part.write))
                path = part.keep(file.name, file.ending)
        except HHError as error:
            context.terminal.say(explain(context.tr, error).sentence)
        else:
            context.say("save.done", path=str(path))

    def _files(self) -> list[_File]:
        """The resume in each form, then what came in the chat, as far as it was read."""
        context, row, client = self._context, self._context.inbox.selected, self._context.session.client
        if row is None:
            return []
        resume, found = row.negotiation.resume, list[_File]()
        kept = resume.download if resume else None
        for ending, one in (("pdf", kept and kept.pdf), ("rtf", kept and kept.rtf)):
            if resume is not None and one and one.url:
                name = safe_name(resume.name, resume.title or "")
                label = context.tr(f"save.{ending}")
                found.append(_File(label, one.url, name, ending, client.resumes.download))
        thread = context.inbox.threads.get(row.id)
        for attached in received_files(thread) if thread else ():
            title = name_of(attached.title, attached.content_type)
            label = context.tr("save.chat-file", name=attached.title)
            found.append(
                _File(label, attached.url or "", safe_name(title.stem), title.ending, client.chat_files.save)
            )
        return found
