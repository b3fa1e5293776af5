"""How fast one is in a sprint that was begun late."""

from hh_tui.settings.config import Settings
from tests.recruiter import Recruiter


async def test_the_pace_begins_with_the_first_page() -> None:
    async with Recruiter(settings=Settings(shortcuts={"t": "consider"})) as anna:
        await anna.wait(3600)
        await anna.press("g", "S")
        for seconds in (4, 6, 8):
            await anna.wait(seconds)
            await anna.press("t")
        assert "6 с на человека" in anna.text
