"""A moment that is typed counts from the line it is typed in, and has to lie ahead once it is agreed to."""

from tests.plain.sitting import Sitting


def _ring(anna: Sitting) -> None:
    """A call on the phone, of ten minutes."""
    anna.clock.seconds += 600


async def test_who_is_put_aside_waits_from_the_answer() -> None:
    anna = Sitting()
    told = await anna.types("b", lambda: _ring(anna), "+5 мин")
    assert "До 11:45: Терентьев Семён" in told


async def test_what_has_passed_by_the_yes_is_asked_again() -> None:
    anna = Sitting()
    begun = ("6", "быстрый", "да", "+5 мин", lambda: _ring(anna), "да")
    told = await anna.types(*begun, "+5 мин", "да", "go", "q", "остаться", "q", "q")
    assert "11:35. Верно?" in told
    assert "Это время уже прошло: укажите будущее." in told
    assert "Уйдёт 11:45" in told
    assert anna.writes == []
