"""Settings: what can be set, and what is said when it can't."""

import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hh_tui.errors import Fault, WrongSettings
from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import Language
from hh_tui.keys.names import is_key
from hh_tui.keys.registry import COMMANDS
from hh_tui.settings.config import ENVIRONMENT, Settings, from_table, load
from hh_tui.settings.locations import config_file
from hh_tui.ui.presenters.errors import sentences


def _written(text: str) -> Path:
    path = config_file()
    path.parent.mkdir(parents=True, exist_ok=True)
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


def _told(text: str, language: Language = "ru") -> list[str]:
    with pytest.raises(WrongSettings) as caught:
        load(_written(text))
    assert caught.value.values["where"] == str(config_file())
    return sentences(Catalogue(language), caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hold = -1", "hold: не меньше 0."),
        ("hold = 601", "hold: не больше 600."),
        ("requests_per_second = 0", "requests_per_second: больше 0."),
        ("hodl = 1", "hodl: такой настройки нет. Похоже на hold."),
        (
            "[login]\nclient_secrt = 'SECRET-77'",
            "login.client_secrt: такой настройки нет. Похоже на login.client_secret.",
        ),
        ("login = 5", "login: это раздел, а не значение."),
        ('lang = "de"', "lang: одно из ru, en."),
        (
            'site = "hh.kx"',
            "site: одно из hh.ru, rabota.by, hh1.az, hh.uz, hh.kz, headhunter.ge, headhunter.kg."
            " Похоже на hh.kz.",
        ),
        ('theme = "drak"', "theme: одно из dark, light. Похоже на dark."),
        ('zone = "Europe/Belgrad"', "zone: такого часового пояса нет. Похоже на Europe/Belgrade."),
        ('[hooks]\nbefore_send = "sh -c \'x"', "hooks.before_send: в команде не закрыты кавычки."),
        (
            "[hooks]\nbefore_sent = 'x'",
            "hooks.before_sent: такой настройки нет. Похоже на hooks.before_send.",
        ),
        ("hold = nan", "hold: не меньше 0."),
        ("hold = true", "hold: нужно число, без кавычек."),
        ("hold = 1" + "0" * 400, "hold: не больше 600."),
        ('contact = "a@example.org\\n"', "contact: нужен адрес почты, латиницей и без пробелов."),
        ('profile = "default\\n"', "profile: это значение не подходит."),
        ("[shortcuts]\nq = 'consider'", "shortcuts.q: это значение не подходит."),
        ("[keys]\nreply = [5]", "keys.reply: нужен текст в кавычках."),
        ("waiting_days = 1.5", "waiting_days: нужно целое число, без кавычек."),
        ("hold = 'long'", "hold: нужно число, без кавычек."),
        ("cache = 'perhaps'", "cache: нужно true или false, без кавычек."),
        ('contact = "a b"', "contact: нужен адрес почты, латиницей и без пробелов."),
        ("profile = 5", "profile: нужен текст в кавычках."),
        ("[keys]\nreply = 5", "keys.reply: нужен список в квадратных скобках."),
        ("keys = 5", "keys: это раздел, а не значение."),
        ("[keys]\nreplay = ['w']", "keys.replay: такой команды нет. Похоже на reply."),
        ("[keys]\nreply = ['ctrl+nonsense']", "keys.reply: клавиши «ctrl+nonsense» не бывает."),
        ("[keys]\nreply = ['shift+a']", "keys.reply: клавиши «shift+a» не бывает. Похоже на A."),
        ("[keys]\nreply = ['pgdown']", "keys.reply: клавиши «pgdown» не бывает. Похоже на pagedown."),
        ("[keys]\nreply = ['']", "keys.reply: клавиши «» не бывает."),
        ("[keys]\nreply = ['j']", "keys: «j» — сразу две команды, down и reply."),
        ("[keys]\nreply = ['g']", "keys.reply: с «g» начинается «g k» команды keys."),
        ("= broken", "Строка 1, столбец 1: не похоже на TOML."),
        ("a = " + "[" * 5000, "Файл не похож на TOML."),
        pytest.param("hold = " + "9" * 5000, "Файл не похож на TOML.", id="digits"),
        ('lang = "null"', "lang: одно из ru, en."),
        ('zone = "NULL"', "zone: такого часового пояса нет."),
        ('cache = "1"', "cache: нужно true или false, без кавычек."),
        ("cache = 1", "cache: нужно true или false, без кавычек."),
    ],
)
def test_what_is_wrong_is_said_in_ones_own_language(text: str, said: str) -> None:
    assert _told(text) == [said]
    (english,) = _told(text, "en")
    assert english.isascii() or "“" in english


def test_everything_wrong_is_said_at_once_and_no_secret() -> None:
    text = (
        'hodl = 1\nlang = "77"\nhold = 999\n[login]\nclient_secret = 77\n[keys]\nreply = ["j"]\nfly = ["w"]\n'
    )
    told = _told(text)
    assert [one.split(":")[0] for one in told] == [
        "hodl", "lang", "hold", "login.client_secret", "keys.fly", "keys",
    ]  # fmt: skip
    with pytest.raises(WrongSettings) as caught:
        load(_written(text))
    assert "77" not in " ".join(told) + "".join(traceback.format_exception(caught.value))
    assert caught.value.__context__ is None


def test_a_variable_beside_what_is_no_section(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HH_TUI_CLIENT_ID", "id")
    assert len(_told("login = 5\nhodl = 1")) == 2


@pytest.mark.parametrize("variable", ENVIRONMENT)
def test_a_variable_that_is_no_utf8_is_named(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, "a\udcff")
    said = _told("hodl = 1", "en")
    assert said[0] == f"{variable}: this variable of the environment is not in UTF-8."
    assert len(said) == 2


def test_numbers_are_taken_however_they_are_written() -> None:
    settings = load(_written('hold = 2\nhold_letter = "2.5"\nwaiting_days = 3.0\n[hooks]\ntimeout = 5'))
    held = (settings.hold, settings.hold_letter, settings.waiting_days, settings.hooks.timeout)
    assert [(one, type(one)) for one in held] == [(2.0, float), (2.5, float), (3, int), (5.0, float)]


SECRET = "SECRET-77"
PLAIN = (
    st.booleans() | st.integers() | st.floats() | st.dates() | st.datetimes()
    | st.sampled_from([SECRET, "", "ru", "dark", "Europe/Belgrade", "'", "7", "a@b", "w"])
)  # fmt: skip
NAMES = ["reply", "d", "client_secret", "auth_url", "timeout", "before_send", "hodl"]
VALUES = st.recursive(
    PLAIN,
    lambda one: st.lists(one, max_size=2) | st.dictionaries(st.sampled_from(NAMES), one, max_size=3),
    max_leaves=5,
)
TABLES = st.dictionaries(st.sampled_from([*Settings.__struct_fields__, "hodl"]), VALUES, max_size=6)


def _faults(values: dict[str, Any]) -> tuple[Fault, ...]:
    try:
        from_table(values)
    except WrongSettings as error:
        return error.faults or (Fault("value", name="nothing is said"),)
    return ()


def _wrong(faults: tuple[Fault, ...]) -> Iterator[str]:
    """The settings that are wrong; faults of keys name a command."""
    for fault in faults:
        of_keys = fault.kind in {"command", "key", "clash", "beginning"}
        yield "keys" if of_keys else str(fault.values["name"]).partition(".")[0]


@given(TABLES)
def test_any_table_is_settings_or_all_of_its_faults(values: dict[str, Any]) -> None:
    faults = _faults(values)
    for language in ("ru", "en"):
        told = sentences(Catalogue(language), WrongSettings([one for one in faults if one.kind != "key"]))
        assert SECRET not in " ".join(told)
    wrong = set(_wrong(faults))
    assert wrong <= values.keys()
    assert _faults({name: value for name, value in values.items() if name not in wrong}) == ()
    for name, value in values.items():
        assert bool(_faults({name: value})) is (name in wrong)


@pytest.mark.parametrize("key", ["j", "G", "?", "ы", "f12", "ctrl+d", "ctrl+shift+f2", "shift+tab", "g g"])
def test_a_key_that_can_be_pressed_is_taken(key: str) -> None:
    assert is_key(key)


def test_every_key_of_ours_is_one() -> None:
    assert all(is_key(key) for command in COMMANDS for key in command.keys)
