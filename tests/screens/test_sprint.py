"""A sprint: one key a candidate, nothing before the sheet is confirmed, and nothing lost on the way."""

from pathlib import Path

from textual.widgets import Checkbox, Select

from hh_tui.demo.colleagues import colleague_moves
from hh_tui.settings.config import Settings
from hh_tui.ui.dialogs.action_sheet import ActionSheet
from hh_tui.ui.dialogs.page import Page
from hh_tui.ui.dialogs.sprint_page import SprintPage
from hh_tui.ui.dialogs.sprint_sheet import SprintSheet
from tests.recruiter import CLEAR, Recruiter

LETTERS = Settings(shortcuts={"d": "discard_by_employer", "t": "consider"})


class Hand:
    """Presses keys and counts them."""

    def __init__(self, anna: Recruiter) -> None:
        self._anna = anna
        self.keys = 0

    async def press(self, *keys: str) -> None:
        self.keys += len(keys)
        await self._anna.press(*keys)


def _told_somebody(anna: Recruiter, before: int) -> list[str]:
    """Reads since then that tell a candidate something."""
    telling = ("/messages", "/resumes/", "/common/chats")
    paths = [one.path for one in anna.server.received[before:] if one.method == "GET"]
    return [one for one in paths if any(part in one for part in telling)]


def _first_name(anna: Recruiter, negotiation_id: str) -> str:
    return anna.server.world.person(anna.server.world.topic(negotiation_id).person).first_name


def _decided(anna: Recruiter) -> dict[str, tuple[str, str]]:
    """Action and letter that the server has received, by negotiation; each was received once."""
    found: dict[str, tuple[str, str]] = {}
    for _, path, form in anna.writes:
        action, key = path.removeprefix("/negotiations/").split("/") if path.count("/") == 3 else (path, "")
        together = [value for name, value in form if name == "topic_id"]
        for one in together or [key]:
            assert one not in found
            found[one] = (action.removeprefix("/negotiations/"), dict(form).get("message", ""))
    return found


async def _let_all_go(anna: Recruiter) -> None:
    while anna.state.outbox.open:
        await anna.wait(11)


async def test_thirty_refusals_with_a_letter_take_31_keys() -> None:
    async with Recruiter(settings=LETTERS) as anna:
        before, ids, hand = len(anna.server.received), anna.ids[:30], Hand(anna)
        await anna.press("g", "S")
        assert isinstance(anna.app.screen, SprintPage)
        assert anna.sees("1/73", "Опыт работы")
        await hand.press("d")
        assert anna.sees("для всех в этом разборе", "{{имя}}")
        await hand.press("f2")
        for _ in range(29):
            await hand.press("d")
        assert hand.keys == 31
        assert anna.sees("31/73")
        # Beside these two keys open the sprint, and two confirm it.
        await anna.press("enter")
        assert anna.sees("Итог разбора: 30 решений", "ничего ещё не отправлено")
        assert _told_somebody(anna, before) == []
        await anna.press("f2")
        assert "Разбор · 30 решений · через 10 с · z отменить" in anna.status
        assert anna.writes == []
        await _let_all_go(anna)
        sent = _decided(anna)
        assert sent.keys() == set(ids)
        assert {action for action, _ in sent.values()} == {"discard_by_employer"}
        named = [one for one in ids if sent[one][1].startswith(f"Здравствуйте, {_first_name(anna, one)}!")]
        nameless = [one for one in ids if sent[one][1].startswith("Здравствуйте! ")]
        assert len(named) > 20
        assert len(named) + len(nameless) == 30
        assert anna.told.count("Сделано: 30") == 1


async def test_the_sheet_tells_the_address_and_the_sms() -> None:
    async with Recruiter() as anna:
        await anna.press("g", "S", anna.digit("interview"), *CLEAR)
        await anna.write("Ждём вас")
        anna.app.screen.query_one(Select).value = "1480003"
        anna.app.screen.query_one(Checkbox).value = True
        await anna.press("f2", "enter")
        assert isinstance(anna.app.screen, SprintSheet)
        assert anna.sees("Адрес: Казань, улица Петербургская, 52 · вместе с СМС")


async def test_pages_lead_on_and_back_and_choices_are_taken_back() -> None:
    async with Recruiter(settings=LETTERS, columns=80, rows=24) as anna:
        await anna.press("g", "S", "t")
        assert anna.sees("2/73", "Ещё не решено")
        await anna.press("k")
        assert anna.sees("1/73", "✓ Подумать")
        await anna.press("j", "j", "k")
        assert anna.sees("2/73", "Пропущено")
        await anna.press("e")
        assert "Сначала выберите действие" in anna.status
        await anna.press("e", "t", "z", "z")
        assert anna.sees("1/73", "Ещё не решено")
        await anna.press("z")
        assert "Возвращать нечего" in anna.status
        await anna.press("m")
        assert "У буквы m нет действия" in anna.status
        await anna.press("escape")
        assert anna.on_inbox
        await anna.wait(12)
        assert anna.writes == []


async def test_a_page_tells_a_fact_a_line_and_the_keywords_found() -> None:
    async with Recruiter(columns=120, rows=36) as anna:
        await anna.command("keywords")
        await anna.write("docker")
        await anna.press("tab")
        await anna.write("облако")
        await anna.press("f2")
        await anna.command("sprint")
        assert anna.sees("Терентьев Семён, 39  +1 −1 · Senior Backend")
        facts = [line.split("│")[1].strip() for line in anna.lines if line.startswith("│")]
        assert {"1 непрочитанное", "Тест: 60 из 100", "Проект"} <= set(facts)
        await anna.resize(80, 24)
        assert anna.sees("1 сообщение в переписке · 1 непрочитанное · Тест:")


async def test_the_pace_of_this_sprint_is_told() -> None:
    async with Recruiter(settings=LETTERS) as anna:
        await anna.press("g", "S")
        for _ in range(3):
            assert not anna.sees("на человека")
            await anna.wait(9)
            await anna.press("t")
        assert anna.sees("4/73 · 9 с на человека · осталось 10 мин")
        await anna.hold("t", 0.5, 0.03, 0.03)
        assert anna.sees("5/73")


async def test_one_candidate_gets_a_letter_of_their_own() -> None:
    async with Recruiter(settings=LETTERS) as anna:
        first, second = anna.ids[:2]
        await anna.press("g", "S", "d", "f2", "k")
        assert "k назад" in anna.status
        await anna.press("e")
        assert isinstance(anna.app.screen, ActionSheet)
        assert "k назад" not in anna.status, "no key of the page works below a window"
        assert anna.typed[0].startswith(f"Здравствуйте, {_first_name(anna, first)}!")
        await anna.press(*CLEAR)
        await anna.write("Только вам")
        await anna.press("f2")
        assert anna.sees("2/73", "k назад")
        await anna.press("d", "enter")
        assert anna.sees("Отказать", "Только вам")
        await anna.press("f2")
        await _let_all_go(anna)
        sent = _decided(anna)
        assert sent[first] == ("discard_by_employer", "Только вам")
        assert sent[second][1].startswith("Здравствуйте, ")


async def test_everything_can_be_changed_in_the_sheet() -> None:
    async with Recruiter(settings=LETTERS) as anna:
        ids = anna.ids[:5]
        await anna.press("g", "S", *"tttt", "d", "f3", "enter")
        assert isinstance(anna.app.screen, SprintSheet)
        assert anna.sees("Подумать · 4", "Отказать → Отказ · 1", "без письма: 1")
        # The second gets what the fifth has, the third nothing, the fourth nothing at first.
        await anna.press("j", "j", "d")
        assert anna.sees("Подумать · 3", "Отказать → Отказ · 2")
        await anna.press("x", "x")
        assert anna.sees("Подумать · 1", "Не трогаем", "Итог разбора: 3 решения")
        await anna.press("G", "x")
        assert anna.sees("Подумать · 2", "Итог разбора: 4 решения")
        await anna.press("g", "g", "j", "enter")
        assert anna.sees("1/73", "✓ Подумать")
        await anna.press("enter", "f2")
        await _let_all_go(anna)
        sent = _decided(anna)
        assert sent == {
            ids[0]: ("consider", ""),
            ids[1]: ("discard_by_employer", ""),
            ids[3]: ("consider", ""),
            ids[4]: ("discard_by_employer", ""),
        }
        assert len(anna.writes) == 2


async def test_nothing_stands_beside_who_gets_no_letter() -> None:
    async with Recruiter(columns=120, rows=36) as anna:
        await anna.press("g", "S", "j", "3", "6", "f2", "enter")
        assert isinstance(anna.app.screen, SprintSheet)
        assert anna.sees("Подумать · 1")
        assert [line for line in anna.lines if line.rstrip(" │┃▏▕|").endswith("  …")] == []


async def test_the_letter_of_a_group_is_changed_in_the_sheet() -> None:
    async with Recruiter(settings=LETTERS) as anna:
        ids = anna.ids[:2]
        await anna.press("g", "S", "d", "f2", "d", "enter", "e", *CLEAR)
        await anna.write("Нет, {{имя}}.")
        await anna.press("f2")
        assert anna.sees(*(f"Нет, {_first_name(anna, one)}." for one in ids))
        await anna.press("f2")
        await _let_all_go(anna)
        sent = _decided(anna)
        assert [sent[one][1] for one in ids] == [f"Нет, {_first_name(anna, one)}." for one in ids]


async def test_a_sprint_is_left_gone_on_with_and_thrown_away() -> None:
    async with Recruiter(settings=LETTERS) as anna:
        await anna.press("g", "S", "t", "t", "escape", "escape")
        assert anna.on_inbox
        assert "Разбор отложен, решений: 2, ничего не отправлено · продолжить: g S" in anna.status
        assert "в разборе 2" in anna.title, "it is not forgotten when the last line tells something else"
        await anna.press("g", "S")
        assert anna.sees("3/73")
        await anna.press("k", "k", "enter", "ctrl+x", "y")
        assert "Разбор выброшен" in anna.status
        assert "в разборе" not in anna.title
        await anna.press("g", "S")
        assert anna.sees("1/73", "Ещё не решено")
        await anna.press("escape")
        await anna.wait(30)
        assert anna.writes == []


async def test_a_left_sprint_knows_of_what_happened_meanwhile() -> None:
    async with Recruiter(settings=LETTERS) as anna:
        first, second = anna.ids[:2]
        await anna.press("g", "S", "t", "t", "escape", "escape")
        # Without a disk it would end with the program.
        await anna.press("q")
        assert anna.sees("Разбор не отправлен: 2 решения", "Выйти, разбор пропадёт")
        await anna.press("n")
        await anna.press("g", "g", "d", "f3", "g", "S")
        assert "1 решение пропало" in anna.told[-1]
        await anna.press("enter")
        assert anna.sees("Итог разбора: 1 решение")
        await anna.press("x", "f2")
        assert "Отправлять нечего" in anna.told[-1]
        await anna.press("G", "x", "f2")
        await _let_all_go(anna)
        assert _decided(anna) == {first: ("discard_by_employer", ""), second: ("consider", "")}


async def test_those_who_wait_are_gone_through_over_all_vacancies() -> None:
    async with Recruiter(settings=LETTERS) as anna:
        await anna.command("waiting")
        ids = anna.ids
        vacancy = anna.state.vacancy_of(ids[0])
        assert vacancy is not None
        await anna.press("g", "S")
        assert anna.sees("Разбор · Ждут ответа", vacancy.name)
        await anna.press("d", "f2", "j", "d")
        # The third vacancy refuses by an action of another name, which has a form of its own.
        assert "hh.ru здесь не предлагает" in anna.status
        await anna.press("3", "f2", "enter", "f2")
        await _let_all_go(anna)
        sent = _decided(anna)
        assert sent.keys() == {ids[0], ids[2]}
        assert f"«{vacancy.name}»" in sent[ids[0]][1]


async def test_the_whole_is_taken_back_and_made_again() -> None:
    async with Recruiter(settings=LETTERS) as anna:
        before = anna.ids
        await anna.press("g", "S", "t", "d", "f2", "t", "enter", "f2")
        assert anna.ids != before
        await anna.press("z")
        assert anna.ids == before
        assert "Отменено: 3 решения снова в разборе · открыть: g S" in anna.status
        await anna.wait(30)
        assert anna.writes == []
        await anna.press("Z")
        assert "Разбор · 3 решения" in anna.status
        await anna.press("z", "g", "S", "k")
        assert anna.sees("3/73", "✓ Подумать")
        await anna.press("k", "d", "enter", "f2")
        await _let_all_go(anna)
        assert _decided(anna).keys() == set(before[:3])


async def test_a_sprint_survives_the_end_of_the_program(tmp_path: Path) -> None:
    async with Recruiter(settings=LETTERS, home=tmp_path / "one") as anna:
        ids = anna.ids
        await anna.press("g", "S", "d", "f2", "j", "t")
        anna.crash(tmp_path / "two")
        await anna.press("enter", "f2")
        anna.crash(tmp_path / "three")
    async with anna.again(tmp_path / "two", settings=LETTERS) as later:
        assert later.sees("Разбор не закончен: 2 решения, ничего не отправлено. Продолжить?")
        before = len(later.server.received)
        await later.press("enter")
        assert later.sees("4/73", "Ещё не решено")
        assert _told_somebody(later, before) == []
        await later.press("d")
        await later.press("k", "k", "k")
        assert later.sees("2/73", "Пропущено")
        await later.press("enter")
        assert later.sees("Итог разбора: 3 решения")
        await later.press("f2")
        await _let_all_go(later)
        assert _decided(later).keys() == {ids[0], ids[2], ids[3]}
    async with later.again(settings=LETTERS) as last:
        assert last.on_inbox
        assert not last.sees("Разбор не закончен")


async def test_what_was_handed_over_is_not_in_the_sprint(tmp_path: Path) -> None:
    async with Recruiter(settings=LETTERS, home=tmp_path / "one") as anna:
        await anna.press("g", "S", "t", "t", "enter", "f2")
        anna.crash(tmp_path / "two")
    async with anna.again(tmp_path / "two", settings=LETTERS) as later:
        assert not later.sees("Разбор не закончен")
        assert later.sees("Не отправлять")
        await later.press("down", "enter")
        await _let_all_go(later)
        assert len(_decided(later)) == 2


async def test_marked_ones_are_gone_through_alone() -> None:
    async with Recruiter(settings=LETTERS) as anna:
        ids = anna.ids
        await anna.press("j", "x", "j", "x", "g", "S")
        assert anna.sees("Разбор · отмеченные", "1/2")
        await anna.press("t", "t")
        assert anna.sees("Это все.", "Подумать · 2 кандидата")
        await anna.press("t")
        assert "Кандидаты кончились" in anna.status
        await anna.press("enter", "f2")
        await _let_all_go(anna)
        assert anna.writes == [
            ("PUT", "/negotiations/consider", [("topic_id", ids[1]), ("topic_id", ids[3])])
        ]


async def test_whom_a_colleague_moved_stays_and_is_told_of() -> None:
    async with Recruiter(settings=LETTERS) as anna:
        moved, other = anna.ids[:2]
        await anna.press("g", "S", "t", "d", "f2")
        await anna.wait(70)
        colleague_moves(anna.server.world, moved, "phone_interview")
        await anna.press("enter", "f2")
        await _let_all_go(anna)
        assert _decided(anna).keys() == {other}
        assert "Сделано: 1 · не отправлено: 1" in anna.told[-1]
        await anna.press("g", "b")
        assert isinstance(anna.app.screen, Page)
        assert anna.sees("Не отправлено: 1")
        assert not anna.sees("отмечен"), "nobody was marked before it"
