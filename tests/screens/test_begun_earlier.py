"""A form or a composer that begins with words typed earlier says so: typed by habit, they would go."""

from tests.recruiter import CLEAR, Recruiter
from tests.screens.test_bulk import LETTERED
from tests.screens.test_bulk import _digit as of_all
from tests.screens.test_bulk import _digit_of as of_one

BEGUN = "Письмо начато раньше · взять шаблон: F7, Delete, Ctrl+T"


async def test_a_form_with_words_begun_earlier_says_so() -> None:
    async with Recruiter() as anna:
        digit = of_one(anna, LETTERED)
        await anna.press(digit)
        template = anna.typed[0]
        assert template
        assert not anna.sees("начато раньше")
        await anna.write("xxx")
        await anna.press("escape", digit)
        assert anna.typed == [f"{template}xxx"]
        assert anna.sees(BEGUN)
        await anna.press("f7", "delete", "ctrl+t", "enter")
        assert anna.typed == [template], "by the keys that it names"


async def test_a_form_left_as_it_began_says_nothing() -> None:
    async with Recruiter() as anna:
        digit = of_one(anna, LETTERED)
        await anna.press(digit, "escape", digit)
        assert not anna.sees("начато раньше")


async def test_a_form_for_several_says_that_it_was_begun() -> None:
    async with Recruiter() as anna:
        await anna.press("x", "x", "x")
        digit = of_all(anna, LETTERED)
        await anna.press(digit)
        await anna.write("xxx")
        await anna.press("escape", digit)
        assert anna.sees(BEGUN)
        await anna.press("f2", "escape")
        assert not anna.sees("начато раньше"), "one was in it a moment ago"


async def test_forms_of_a_sprint_say_that_they_were_begun() -> None:
    async with Recruiter() as anna:
        digit = of_one(anna, LETTERED)
        await anna.press("g", "S", digit)
        assert anna.sees("для всех в этом разборе")
        assert not anna.sees("начато раньше")
        await anna.write("xxx")
        await anna.press("escape", digit)
        assert anna.sees(BEGUN)
        await anna.press("f2", "k", "e")
        assert anna.sees("xxx")
        assert not anna.sees("начато раньше"), "what everybody gets is no draft"
        await anna.press(*CLEAR)
        await anna.write("Нет")
        await anna.press("escape", "e")
        assert anna.sees(BEGUN)


async def test_a_composer_with_a_draft_says_so() -> None:
    async with Recruiter() as anna:
        await anna.press("r")
        assert "начат раньше" not in anna.status
        await anna.write("xxx")
        await anna.press("escape", "r")
        assert "Черновик начат раньше · стереть: F7, Delete" in anna.status
