"""Settings: what can be set, and what is said when it can't."""

from pathlib import Path

import pytest

from hh_tui.config import Settings, load
from hh_tui.errors import ConfigError
from hh_tui.paths import config_file


def _written(text: str) -> Path:
    path = config_file()
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_there_are_defaults() -> None:
    assert load(config_file()) == Settings()


def test_a_file_is_read() -> None:
    settings = load(_written('lang = "en"\nhold = 2\n[keys]\nreply = ["w"]\n'))
    assert (settings.lang, settings.hold, settings.keys) == ("en", 2.0, {"reply": ("w",)})


def test_the_environment_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HH_TUI_API_URL", "http://127.0.0.1:9")
    assert load(_written('api_url = "https://api.hh.ru"')).api_url == "http://127.0.0.1:9"


@pytest.mark.parametrize(
    ("text", "named"),
    [("hold = -1", "hold"), ('hodl = 1', "hodl"), ('lang = "de"', "lang"), ("= broken", "config.toml"),
     ('contact = "a b"', "contact"), ("[keys]\nreply = 5", "keys.reply")],
)  # fmt: skip
def test_what_is_wrong_is_named(text: str, named: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(_written(text))
    assert named in f"{caught.value.values['where']} {caught.value.values['what']}"
