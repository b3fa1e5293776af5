"""In lines, too, z takes back the last thing and nothing older, and Z does it again."""

from pathlib import Path

from hh_tui.settings.config import Settings
from tests.plain.sitting import Sitting


def _after(told: str, *typed: str) -> str:
    """What was told after these lines, typed in this order, until the next prompt."""
    for line in typed:
        told = told.partition(f"<{line}>\n")[2]
    return told.partition("<")[0]


async def test_z_reaches_past_no_decision_that_has_left() -> None:
    anna = Sitting()
    told = await anna.types("e", lambda: anna.passes(1), "3", lambda: anna.passes(60), "z", "z", "gd", "q")
    assert len(anna.writes) == 1
    assert "снова в списке" not in told
    assert "Отменять нечего" not in told
    gone = "Уже отправлено: Подумать · Немирович-Данилова Любовь. Можно решить заново."
    assert told.count(gone) == 2
    assert "1. Терентьев Семён" in told.partition("<gd>")[2], "who was put aside before stays so"


async def test_z_takes_back_the_decision_that_still_waits() -> None:
    """As the screen does, which offers this one in its last line."""
    anna = Sitting(settings=Settings(hold=60))
    told = await anna.types("3", "3", "go", "s 2", lambda: anna.passes(1), "q", "z", "Z", "q", "3")
    assert len(anna.writes) == 1
    assert "Отменено: Подумать · Терентьев Семён" in _after(told, "z")
    assert "Подумать · Терентьев Семён. Ждёт отправки; z — отменить." in _after(told, "z", "Z")


async def test_everything_is_taken_back_and_done_again_in_its_order() -> None:
    anna = Sitting(settings=Settings(hold=60))
    told = await anna.types("3", "e", "x", "V", "j", "3", "да", *"zzzz", *"ZZZZ", "gd", "q", "3")
    back = [line for line in told.splitlines() if line.startswith("Отменено")]
    assert [line.partition(" · ")[0] for line in back] == [
        "Отменено: Подумать",
        "Отменено «До ответа», снова в списке: Немирович-Данилова Любовь",
        "Отменено: Подумать",
    ]
    assert "Отменять нечего." in told
    again = told.rpartition("<z>")[2]
    first = again.index("Подумать · Терентьев Семён. Ждёт отправки; z — отменить.")
    put = again.index("До ответа: Немирович-Данилова Любовь · отменить: z")
    together = again.index("кандидата. Ждёт отправки; z — отменить.")
    assert first < put < together
    assert "Возвращать нечего." in again
    assert "1. Немирович-Данилова Любовь" in again.partition("<gd>")[2]
    assert anna.writes == []


async def test_who_is_brought_back_is_aside_again() -> None:
    anna = Sitting()
    told = await anna.types("e", "gd", "e", "z", "z", "gd", "esc", "Z", "Z", "q")
    assert "Снова в списке: Терентьев Семён" in _after(told, "e", "gd", "e")
    assert "снова в «До ответа»: Терентьев Семён" in _after(told, "gd", "z")
    assert "Отменено «До ответа», снова в списке: Терентьев Семён" in _after(told, "z", "z")
    assert "До ответа: Терентьев Семён · отменить: z" in _after(told, "esc", "Z")
    assert "Снова в списке: Терентьев Семён" in _after(told, "Z", "Z")


async def test_what_is_dropped_in_the_outbox_comes_back() -> None:
    anna = Sitting(settings=Settings(hold=60))
    told = await anna.types("3", "3", "go", "x 1", "q", "z", "go", "q", "z", "z", "q")
    deed = "Подумать · Терентьев Семён"
    assert f"Убрано: {deed} · вернуть: z" in told
    assert f"Снова ждёт отправки: {deed} · отменить: z" in _after(told, "z")
    assert "2. Подумать" in _after(told, "z", "go")
    assert told.count("Отменено: Подумать · ") == 2
    assert anna.writes == []


async def test_a_label_is_taken_off_and_put_on_again() -> None:
    anna = Sitting()
    told = await anna.types("e", "#", "резерв", "z", "z", "Z", "/ #резерв", "q")
    assert "Отменено, метка «резерв» снята: Немирович-Данилова Любовь" in _after(told, "резерв", "z")
    assert "Отменено «До ответа»" in _after(told, "резерв", "z", "z")
    assert "Возвращать нечего" not in told
    assert anna.writes == []


async def test_a_label_back_by_redo_is_on_the_disk(tmp_path: Path) -> None:
    anna = Sitting(home=tmp_path)
    told = await anna.types("#", "резерв", "z", "Z", "q")
    assert "Метка «резерв» поставлена: 1 человек." in _after(told, "резерв", "z", "Z")
    assert "Терентьев Семён" in _after(await anna.types("/ #резерв", "q"), "/ #резерв")
    await anna.types("z", "#", "резерв", "z", "q")
    assert "Терентьев Семён" in _after(await anna.types("/ #резерв", "q"), "/ #резерв")
