"""What every place to write letters has: templates, gaps that must be filled, one's own editor."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported
from textual.containers import VerticalScroll

from hh_tui.errors import HHError
from hh_tui.files.external_editor import Edited, edited, editor_command
from hh_tui.i18n import Catalogue
from hh_tui.inbox.letters.variables import Gap, gaps
from hh_tui.settings.locations import letters_folder
from hh_tui.ui.presenters import errors, letter

if TYPE_CHECKING:
    from hh_tui.inbox.letters.letter_offers import Letter
    from hh_tui.ui.dialogs.template_picker import Writing
    from hh_tui.ui.widgets.text_editor import TextEditor


class LetterEditing:
    """Changes the text area of the letter that `writing` tells; it tells None where there is none now.

    `gaps_in` finds what must be filled in before a text can go.
    """

    def __init__(
        self,
        writing: "Callable[[], Writing | None]",
        gaps_in: Callable[[str], tuple[Gap, ...]] = gaps,
    ) -> None:
        self._writing = writing
        self._gaps_in = gaps_in
        self.placed = ""
        """The template that was put in last: while it stands there alone, another may take its place."""

    def take_template(self, letter: "Letter | None" = None) -> None:
        """Take a letter to begin with, this one or one to be chosen; what was typed is never lost for it."""
        from hh_tui.ui.dialogs.template_picker import TemplatePicker

        writing = self._writing()
        if writing is None:
            return

        def chosen(text: str | None) -> None:
            if text is not None and writing.area.is_attached:
                self._place(writing, text)

        writing.area.app.push_screen(TemplatePicker(writing, letter), chosen)

    def _place(self, writing: "Writing", text: str) -> None:
        area = writing.area
        if area.text.strip() in {"", self.placed.strip()}:
            self.placed = text
            area.replace(text, (0, 0), area.document.end)
            begin = 0
            show_beginning(area)
        else:
            before, behind = _gap_lines(area)
            begin = _offset(area) + len(before)
            area.insert(f"{before}{text.strip(chr(10))}{behind}")
            area.notify(writing.tr("templates.inserted"), markup=False)
        found = [gap for gap in self._gaps_in(area.text) if begin <= gap.start < begin + len(text)]
        if found:
            point(area, found[0].start, found[0].end)

    def stopped_by_gap(self, area: "TextEditor", tr: Catalogue) -> bool:
        """Whether the letter lacks a value; then that is said, and the cursor is on the gap."""
        found = self._gaps_in(area.text)
        if found:
            area.focus()
            point(area, found[0].start, found[0].end)
            # Said again, it is not said twice.
            area.app.clear_notifications()
            area.notify(letter.unfilled(tr, found), severity="warning", markup=False)
        return bool(found)

    def open_editor(self) -> None:
        """Go on in the person's own editor; whatever goes wrong there, no text is lost."""
        writing = self._writing()
        if writing is None:
            return
        area, tr = writing.area, writing.tr
        try:
            found = _from_editor(area, letters_folder(writing.worker.profile))
        except HHError as error:
            area.notify(errors.explain(tr, error).sentence, severity="error", markup=False)
        except SuspendNotSupported:
            area.notify(tr("editor.no-suspend"), severity="warning", markup=False)
        else:
            if found.odd:
                area.notify(letter.odd(tr, found.odd, found.exit_code), severity="warning", markup=False)
            elif found.text == area.text.rstrip():
                area.notify(tr("editor.unchanged"), markup=False)
            if found.text != area.text.rstrip():
                area.replace(found.text, (0, 0), area.document.end)
                area.move_cursor(area.document.end)


def _from_editor(area: "TextEditor", keep: Path) -> Edited:
    """An exception inside would leave the terminal to the editor, so it is raised behind it."""
    command = editor_command()
    found: Edited | HHError
    with area.app.suspend():
        try:
            found = edited(area.text, command, keep)
        except HHError as error:
            found = error
    if isinstance(found, HHError):
        raise found
    return found


def show_beginning(area: "TextEditor") -> None:
    """What is typed goes on behind the letter, which is shown from its beginning until then."""
    area.move_cursor(area.document.end)

    def show() -> None:
        if not area.selection.is_empty:
            return
        area.scroll_home(animate=False, immediate=True)
        for around in area.ancestors:
            if isinstance(around, VerticalScroll):
                around.scroll_home(animate=False, immediate=True)

    # A scroll bar that comes with the text scrolls to the cursor once more.
    area.call_after_refresh(area.call_after_refresh, show)


def _gap_lines(area: "TextEditor") -> tuple[str, str]:
    """The line ends before and behind a letter put in at the cursor: a blank line is between it and words."""
    start, end = sorted(area.selection)
    before, behind = area.get_text_range((0, 0), start), area.get_text_range(end, area.document.end)
    lines_before = 2 - (len(before) - len(before.rstrip("\n"))) if before.strip() else 0
    lines_behind = 2 - (len(behind) - len(behind.lstrip("\n"))) if behind.strip() else 0
    return "\n" * max(0, lines_before), "\n" * max(0, lines_behind)


def _offset(area: "TextEditor") -> int:
    """The place of the cursor in characters of the text."""
    return len(area.get_text_range((0, 0), area.cursor_location))


def point(area: "TextEditor", start: int, end: int) -> None:
    """Select a part of the text, by its characters: what is typed next takes its place."""
    from textual.widgets.text_area import Selection

    area.selection = Selection(_location(area.text, start), _location(area.text, end))
    area.scroll_cursor_visible()


def _location(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n"), offset - (before.rfind("\n") + 1)
