"""What one takes along of a candidate: a file, a page in the browser, a copy of a line."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from hh_tui.api.models import Resume
from hh_tui.errors import HHError, NotAuthorized
from hh_tui.files.download import safe_name
from hh_tui.inbox.letters.copyable import Kind, known
from hh_tui.ui.dialogs.picker import Item
from hh_tui.ui.dialogs.save_form import SaveForm
from hh_tui.ui.screens.keywording import KeywordingScreen

SITES = ("hh.ru", "rabota.by", "hh1.az", "hh.uz", "hh.kz", "headhunter.ge", "headhunter.kg")
"""hh.ru's own sites: no other page is opened for a candidate."""


class TakingScreen(KeywordingScreen):
    """Saving, opening and copying what is already known."""

    downloads: Path = Path()
    """Where files go unless one says otherwise."""

    take_along: Callable[[str, str], None]
    """Puts a text into the clipboard, and tells so by the name in the second place."""

    def action_save_resume(self) -> None:
        """Choose a form of the resume, then where to put it."""
        resume = self._resume_at_hand()
        if resume is None:
            self.say("take.no-resume")
            return
        files = resume.download
        urls = {
            ending: file.url
            for ending, file in (("pdf", files and files.pdf), ("rtf", files and files.rtf))
            if file and file.url
        }
        if not urls:
            self.say("save.nothing")
            return
        tr = self.lens.tr

        def chosen(ending: str | None) -> None:
            if ending is not None:
                self._save(resume, urls[ending], ending)

        self.pick(tr("save.kind"), [Item(ending, tr(f"save.{ending}")) for ending in urls], chosen)

    def _save(self, resume: Resume, url: str, ending: str) -> None:
        name = safe_name(resume.name, resume.title or "")

        def left(outcome: Path | HHError | None) -> None:
            if isinstance(outcome, Path):
                self.downloads = outcome.parent
                self.say("save.done", path=str(outcome))
            elif outcome is not None:
                if isinstance(outcome, NotAuthorized):
                    self.desk.freeze(outcome)
                self.remember(outcome, lambda: self._save(resume, url, ending))

        form = SaveForm(url, self.downloads, name, ending, self.worker, self.lens.tr, self.keys)
        self.app.push_screen(form, left)

    def _resume_at_hand(self) -> Resume | None:
        row = self.inbox.selected
        return row.negotiation.resume if row else None

    def action_browser(self) -> None:
        """The candidate's page on hh.ru."""
        resume = self._resume_at_hand()
        url = resume.alternate_url if resume else None
        if not url:
            self.say("browser.nothing")
        elif not is_ours(url):
            self.say("browser.foreign", host=_host(url) or "?")
        else:
            self.app.open_url(url)

    def action_copy(self) -> None:
        """Choose what to copy."""
        if (row := self.inbox.selected) is None:
            return
        things = known(row.negotiation, self.inbox.dossier(row.id), self.inbox.threads.get(row.id))
        if not things:
            self.say("copy.nothing", key=self.keys("tab-resume"))
            return
        tr = self.lens.tr
        items = [
            Item(str(number), tr(f"copy.{one.kind}"), "" if one.kind is Kind.LETTER else one.value)
            for number, one in enumerate(things)
        ]

        def chosen(item_id: str | None) -> None:
            if item_id is not None:
                one = things[int(item_id)]
                self.take_along(one.value, tr(f"copy.{one.kind}"))

        self.pick(tr("copy.title"), items, chosen)


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
