"""Letters written in a sprint for one candidate alone: they outlast the choice that they were part of."""

from pathlib import Path

from hh_tui.demo.colleagues import colleague_moves
from hh_tui.ui.view import Pane
from tests.recruiter import CLEAR, Recruiter
from tests.screens.test_sprint import LETTERS, _decided, _let_all_go

OWN = "Лично вам, с длинным объяснением"


async def _writes_to_the_first(anna: Recruiter) -> str:
    """A refusal for the first two, with a letter of their own for one of them; their name."""
    who = anna.server.world.person(anna.server.world.topic(anna.ids[0]).person)
    await anna.press("g", "S", "d", "f2", "d", "k", "k", "e", *CLEAR)
    await anna.write(OWN)
    await anna.press("f2")
    return f"{who.last_name} {who.first_name}"


async def test_a_letter_to_whoever_has_moved_on_is_a_draft(tmp_path: Path) -> None:
    async with Recruiter(settings=LETTERS, home=tmp_path / "one") as anna:
        first, second = anna.ids[:2]
        name = await _writes_to_the_first(anna)
        anna.crash(tmp_path / "two")
    for one in (first, second):
        colleague_moves(anna.server.world, one, "discard_by_employer")
    async with anna.again(tmp_path / "two", settings=LETTERS) as later:
        await later.press("enter")
        assert "2 решения пропали" in later.told[-1]
        assert f"Письмо сохранено в черновике: {name}." in later.told[-1]
        later.crash(tmp_path / "three")
    async with later.again(tmp_path / "three", settings=LETTERS) as last:
        await last.press("c", *"Отказ", "enter")
        await last.press(*"j" * last.ids.index(first), "r")
        assert last.at(Pane.CANDIDATE)
        assert last.state.letter == OWN
        assert last.state.drafts.of(second) == ""


async def test_a_letter_to_whoever_was_decided_on_since_is_a_draft() -> None:
    async with Recruiter(settings=LETTERS) as anna:
        first = anna.selected_id
        name = await _writes_to_the_first(anna)
        await anna.press("escape", "escape", "g", "g", "3")
        await anna.press("g", "S")
        assert "1 решение пропало" in anna.told[-1]
        assert f"Письмо сохранено в черновике: {name}." in anna.told[-1]
        assert anna.state.drafts.of(first) == OWN


async def test_a_letter_of_a_sprint_made_again_is_no_draft() -> None:
    async with Recruiter(settings=LETTERS) as anna:
        first = anna.selected_id
        await _writes_to_the_first(anna)
        await anna.press("escape", "f2", "z", "Z")
        assert not any("черновик" in one for one in anna.told)
        assert anna.state.drafts.of(first) == ""
        await _let_all_go(anna)
        assert _decided(anna)[first] == ("discard_by_employer", OWN)


async def test_the_form_of_a_sprint_is_for_each_by_name_already() -> None:
    """The key that addresses each said that the letter was to one person."""
    async with Recruiter(settings=LETTERS) as anna:
        await anna.press("g", "S", "d", "f9")
        assert "В каждом письме будет имя того, кому оно" in anna.toasts[-1]
        assert "впишите {{имя}}" in anna.toasts[-1]


def _rows_with(anna: Recruiter, word: str) -> int:
    return sum(word in line and "не по шаблону:" not in line for line in anna.lines)


async def test_the_sheet_marks_letters_that_are_no_template(tmp_path: Path) -> None:
    """Keys that were typed into a form by habit are seen before all of it goes."""
    async with Recruiter(settings=LETTERS, home=tmp_path / "one") as anna:
        await anna.press("g", "S", "d")
        await anna.write("xxx")
        await anna.press("f2", "d", "escape")
        assert anna.sees("с письмом: 2 · не по шаблону: 2")
        assert _rows_with(anna, "не по шаблону") == 2
        anna.crash(tmp_path / "two")
    async with anna.again(tmp_path / "two", settings=LETTERS) as later:
        await later.press("enter", "escape")
        assert later.sees("с письмом: 2 · не по шаблону: 2")


async def test_the_sheet_marks_whose_letter_alone_is_another() -> None:
    async with Recruiter(settings=LETTERS) as anna:
        await anna.press("g", "S", "d", "f2", "d", "escape")
        assert anna.sees("с письмом: 2")
        assert not anna.sees("не по шаблону"), "a template as it came"
    async with Recruiter(settings=LETTERS) as anna:
        await _writes_to_the_first(anna)
        await anna.press("escape")
        assert anna.sees("с письмом: 2 · не по шаблону: 1")
        assert _rows_with(anna, "не по шаблону") == 1
        assert any("не по шаблону" in line and "Лично вам" in line for line in anna.lines)


async def test_a_letter_looked_at_again_is_no_other_one() -> None:
    async with Recruiter(settings=LETTERS) as anna:
        await anna.press("g", "S", "d", "f2", "d", "escape", "g", "g", "e")
        assert anna.sees("для всех в этом разборе")
        await anna.press("f2")
        assert anna.sees("с письмом: 2")
        assert not anna.sees("не по шаблону")
        await anna.press("e")
        await anna.write("xxx")
        await anna.press("f2")
        assert anna.sees("не по шаблону: 2")
