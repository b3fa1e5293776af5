"""What changes while the prompt stands: no line decides on, or opens, whom it was not typed about."""

from collections.abc import Callable
from functools import partial

from hh_tui.demo.colleagues import colleague_moves
from hh_tui.settings.config import Settings
from tests.plain.sitting import Sitting

LETTER = ("r", "написать своё", "Добрый день", ".", "да")
NOT_DONE = "Ничего не сделано: пока вы вводили команду, пришли изменения."
ANOTHER = "Номер {} теперь у другого кандидата, и ничего не сделано"


def _refuses(anna: Sitting, value: str = "disabled_by_employer") -> None:
    """The next decision is not taken by hh.ru, and its candidate is in the list again."""
    error = {"errors": [{"type": "negotiations", "value": value}]}
    anna.server.faults.add("PUT", ".", status=403, body=error)


def _colleague_refuses(anna: Sitting, place: int = 0) -> None:
    assert anna.inbox is not None
    row = anna.inbox._context.inbox.rows[place]
    colleague_moves(anna.server.world, row.id, "discard_by_employer")


def _opened(anna: Sitting) -> list[str]:
    return [one.path for one in anna.server.received if "read" in one.path or "messages" in one.path]


async def test_a_number_decides_on_whom_it_was_told_with() -> None:
    anna = Sitting()
    waits = partial(anna.passes, 6)
    told = await anna.types(partial(_refuses, anna), "3 1", waits, "3 1", waits, "3 2", waits, "q")
    stopped, again = told.split("<3 1>")[2].split("<3 2>")
    assert stopped.index("Не отправлено: Подумать · Терентьев") < stopped.index(ANOTHER.format(1))
    assert "\n1. Терентьев Семён" in stopped
    assert "\n2. Немирович-Данилова Любовь" in stopped, "whom the number was told with, by their new one"
    assert "Подумать · Немирович-Данилова Любовь. Ждёт отправки" in again
    assert len(anna.writes) == 2
    assert anna.writes[0] != anna.writes[1], "the first is not decided on again"


async def test_a_number_opens_nobody_else() -> None:
    anna = Sitting()
    opened: list[str] = []
    stopped = ("3 1", partial(anna.passes, 6), "o 1", lambda: opened.extend(_opened(anna)))
    told = await anna.types(partial(_refuses, anna), *stopped, "o 1", "q")
    assert ANOTHER.format(1) in told.split("<o 1>")[1]
    assert opened == []
    assert _opened(anna), "once their row was told, they are meant"


async def test_a_number_of_another_list_means_nobody() -> None:
    anna = Sitting(settings=Settings(hold=60))
    told = await anna.types("/преподав", "esc", "3 1", "3 45", "gu", "l 1", "q", "3")
    assert "теперь у другого кандидата" not in told
    assert told.count("Ждёт отправки") == 2
    assert "Навыки: " in told.partition("<l 1>")[2]


async def test_a_digit_overrules_no_unknown_colleague() -> None:
    anna = Sitting()
    meanwhile = partial(_colleague_refuses, anna)
    told = await anna.types(
        *LETTER, meanwhile, partial(anna.passes, 12), "3", "3", partial(anna.passes, 6), "q"
    )
    stopped, again = told.partition("Ждёт отправки")[2].split("<3>")[1:]
    assert stopped.index("он уже на этапе «Отказ»") < stopped.index(NOT_DONE)
    assert "Действия: 1 " in stopped.partition("1. Терентьев Семён")[2], "digits mean something else by now"
    assert "Подумать · Терентьев Семён. Ждёт отправки" in again, "they know of it, and decide"
    assert [path.split("/")[2] for _, path in anna.writes] == ["consider"]


async def test_nor_does_one_about_everybody_marked() -> None:
    anna = Sitting()
    meanwhile = partial(_colleague_refuses, anna)
    told = await anna.types(*LETTER, "x", "x", meanwhile, partial(anna.passes, 12), "3", "q", "2")
    assert NOT_DONE in told.rpartition("<3>")[2]
    assert "Подумать: 2" not in told
    assert anna.writes == []


async def test_news_of_others_stops_no_line() -> None:
    anna = Sitting()
    waits = partial(anna.passes, 6)
    letter = ("gg", *LETTER, partial(anna.passes, 12))
    told = await anna.types(partial(_refuses, anna), "3", waits, "3", *letter, "3", "q", "3")
    assert "Не отправлено: Подумать · Терентьев Семён" in told
    assert "Подумать · Немирович-Данилова Любовь. Ждёт отправки" in told
    assert "Отправлено: Письмо · Терентьев Семён" in told, "that went as it was decided"
    assert "Подумать · Терентьев Семён. Ждёт отправки" in told.rpartition("<gg>")[2]
    assert NOT_DONE not in told


async def test_lines_that_only_look_go_on() -> None:
    anna = Sitting()
    meanwhile = partial(_colleague_refuses, anna)
    told = await anna.types(*LETTER, meanwhile, partial(anna.passes, 12), "l", "q", "3")
    assert NOT_DONE not in told
    assert "Навыки: " in told.partition("<l>")[2]


def _not_yet(anna: Sitting) -> Callable[[], None]:
    """hh.ru does not take the next decision, and may take it when it is tried again."""
    return partial(_refuses, anna, "temporary_disabled")


async def test_nothing_is_repeated_that_failed_unseen() -> None:
    anna = Sitting()
    waits = partial(anna.passes, 6)
    told = await anna.types(_not_yet(anna), "3", waits, "R", "R", waits, "q", "2")
    stopped, again = told.split("<R>")[1:]
    assert stopped.index("Не отправлено: Подумать · Терентьев") < stopped.index(NOT_DONE)
    assert "Ждёт отправки" not in stopped
    assert "Подумать · Терентьев Семён. Ждёт отправки" in again, "they know of it, and try once more"
    assert len(anna.writes) == 2


async def test_nor_in_the_outbox() -> None:
    anna = Sitting()
    waits = partial(anna.passes, 6)
    told = await anna.types(_not_yet(anna), "3", "go", waits, "R", "esc", "q", "2")
    stopped = told.partition("<R>")[2]
    assert stopped.index("Не отправлено: Подумать · Терентьев") < stopped.index(NOT_DONE)
    assert "Ждёт отправки" not in stopped
    assert len(anna.writes) == 1


async def test_a_decision_is_not_made_again_against_news() -> None:
    anna = Sitting()
    meanwhile = partial(_colleague_refuses, anna)
    told = await anna.types(*LETTER, "3", "z", meanwhile, partial(anna.passes, 12), "Z", "q", "2")
    stopped = told.partition("<Z>")[2]
    assert stopped.index("он уже на этапе «Отказ»") < stopped.index(NOT_DONE)
    assert "Ждёт отправки" not in stopped
    assert anna.writes == []


async def test_taking_back_is_not_held_up() -> None:
    anna = Sitting(settings=Settings(hold=20))
    waits = partial(anna.passes, 12)
    told = await anna.types(*LETTER, "gg", partial(_colleague_refuses, anna), "3", waits, "z", "q", "2")
    back = told.partition("<z>")[2]
    assert NOT_DONE not in back
    assert anna.writes == []
