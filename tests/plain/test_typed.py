"""What is typed beside the point does nothing, and it is said."""

from hh_tui.settings.config import Settings
from tests.plain.sitting import Sitting


async def test_a_number_behind_a_key_names_the_row() -> None:
    anna = Sitting(settings=Settings(hold=60))
    told = await anna.types(
        "3 5", "x 7", "3 2", "x 7", "j 4", "r 99999", "²", "a", "²", "99", "esc", "q", "3"
    )
    rows = told.partition("<3 5>")[2]
    fifth = next(line for line in told.splitlines() if line.startswith("5. ")).removeprefix("5. ")
    assert f"Подумать · {fifth.partition(',')[0]}. Ждёт отправки" in rows
    assert "7. " in told.partition("<x 7>")[2].partition("<3 2>")[0]
    assert "Отмечено 1, и команда относилась бы к ним." in told
    assert "«j 4»: номер у этой команды не указывают." in told
    assert "Строки 99999 здесь нет." in told
    assert "Не понимаю «²»." in told
    assert "В списке номера от 1 до" in told
    assert told.count("Ждёт отправки") == 1


async def test_numbers_of_the_outbox_are_those_that_were_told() -> None:
    anna = Sitting(settings=Settings(hold=60))
    told = await anna.types("3", "3", "3", "go", "s 1", lambda: anna.passes(1), "x 2", "s 7", "q", "q", "3")
    deeds = [line.partition(" · через")[0][3:] for line in told.partition("<go>")[2].splitlines()[2:5]]
    assert f"Уходит сейчас: {deeds[0]}." in told
    assert f"Убрано: {deeds[1]}." in told
    assert "В исходящих нет строки 7." in told
    assert len(anna.writes) == 1


async def test_a_line_of_the_outbox_that_went_is_no_other() -> None:
    anna = Sitting(settings=Settings(hold=60))
    told = await anna.types("3", "3", "go", "s 1", lambda: anna.passes(1), "x 1", "q", "q", "keep")
    assert "Строка 1 больше не ждёт" in told
    assert "Убрано" not in told
    assert len(anna.writes) == 1
