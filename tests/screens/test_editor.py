"""One's own editor, from the composer and from the form of an action."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.widgets import TextArea

from hh_tui.demo import StandIn
from hh_tui.files.kept_letters import kept_letters
from hh_tui.settings.locations import letters_folder
from hh_tui.ui.app import HHApp
from hh_tui.ui.dialogs.action_sheet import ActionSheet
from hh_tui.worker.session import Profiles
from tests.recruiter import Clock, Recruiter, client
from tests.screens.test_templates import text, writes_to_someone


@contextmanager
def _room(app: HHApp) -> Iterator[None]:
    yield


def _editor(folder: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    """A stand-in editor, and a terminal that makes room for it."""
    script = folder / "editor.py"
    script.write_text(f"import pathlib, sys\npath = pathlib.Path(sys.argv[-1])\n{body}\n", encoding="utf-8")
    monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{script}'")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setattr(HHApp, "suspend", _room)


APPEND = "path.write_text(path.read_text('utf-8').rstrip() + ' до среды', 'utf-8')"


async def test_the_letter_goes_there_and_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _editor(tmp_path, monkeypatch, APPEND)
    async with Recruiter() as anna:
        await writes_to_someone(anna)
        await anna.write("Ждём")
        await anna.command("editor")
        assert text(anna) == "Ждём до среды"
        assert anna.state.composing is not None
        await anna.press("ctrl+z")
        assert text(anna) == "Ждём"
        await anna.press("ctrl+y")
        await anna.write("!")
        await anna.press("f2")
        await anna.wait(11)
        assert [form for _, _, form in anna.writes] == [[("message", "Ждём до среды!")]]


async def test_the_form_of_an_action_has_it_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _editor(tmp_path, monkeypatch, APPEND)
    async with Recruiter() as anna:
        await anna.press("2")
        assert isinstance(anna.app.screen, ActionSheet)
        await anna.command("sheet-editor")
        assert anna.app.screen.query_one(TextArea).text.endswith(" до среды")


async def test_what_is_no_letter_is_kept_with_the_login(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _editor(tmp_path, monkeypatch, "path.write_bytes(b'\\0' * 9)")
    clock = Clock()
    server = StandIn(size="S", seed=7, clock=clock.now)
    profiles = Profiles("work", lambda: ("default", "work"), lambda _: client(server))
    async with Recruiter(server=server, clock=clock, profiles=profiles) as anna:
        await writes_to_someone(anna)
        await anna.command("editor")
        (kept,) = letters_folder("work").iterdir()
        assert kept.read_bytes() == bytes(9)
        assert str(kept) in anna.told[-1]
    assert kept_letters(letters_folder("default")) == []


@pytest.mark.parametrize("body", ["sys.exit(1)", "path.unlink()"])
async def test_a_failing_editor_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    _editor(tmp_path, monkeypatch, body)
    async with Recruiter() as anna:
        await writes_to_someone(anna)
        await anna.write("Ждём")
        await anna.command("editor")
        assert text(anna) == "Ждём"
        assert "не вернул текста" in anna.toasts[-1]


async def test_a_text_saved_before_the_editor_failed_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _editor(tmp_path, monkeypatch, f"{APPEND}; sys.exit(1)")
    async with Recruiter() as anna:
        await writes_to_someone(anna)
        await anna.write("Ждём")
        await anna.command("editor")
        assert text(anna) == "Ждём до среды"
        assert "с кодом 1" in anna.toasts[-1]


async def test_no_editor_and_an_unknown_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _editor(tmp_path, monkeypatch, "")
    async with Recruiter() as anna:
        await writes_to_someone(anna)
        monkeypatch.delenv("EDITOR")
        await anna.command("editor")
        assert "VISUAL и EDITOR не заданы" in anna.toasts[-1]
        monkeypatch.setenv("EDITOR", str(tmp_path / "none"))
        await anna.command("editor")
        assert "не вернул текста" in anna.toasts[-1]


async def test_an_editor_that_did_not_wait_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _editor(tmp_path, monkeypatch, "")
    async with Recruiter() as anna:
        await writes_to_someone(anna)
        await anna.write("Ждём")
        await anna.command("editor")
        assert text(anna) == "Ждём"
        assert "code --wait" in anna.toasts[-1]


async def test_a_terminal_that_makes_no_room_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "true")
    async with Recruiter() as anna:
        await writes_to_someone(anna)
        await anna.command("editor")
        assert "терминал не умеет" in anna.toasts[-1]


async def test_the_program_sees_gaps_that_come_from_the_editor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _editor(tmp_path, monkeypatch, "path.write_text('Ждём {{когда}}', 'utf-8')")
    async with Recruiter() as anna:
        await writes_to_someone(anna)
        await anna.command("editor")
        await anna.press("f2")
        assert "{{когда}}" in anna.toasts[-1]
        assert anna.state.composing is not None
