"""What the composer counts and warns of."""

from hh_tui.api.models.thread import ThreadMessage
from hh_tui.demo.colleagues import colleague_moves
from hh_tui.inbox.decisions.silent_step import UnannouncedStep, silent_step, unannounced_step
from hh_tui.inbox.letters.streak import in_a_row
from hh_tui.inbox.snapshot.thread import Echo, Thread
from tests.factory import DECIDED, decision, negotiation
from tests.recruiter import Recruiter
from tests.screens.test_templates import writes_to_someone


def _said(who: str, text: str | None = "да") -> ThreadMessage:
    return ThreadMessage(id=who, author=who, is_ours=who == "employer", text=text)


def test_letters_in_a_row_are_those_since_the_candidates_last() -> None:
    ours, theirs = _said("employer"), _said("applicant")
    assert in_a_row(Thread((theirs, ours, ours))) == 2
    assert in_a_row(Thread((ours, theirs))) == 0
    assert in_a_row(Thread((theirs, ours, _said("employer", None), ours))) == 2
    echo = Echo("1", "жду", DECIDED)
    assert in_a_row(Thread((theirs, ours), sent=(echo,)), (echo,)) == 3
    assert in_a_row(None) is None
    assert in_a_row(Thread(loading=True)) is None


def test_who_sees_his_response_undecided_has_heard_of_no_step() -> None:
    seen = {"id": "response", "name": "Отклик"}
    moved = negotiation("1", state=seen, employer_state={"id": "consider", "name": "Подумать"})
    assert unannounced_step(moved) == UnannouncedStep("Подумать", "Отклик")
    assert (
        unannounced_step(negotiation("1", state=seen, employer_state={"id": "response", "name": "Новые"}))
        is None
    )
    told = negotiation("1", state={"id": "invitation"}, employer_state={"id": "consider", "name": "Подумать"})
    assert unannounced_step(told) is None
    assert unannounced_step(negotiation("1", state=None)) is None


def test_a_step_without_a_letter_is_kept_quiet() -> None:
    one = negotiation("1", state={"id": "invitation", "name": "Приглашение"})
    assert silent_step(decision(one, to="refusal")) == UnannouncedStep("Refusal", "Приглашение")
    assert silent_step(decision(one, to="refusal", form=(("message", "Жаль"),))) is None
    assert silent_step(decision(one, to="fresh")) is None


async def test_length_and_letters_in_a_row_stand_below_the_letter() -> None:
    async with Recruiter() as anna:
        nid = await writes_to_someone(anna)
        count = in_a_row(anna.state.threads[nid])
        assert count is not None
        await anna.write("Ждём")
        await anna.press("f2")
        await anna.command("reply")
        await anna.write("вас")
        assert anna.sees(f"3 знака · писем без ответа: {count + 1} из 5")


async def test_a_silent_refusal_here_is_remembered_until_a_letter() -> None:
    async with Recruiter() as anna:
        await anna.command("collection")
        await anna.write("Интервью")
        await anna.press("enter")
        rows = anna.state.listing.rows
        place = next(number for number, row in enumerate(rows) if row.negotiation.can_write)
        await anna.press(*["j"] * place)
        row = anna.row
        refusal = next(
            number
            for number, action in enumerate((one for one in row.negotiation.actions if not one.hidden), 1)
            if action.name.startswith("Отказ")
        )
        await anna.press(str(refusal), "f3")
        await anna.wait(6)
        assert anna.writes[0][2] == []
        await anna.command("collection")
        await anna.write("Отка")
        await anna.press("enter")
        ids = anna.ids
        await anna.press(*["j"] * ids.index(row.id))
        await anna.command("reply")
        assert anna.sees("Кандидат видит «Приглашение»")
        await anna.write("Спасибо")
        await anna.press("f2")
        await anna.wait(11)
        await anna.command("reply")
        assert not anna.sees("Кандидат видит")


async def test_fresh_response_warns_of_nothing_and_put_off_one_does() -> None:
    async with Recruiter() as anna:
        await anna.command("reply")
        assert anna.state.composing is not None
        assert not anna.sees("Кандидат видит")
        nid = anna.state.composing.id
        await anna.press("escape", "escape")
        colleague_moves(anna.server.world, nid, "consider")
        await anna.command("collection")
        await anna.write("Подумать")
        await anna.press("enter")
        ids = anna.ids
        await anna.press(*["j"] * ids.index(nid))
        await anna.command("reply")
        assert anna.sees("Кандидат видит «")
