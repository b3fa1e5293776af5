"""A letter that hh.ru fills in for nobody whose resume is hidden, or whose vacancy is archived."""

import pytest

from hh_tui.i18n.text import Language
from tests.recruiter import Recruiter

TOLD: dict[Language, str] = {
    "ru": "Готового письма hh.ru не даёт: резюме скрыто или вакансия в архиве. Напишите своё.",
    "en": "hh.ru has no ready letter here: the resume is hidden, or the vacancy archived. Write your own.",
}


@pytest.mark.parametrize("lang", list(TOLD))
@pytest.mark.parametrize("gone", ["resume", "vacancy"])
async def test_an_action_tells_that_there_is_no_ready_letter(lang: Language, gone: str) -> None:
    async with Recruiter(lang=lang) as anna:
        topic = anna.server.world.topic(anna.selected_id)
        if gone == "resume":
            topic.resume_hidden = True
        else:
            topic.vacancy.archived_at = anna.clock.now()
        await anna.press(anna.digit("discard_by_employer"))
        assert anna.toasts == [TOLD[lang]]
        await anna.write("Спасибо, мы выбрали другого кандидата.")
        await anna.press("f2")
        assert not anna.typed, "the form takes a letter of one's own"


async def test_the_list_of_letters_says_so_and_stays_open() -> None:
    async with Recruiter() as anna:
        while anna.row.negotiation.messaging_status != "ok":
            await anna.press("j")
        anna.server.world.topic(anna.selected_id).resume_hidden = True
        await anna.command("reply")
        await anna.press("ctrl+t", "enter")
        assert anna.toasts == [TOLD["ru"]]
        await anna.press("escape")
        await anna.write("Добрый день!")
        assert anna.state.letter == "Добрый день!"
