"""Leaving waits for nothing that can't go, and a hook of one's own has its say in lines, too."""

from collections.abc import Sequence
from pathlib import Path

from hh_tui.errors import HookRefused
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.settings.config import Settings
from hh_tui.system.structs import replace
from tests.plain.sitting import Sitting


async def test_a_long_pause_that_was_asked_for_is_not_waited_for() -> None:
    anna = Sitting()
    anna.server.faults.add("PUT", ".", status=429, headers={"Retry-After": "3600"}, times=50)
    told = await anna.types("3", "q", "отправить сейчас", "отправить сейчас и выйти", "q", "т")
    assert "Введите букву в скобках, номер или название целиком." in told
    assert "Вы остались" in told
    assert "Ушло не всё; q — спросить снова" in told
    assert "Подумать · Терентьев Семён · " in told.partition("Ушло не всё")[2]
    assert told.count("Что сделать с тем, что не отправлено?") == 2


async def test_a_write_of_another_account_keeps_nobody_here() -> None:
    anna = Sitting(settings=Settings(hold=60))

    def of_somebody_else() -> None:
        assert anna.inbox is not None
        cell = anna.inbox._context.outbox._cell
        (entry,) = cell.outbox.entries
        other = replace(entry.operation, account="another")
        cell.changed(cell.outbox.changed({entry.operation.id}, operation=other))

    told = await anna.types("3", of_somebody_else, "q", "2")
    assert "Ещё не отправлено:\n  Подумать · Терентьев Семён\n" in told
    assert anna.writes == []


async def test_texts_that_would_be_lost_have_their_names() -> None:
    anna = Sitting()
    typed = ("/немирович", "r", "написать своё", "Добрый день", ".", "нет")
    told = await anna.types(*typed, "q", "1", "q", "2")
    assert "Тексты пропадут: Немирович-Данилова Любовь." in told


async def test_a_hook_that_refuses_is_told_and_asked_again() -> None:
    asked: list[int] = []

    async def refuse(operations: Sequence[Operation]) -> None:
        asked.append(len(operations))
        if len(asked) == 1:
            raise HookRefused(hook="before_send", exit_code=1, words="без письма нельзя")

    anna = Sitting(before_send=refuse)
    told = await anna.types("3", lambda: anna.passes(6), "go", "r 1", lambda: anna.passes(6), "q", "q")
    sentence = "Ваша команда before_send не пропустила: «без письма нельзя»."
    assert f"{sentence} В исходящих это можно повторить или убрать." in told
    assert "исправить" not in told
    assert asked == [1, 1]
    assert len(anna.writes) == 1


async def test_letters_of_the_screen_answer_in_either_layout(tmp_path: Path) -> None:
    anna = Sitting(home=tmp_path, settings=Settings(hold=60))
    asked = await anna.types("3", "q", "нет", "q", "N", "q", "т", "q", "вывы", "л", "д")
    assert "2. Отправить сейчас и выйти (s)" in asked
    assert "4. Отменить то, что ждёт (1), и выйти (d)" in asked
    assert asked.count("Вы остались: не отправлено и не убрано ничего.") == 3
    assert "Введите букву в скобках" in asked.partition("<вывы>")[2].partition("<л>")[0]
    assert "<д>" in asked
    assert anna.writes == [], "l: sent after the next start"
    for letter, sent in (("в", 0), ("ы", 1)):
        other = Sitting(settings=Settings(hold=60))
        assert "<j>" not in await other.types("3", "q", letter, "j")
        assert len(other.writes) == sent


async def test_nobody_is_offered_to_send_without_a_login(tmp_path: Path) -> None:
    anna = Sitting(home=tmp_path, settings=Settings(hold=60))
    error = {"errors": [{"type": "oauth", "value": "token_revoked"}]}

    def locked_out() -> None:
        anna.server.faults.add("GET", "", times=100, status=403, body=error)

    told = await anna.types("3", locked_out, "f5", "q", "s", "l")
    question = told.partition("<q>")[2].partition("<s>")[0]
    assert "после входа (hh-tui login)" in question
    assert "Отправить сейчас" not in question
    assert "2. Выйти, спросить при следующем запуске (l)" in question
    assert "Введите букву в скобках" in told.partition("<s>")[2]
    assert anna.writes == []
