"""What one takes along of a candidate: a file, a copy of a line; pages in the browser, the vacancy's too."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from hh_tui.api.models import Resume
from hh_tui.api.models.thread import Attachment
from hh_tui.errors import HHError
from hh_tui.files.download import safe_name
from hh_tui.inbox.letters.copyable import CopyableKind, copyable
from hh_tui.inbox.rules.chat_file import name_of
from hh_tui.inbox.snapshot.thread import received_files
from hh_tui.settings.api_url import SITES
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.picker_item import PickerItem


class Export:
    """Saving, opening and copying what is already known.

    Files go to the folder `downloads`, which is the one where the last file went.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self.downloads = context.options.downloads

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {
            "save-resume": self.save_resume,
            "browser": self.open_page,
            "vacancy-page": self.open_vacancy_page,
            "copy": self.copy,
        }

    def save_resume(self) -> None:
        """Choose a form of the resume or a file of the chat, then where to put it."""
        context, resume, received = self._context, self._resume_at_hand(), self._files()
        if resume is None and not received:
            context.say("take.no-resume")
            return
        files = resume.download if resume else None
        urls = {
            ending: file.url
            for ending, file in (("pdf", files and files.pdf), ("rtf", files and files.rtf))
            if file and file.url
        }
        if not urls and not received:
            context.say("save.nothing")
            return
        tr = context.render_context.tr
        items = [PickerItem(ending, tr(f"save.{ending}")) for ending in urls]
        items += [PickerItem(key, tr("save.chat-file", name=one.title)) for key, one in received.items()]

        def chosen(key: str | None) -> None:
            if key in received:
                self._save_file(received[key])
            elif key is not None and resume is not None:
                self._save(resume, urls[key], key)

        context.pick(tr("save.kind"), items, chosen)

    def _files(self) -> dict[str, Attachment]:
        """Files of the candidate's chat, by what they are chosen by."""
        row = self._context.inbox.selected
        thread = self._context.inbox.threads.get(row.id) if row else None
        found = received_files(thread) if thread else ()
        return {f"file-{place}": one for place, one in enumerate(found)}

    def _save_file(self, file: Attachment) -> None:
        title = name_of(file.title, file.content_type)
        download = self._context.session.client.chat_files.save
        again = partial(self._save_file, file)
        self._ask_where(file.url or "", safe_name(title.stem), title.ending, again, download)

    def _save(self, resume: Resume, url: str, ending: str) -> None:
        name, again = safe_name(resume.name, resume.title or ""), partial(self._save, resume, url, ending)
        self._ask_where(url, name, ending, again, self._context.session.client.resumes.download)

    def _ask_where(
        self,
        url: str,
        name: str,
        ending: str,
        again: Callable[[], None],
        download: Callable[..., Awaitable[int]],
    ) -> None:
        from hh_tui.ui.dialogs.save_form import SaveForm

        context = self._context

        def left(outcome: Path | HHError | None) -> None:
            if isinstance(outcome, Path):
                self.downloads = outcome.parent
                context.say("save.done", path=str(outcome))
            elif outcome is not None:
                context.locked_out(outcome)
                context.remember(outcome, again)

        tr, keys = context.render_context.tr, context.keys
        form = SaveForm(url, self.downloads, name, ending, context.session, tr, keys, download)
        context.windows.push(form, left)

    def _resume_at_hand(self) -> Resume | None:
        row = self._context.inbox.selected
        return row.negotiation.resume if row else None

    def open_page(self) -> None:
        """The candidate's page on hh.ru."""
        resume = self._resume_at_hand()
        self._open(resume.alternate_url if resume else None, nothing="browser.nothing")

    def open_vacancy_page(self) -> None:
        """The page on hh.ru of the vacancy one is in; in lists over all vacancies, of the candidate's."""
        context, vacancy = self._context, self._context.inbox.vacancy_in_sight
        if vacancy is None:
            context.say("vacancy-page.unknown", key=context.keys("vacancy"))
        else:
            self._open(vacancy.alternate_url, nothing="vacancy-page.nothing")

    def _open(self, url: str | None, *, nothing: str) -> None:
        """A page, if it is one of hh.ru's; `nothing` is what is said where there is none."""
        context = self._context
        if not url:
            context.say(nothing)
        elif not is_ours(url):
            context.say("browser.foreign", host=_host(url) or "?")
        else:
            context.windows.open_url(url)

    def copy(self) -> None:
        """Choose what to copy."""
        context = self._context
        inbox, tr, row = context.inbox, context.render_context.tr, context.inbox.selected
        if row is None:
            return
        things = copyable(row.negotiation, inbox.dossier(row.id), inbox.threads.get(row.id))
        if not things:
            context.say("copy.nothing", key=context.keys("tab-resume"))
            return
        items = [
            PickerItem(
                str(number), tr(f"copy.{one.kind}"), "" if one.kind is CopyableKind.LETTER else one.value
            )
            for number, one in enumerate(things)
        ]

        def chosen(item_id: str | None) -> None:
            if item_id is not None:
                one = things[int(item_id)]
                context.options.copy(one.value, tr(f"copy.{one.kind}"))

        context.pick(tr("copy.title"), items, chosen)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def is_ours(url: str) -> bool:
    """Whether it is a page of one of hh.ru's sites, over https and with nothing hidden in the address."""
    try:
        parts = urlsplit(url)
        host, plain = parts.hostname or "", parts.username is None and parts.port in {None, 443}
    except ValueError:
        return False
    ours = any(host == site or host.endswith(f".{site}") for site in SITES)
    return parts.scheme == "https" and plain and ours and "\\" not in url
