"""Notes: written at once, once only, never to be seen by the candidate, and never lost."""

import pytest
from textual.widgets import TextArea

from hh_tui.ui.dialogs.note_form import NoteForm
from tests.recruiter import CLEAR, Recruiter
from tests.screens.test_asking import slow_hh
from tests.screens.test_dossier import _to


def _notes(anna: Recruiter) -> list[str]:
    row = anna.row
    assert row.negotiation.resume is not None
    assert row.negotiation.resume.owner is not None
    return [note.text for note in anna.server.world.notes.of(row.negotiation.resume.owner.id)]


async def _writes(anna: Recruiter, text: str) -> None:
    await anna.command("note")
    await anna.write(text)
    await anna.press("f2")


async def test_a_note_goes_out_at_once_and_tells_nobody() -> None:
    async with Recruiter() as anna:
        await _to(anna, resume=True, news=True)
        await anna.command("note")
        assert anna.sees("Кандидат этого не видит", "Вижу только я")
        await anna.write("перезвонить")
        await anna.press("f2")
        assert "перезвонить" in _notes(anna)
        assert [(method, dict(form)["access_type"]) for method, _, form in anna.writes] == [
            ("POST", "coworkers")
        ]
        row = anna.row
        assert row.negotiation.has_updates
        await anna.command("tab-notes")
        assert anna.sees("перезвонить", "Вы ")


async def test_a_note_for_oneself_says_so() -> None:
    async with Recruiter() as anna:
        await _to(anna, resume=True)
        await anna.command("note")
        await anna.write("тайна")
        await anna.press("tab", "space", "f2")
        assert dict(anna.writes[0][2])["access_type"] == "owner"


async def test_an_empty_note_is_not_sent() -> None:
    async with Recruiter() as anna:
        await _to(anna, resume=True)
        await anna.command("note")
        await anna.press("space", "f2")
        assert isinstance(anna.app.screen, NoteForm)
        assert anna.sees("Заметка пуста")
        assert anna.writes == []


async def test_a_note_that_is_too_long_says_so() -> None:
    async with Recruiter() as anna:
        await _to(anna, resume=True)
        await anna.command("note")
        await anna.write("о")
        anna.app.screen.query_one(TextArea).text = "о" * 10_001
        await anna.press("f2")
        assert "Для hh.ru это слишком длинно: текст. Сократите и отправьте снова." in anna.toasts[-1]
        assert "о" * 10_001 not in _notes(anna)


async def test_typed_text_is_kept_after_leaving_and_errors() -> None:
    async with Recruiter() as anna:
        await _to(anna, resume=True)
        await anna.command("note")
        await anna.write("не потерять")
        await anna.press("escape")
        assert anna.writes == []
        anna.server.faults.add("POST", "/applicant_comments", status=403, body={"errors": []})
        await anna.command("note")
        assert anna.sees("не потерять")
        await anna.press("f2")
        assert "Текст сохранён" in anna.toasts[-1]
        await anna.command("note")
        assert anna.sees("не потерять")
        await anna.press("f2")
        assert _notes(anna).count("не потерять") == 1
        await anna.command("note")
        assert not anna.sees("не потерять")


async def test_words_typed_while_a_note_goes_out_are_kept() -> None:
    async with slow_hh() as (anna, hh):
        hh.answers.set()
        await _to(anna, resume=True)
        hh.part = "/applicant_comments"
        hh.answers.clear()
        await anna.command("note")
        await anna.write("раз")
        await anna.press("f2", *anna.app.keymap.keys["note"][0].split(" "), settle=False)
        assert anna.typed == ["раз"]
        await anna.press(*CLEAR, *"два", "escape", settle=False)
        hh.answers.set()
        await anna.settle()
        assert "раз" in _notes(anna)
        await anna.command("note")
        assert anna.typed == ["два"]
        await anna.press("f2")
        assert [note for note in _notes(anna) if note in {"раз", "два"}] == ["раз", "два"]
        await anna.command("note")
        assert anna.typed == [""]


@pytest.mark.parametrize("arrived", [True, False])
async def test_unanswered_note_is_found_out_about_and_never_sent_twice(*, arrived: bool) -> None:
    async with Recruiter() as anna:
        await _to(anna, resume=True)
        anna.server.faults.add("POST", "/applicant_comments", exception="read", after=arrived)
        await _writes(anna, "раз")
        assert len(anna.writes) == 1
        assert _notes(anna).count("раз") == arrived
        assert bool(anna.toasts) is not arrived
        await anna.command("note")
        assert anna.app.screen.query_one(TextArea).text == ("" if arrived else "раз")


async def test_a_note_in_doubt_is_looked_for_before_it_goes_again() -> None:
    """It arrived, its answer did not, and reading met an expired login: the same words go no second time."""
    async with Recruiter() as anna:
        await _to(anna, resume=True)
        anna.server.faults.add("POST", "/applicant_comments", exception="read", after=True)
        expired = {"errors": [{"type": "oauth", "value": "token_expired"}]}
        anna.server.faults.add("GET", "/applicant_comments", status=403, body=expired)
        await _writes(anna, "раз")
        assert "Исход неизвестен" in anna.toasts[-1] or "узнать" in anna.toasts[-1]
        await anna.command("note")
        await anna.press("f2")
        assert len(anna.writes) == 1
        assert _notes(anna).count("раз") == 1
        await _writes(anna, "два")
        assert len(anna.writes) == 2


async def test_one_edits_and_deletes_ones_own_notes_only() -> None:
    async with Recruiter() as anna:
        await _to(anna, resume=True, notes=False)
        await anna.command("own-notes")
        assert "Сначала откройте заметки" in anna.status
        await anna.command("tab-notes", "own-notes")
        assert "Ваших заметок здесь нет" in anna.status
        await _writes(anna, "черновик")
        await anna.command("own-notes")
        await anna.press("enter")
        await anna.write("!")
        await anna.press("f2")
        assert _notes(anna) in (["!черновик"], ["черновик!"])
        await anna.command("own-notes")
        await anna.press("down", "enter")
        assert anna.sees("Удалить заметку?")
        await anna.press("escape")
        assert len(_notes(anna)) == 1
        await anna.command("own-notes")
        await anna.press("down", "enter", "down", "enter")
        assert _notes(anna) == []
        assert anna.sees("Заметок ещё нет")
        assert [method for method, _, _ in anna.writes] == ["POST", "PUT", "DELETE"]
