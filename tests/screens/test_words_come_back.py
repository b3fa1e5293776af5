"""Words that a refusal brings back while the form they belong to is open stay, and go with no others."""

from hh_tui.ui.dialogs.action_sheet import ActionSheet
from tests.recruiter import CLEAR, Recruiter
from tests.screens.test_bulk import mark
from tests.screens.test_group_editing import REFUSAL, _fills_in
from tests.screens.test_sprint import LETTERS

CLOSED = {"errors": [{"type": "negotiations", "value": "invalid_vacancy"}]}


def _digit(anna: Recruiter) -> str:
    return next(str(one.digit) for one in anna.state.choices if one.action.id.startswith(REFUSAL))


async def _comes_back_while_others_are_written_to(anna: Recruiter) -> list[str]:
    """A letter to three is refused while the form is open for two others; those of the first are told."""
    ids = await _fills_in(anna, REFUSAL, "Первое")
    await anna.press("f2", "f2")
    await mark(anna, list(anna.state.snapshot.listing.rows)[3:5])
    await anna.press(_digit(anna), *CLEAR)
    await anna.write("Второе")
    anna.server.faults.add("PUT", ".", times=1, status=403, body=CLOSED)
    await anna.wait(11)
    assert isinstance(anna.app.screen, ActionSheet)
    assert anna.toasts
    await anna.write(" письмо")
    assert anna.typed == ["Второе письмо"]
    return ids


async def test_words_that_came_back_stay_above_what_is_typed() -> None:
    async with Recruiter() as anna:
        await _comes_back_while_others_are_written_to(anna)
        await anna.press("escape", "escape")
        await anna.press(_digit(anna))
        assert anna.typed == ["Первое\n\nВторое письмо"]


async def test_words_that_came_back_stay_when_others_are_sent() -> None:
    async with Recruiter() as anna:
        ids = await _comes_back_while_others_are_written_to(anna)
        await anna.press("f2", "escape")
        assert anna.typed == ["Второе письмо"], "out of the preview"
        await anna.write("!")
        await anna.press("f2", "f2")
        await anna.wait(11)
        assert dict(anna.writes[-1][2])["message"] == "Второе письмо!"
        await mark(anna, [row for row in anna.state.snapshot.listing.rows if row.id in ids])
        await anna.press(_digit(anna))
        assert anna.typed == ["Первое"]
        assert not anna.sees("для другой группы")


async def test_a_sprint_takes_nothing_off_a_letter_to_a_group() -> None:
    async with Recruiter(settings=LETTERS) as anna:
        await mark(anna, list(anna.state.snapshot.listing.rows)[5:8])
        await anna.press("d", *CLEAR)
        await anna.write("Здравствуйте!")
        await anna.press("enter", "enter")
        await anna.write("Спасибо, нет")
        await anna.press("escape", "F", "escape")
        await anna.press("g", "S", "d", *CLEAR)
        await anna.write("Спасибо, нет")
        await anna.press("f2", "d", "enter", "f2")
        assert {one.operation.text for one in anna.state.outbox.entries} == {"Спасибо, нет"}
        await mark(anna, list(anna.state.snapshot.listing.rows)[5:8])
        await anna.press("d")
        assert anna.typed == ["Здравствуйте!\n\nСпасибо, нет"]
