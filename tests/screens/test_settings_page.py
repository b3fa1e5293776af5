"""The page of the settings: how it is found, what it tells, and what it keeps to itself."""

import pytest

from hh_tui.settings.config import Hooks, Login, Settings
from hh_tui.settings.locations import config_file
from hh_tui.system.secret import Secret
from hh_tui.ui.dialogs.page import Page
from hh_tui.ui.presenters.settings_page import NAMES
from tests.recruiter import Recruiter

OWN = Settings(
    theme="light",
    hold=7.0,
    zone="Europe/Belgrade",
    keys={"reply": ("r", "w")},
    login=Login(client_id="MYCLIENT", client_secret=Secret("MYSECRET"), redirect_uri="http://localhost:1/"),
    hooks=Hooks(new_response="notify --token MYTOKEN"),
)


def _page(anna: Recruiter) -> str:
    page = anna.app.screen
    assert isinstance(page, Page)
    return page._text.plain


@pytest.mark.parametrize("word", ["настро", "язык", "тёмная", "темная"])
async def test_the_palette_finds_the_settings(word: str) -> None:
    async with Recruiter() as anna:
        await anna.command("palette")
        await anna.write(word)
        await anna.press("enter")
        assert anna.sees("Файл настроек: ", 'lang = "ru"', "язык: ru или en")


async def test_it_tells_where_the_file_is_and_what_is_set() -> None:
    async with Recruiter(settings=OWN) as anna:
        await anna.command("settings")
        text = _page(anna)
        assert str(config_file()) in text
        assert 'theme = "light"' in text
        assert "hold = 7" in text
        assert 'zone = "Europe/Belgrade"' in text
        assert 'reply = ["r", "w"]' in text
        assert "hh-tui doctor" in text
        await anna.press("escape")
        assert anna.on_inbox


async def test_it_tells_no_secret() -> None:
    async with Recruiter(settings=OWN) as anna:
        await anna.command("settings")
        text = _page(anna)
        assert "client_secret: задано" in text
        assert "before_send: не задано" in text
        assert not [one for one in ("MYCLIENT", "MYSECRET", "MYTOKEN") if one in text]


async def test_a_variable_of_the_environment_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HH_TUI_CLIENT_SECRET", "MYSECRET")
    async with Recruiter() as anna:
        await anna.command("settings")
        text = _page(anna)
        assert "HH_TUI_CLIENT_SECRET" in text
        assert "MYSECRET" not in text


def test_no_setting_is_missing() -> None:
    assert {*NAMES, "login", "keys", "hooks", "shortcuts"} == set(Settings.__struct_fields__)


async def test_what_explains_a_setting_is_set_in_as_a_whole() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        await anna.command("settings")
        lines = [line[4:-4] for line in anna.lines]
        first = next(place for place, line in enumerate(lines) if "bell — звонок" in line)
        assert lines[first + 1].strip().endswith("уведомление"), "it takes two lines"
        assert lines[first][:5].isspace()
        assert lines[first + 1][:5].isspace()
