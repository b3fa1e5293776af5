"""The last decision once more: `=`."""

from hh_tui.ui.dialogs.preview import Preview
from tests.recruiter import CLEAR, Recruiter


async def test_a_silent_decision_goes_down_the_list_by_one_key() -> None:
    async with Recruiter() as anna:
        first = anna.selected_id
        await anna.press(anna.digit("phone_interview"), "f3")
        second = anna.selected_id
        await anna.command("same-again")
        assert anna.selected_id not in {first, second}
        await anna.wait(6)
        assert anna.writes == [
            ("PUT", f"/negotiations/phone_interview/{first}", []),
            ("PUT", f"/negotiations/phone_interview/{second}", []),
        ]


async def test_a_template_is_filled_in_for_this_candidate() -> None:
    async with Recruiter() as anna:
        first = anna.selected_id
        await anna.press(anna.digit("phone_interview"), "f2")
        row = anna.row
        assert row.negotiation.resume is not None
        await anna.resize(80, 24)
        await anna.press(anna.digit("discard_by_employer"))
        assert not anna.sees("как в прошлый раз")
        await anna.press("escape", anna.digit("phone_interview"))
        assert anna.sees("Ctrl+T шаблон · Ctrl+O редактор · Esc и = — как в прошлый раз")
        await anna.press("escape")
        await anna.command("same-again")
        await anna.wait(11)
        letters = {path.rpartition("/")[2]: dict(form)["message"] for _, path, form in anna.writes}
        assert set(letters) == {first, row.id}
        name = row.negotiation.resume.first_name
        assert name is not None
        assert name in letters[row.id]
        assert name not in letters[first]


async def test_a_letter_of_ones_own_is_not_sent_to_somebody_else() -> None:
    async with Recruiter() as anna:
        await anna.press(anna.digit("phone_interview"), *CLEAR)
        await anna.write("Дорогая Мария")
        await anna.press("f2", anna.digit("phone_interview"))
        assert not anna.sees("как в прошлый раз"), "it was written by hand"
        await anna.press("escape")
        await anna.command("same-again")
        assert "от руки" in anna.status
        await anna.wait(20)
        assert len(anna.writes) == 1


async def test_with_marks_it_is_for_all_of_them_after_a_preview() -> None:
    async with Recruiter() as anna:
        await anna.press(anna.digit("phone_interview"), "f3", "x", "x")
        marked = list(anna.marked)
        under_the_cursor = anna.selected_id
        await anna.command("same-again")
        assert isinstance(anna.app.screen, Preview)
        assert anna.sees("Телефонное интервью без письма · 2 кандид", "Без письма.")
        await anna.press("f2")
        await anna.wait(11)
        assert len(marked) == 2
        assert under_the_cursor not in marked
        assert anna.writes[1:] == [
            ("PUT", "/negotiations/phone_interview", [("topic_id", one) for one in marked])
        ]


async def test_a_letter_for_marked_ones_is_begun_in_their_form() -> None:
    async with Recruiter() as anna:
        await anna.press(anna.digit("phone_interview"), "f2", "x", "x")
        await anna.command("same-again")
        assert "откройте форму для отмеченных (a)" in anna.status
        await anna.wait(20)
        assert len(anna.writes) == 1
        assert len(anna.marked) == 2


async def test_without_a_decision_there_is_nothing_to_repeat() -> None:
    async with Recruiter() as anna:
        await anna.command("same-again")
        assert "решений ещё не было" in anna.status
        assert anna.writes == []


async def test_a_decision_taken_back_is_not_made_again() -> None:
    async with Recruiter() as anna:
        await anna.press(anna.digit("discard_by_employer"), "f3", "z")
        await anna.command("same-again")
        assert "Повторять нечего: решение отменено" in anna.status
        await anna.press(anna.digit("discard_by_employer"))
        assert not anna.sees("как в прошлый раз")
        await anna.press("escape")
        await anna.wait(20)
        assert anna.writes == []


async def test_the_last_decision_that_stands_is_made_again() -> None:
    async with Recruiter() as anna:
        first = anna.selected_id
        await anna.press(anna.digit("phone_interview"), "f3")
        second = anna.selected_id
        await anna.press(anna.digit("discard_by_employer"), "f3", "z")
        assert anna.selected_id == second
        await anna.command("same-again")
        await anna.wait(6)
        assert anna.writes == [
            ("PUT", f"/negotiations/phone_interview/{first}", []),
            ("PUT", f"/negotiations/phone_interview/{second}", []),
        ]


async def test_a_repeated_decision_taken_back_leaves_the_first() -> None:
    async with Recruiter() as anna:
        await anna.press(anna.digit("phone_interview"), "f3")
        second = anna.selected_id
        await anna.command("same-again")
        await anna.press("z")
        assert anna.selected_id == second
        await anna.command("same-again")
        await anna.wait(6)
        assert anna.writes[1:] == [("PUT", f"/negotiations/phone_interview/{second}", [])]


async def test_a_decision_done_again_can_be_repeated() -> None:
    async with Recruiter() as anna:
        await anna.press(anna.digit("phone_interview"), "f3", "z", "Z")
        second = anna.selected_id
        await anna.command("same-again")
        await anna.wait(6)
        assert anna.writes[1:] == [("PUT", f"/negotiations/phone_interview/{second}", [])]


async def test_a_decision_dropped_in_the_outbox_is_not_repeated() -> None:
    async with Recruiter() as anna:
        await anna.press(anna.digit("phone_interview"), "f3", "g", "o", "x", "escape")
        await anna.command("same-again")
        assert "решение отменено" in anna.status
        await anna.wait(20)
        assert anna.writes == []
