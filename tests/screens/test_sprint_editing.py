"""A batch of a sprint that waits is corrected from the outbox: it is chosen again, and its sheet is open."""

from pathlib import Path

from hh_tui.settings.config import Settings
from hh_tui.ui.dialogs.action_sheet import ActionSheet
from hh_tui.ui.dialogs.sprint_sheet import SprintSheet
from tests.recruiter import CLEAR, Recruiter
from tests.screens.test_sprint import LETTERS, _decided, _let_all_go


async def _refuses_two(anna: Recruiter) -> list[str]:
    """Two refusals in the same words, and one candidate to think of; confirmed, and not sent yet."""
    ids = anna.ids[:3]
    await anna.press("g", "S", "d", *CLEAR)
    await anna.write("Спасибо, нет")
    await anna.press("f2", "d", "t", "enter", "f2")
    assert len(anna.state.outbox.entries) == 3
    return ids


async def _corrects_the_refusals(anna: Recruiter) -> None:
    await anna.press("g", "o")
    if not anna.sees("Спасибо, нет"):
        await anna.press("j")
    assert anna.sees("Спасибо, нет", "исправить")
    await anna.press("e")


async def _writes_otherwise(anna: Recruiter) -> None:
    """The letter of the group, on the heading of the sheet."""
    assert isinstance(anna.app.screen, SprintSheet)
    await anna.press("e")
    assert isinstance(anna.app.screen, ActionSheet)
    assert anna.typed == ["Спасибо, нет"]
    await anna.press(*CLEAR)
    await anna.write("Спасибо, пока нет")
    await anna.press("f2", "f2")


async def test_a_batch_of_a_sprint_is_corrected_in_its_sheet() -> None:
    async with Recruiter(settings=LETTERS) as anna:
        ids = await _refuses_two(anna)
        await _corrects_the_refusals(anna)
        assert anna.sees("Итог разбора: 2 решения")
        assert [one.operation.negotiation.id for one in anna.state.outbox.entries] == [ids[2]]
        await _writes_otherwise(anna)
        assert anna.on_inbox
        await _let_all_go(anna)
        sent = _decided(anna)
        assert {key: text for key, (_, text) in sent.items()} == {
            ids[0]: "Спасибо, пока нет",
            ids[1]: "Спасибо, пока нет",
            ids[2]: "",
        }


async def test_it_is_left_in_the_sprint_and_nothing_goes() -> None:
    async with Recruiter(settings=LETTERS) as anna:
        ids = await _refuses_two(anna)
        await _corrects_the_refusals(anna)
        await anna.press("escape")
        assert anna.on_inbox
        await _let_all_go(anna)
        assert _decided(anna).keys() == {ids[2]}
        await anna.press("g", "S", "enter", "f2")
        await _let_all_go(anna)
        assert _decided(anna).keys() == set(ids)


async def test_its_words_are_known_in_another_run(tmp_path: Path) -> None:
    async with Recruiter(settings=LETTERS, home=tmp_path / "one") as anna:
        ids = await _refuses_two(anna)
        anna.crash(tmp_path / "two")
    async with anna.again(tmp_path / "two", settings=LETTERS) as later:
        await later.press("escape")
        await _corrects_the_refusals(later)
        await _writes_otherwise(later)
        await later.wait(11)
        await later.wait(11)
        sent = {key: text for key, (_, text) in _decided(later).items()}
        assert sent == dict.fromkeys(ids[:2], "Спасибо, пока нет"), "the other one waits to be asked about"


async def test_those_of_an_action_without_a_form_are_corrected_too() -> None:
    async with Recruiter(settings=LETTERS) as anna:
        ids = anna.ids[:3]
        await anna.press("g", "S", "t", "t", "d", *CLEAR)
        await anna.write("Спасибо, нет")
        await anna.press("f2", "enter", "f2", "g", "o")
        if anna.sees("Спасибо, нет"):
            await anna.press("j")
        assert anna.sees("исправить")
        await anna.press("e")
        assert isinstance(anna.app.screen, SprintSheet)
        assert anna.sees("Итог разбора: 2 решения")
        await anna.press("j", "x", "f2")
        await _let_all_go(anna)
        assert _decided(anna).keys() == {*ids[1:]}


async def test_a_sprint_of_several_vacancies_names_them() -> None:
    patient = Settings(hold=60, shortcuts=LETTERS.shortcuts)
    async with Recruiter(settings=patient, columns=140, rows=40) as anna:
        await _refuses_two(anna)
        await anna.press("v")
        await anna.write("бухг")
        await anna.press("enter", "g", "S")
        assert not anna.sees("Бухгалтер ·")
        await anna.press("3", *CLEAR)
        await anna.write("Увы")
        await anna.press("f2", "escape")
        assert isinstance(anna.app.screen, SprintSheet)
        assert not anna.sees("Бухгалтер")
        await anna.press("escape")
        await _corrects_the_refusals(anna)
        assert anna.sees("Итог разбора: 3 решения")
        told = [line for line in anna.lines if "Python-разработчик · Спасибо, нет" in line]
        assert len(told) == 2
        assert anna.sees("Бухгалтер")
        await anna.press("G", "enter")
        assert anna.sees("Python-разработчик · ")
