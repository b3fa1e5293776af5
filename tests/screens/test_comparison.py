"""Two candidates side by side."""

from tests.recruiter import Recruiter


async def test_two_are_compared_and_nobody_is_opened() -> None:
    async with Recruiter(columns=80, rows=40) as anna:
        reads = len(anna.reads())
        resumes = [row.negotiation.resume for row in anna.state.rows[:3]]
        names = [one.last_name or "" for one in resumes if one]
        await anna.press("H")
        assert any(names[0] in line and names[1] in line for line in anna.lines)
        assert anna.sees("Зарплата", "Опыт", "Навыки")
        await anna.press("J")
        assert any(names[0] in line and names[2] in line for line in anna.lines)
        await anna.press("K", "K")
        assert any(names[0] in line and names[1] in line for line in anna.lines)
        await anna.resize(120, 40)
        assert any(names[0] in line and names[1] in line for line in anna.lines)
        await anna.press("escape", "j", "x", "x", "H")
        assert any(names[1] in line and names[2] in line for line in anna.lines)
        assert len(anna.reads()) == reads
        assert anna.writes == []
