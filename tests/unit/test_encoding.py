"""Which encoding the terminal has, and a sentence in its characters."""

import pytest

from hh_tui.system.encoding import encoded, is_utf8, terminal_encoding


@pytest.mark.parametrize(
    ("environment", "stream", "encoding"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "utf-8", "UTF-8"),
        ({"LANG": "C"}, "utf-8", "utf-8"),
        ({"LC_ALL": "POSIX", "LANG": "ru_RU.KOI8-R"}, "utf-8", "utf-8"),
        ({}, "utf-8", "utf-8"),
        ({"LANG": "ru_RU.KOI8-R"}, "utf-8", "KOI8-R"),
        ({"LC_CTYPE": "ru_RU.CP1251@x", "LANG": "C"}, "utf-8", "CP1251"),
        ({"LC_ALL": "ru_RU.UTF-8", "LANG": "ru_RU.KOI8-R"}, "utf-8", "UTF-8"),
        ({"LANG": "ru_RU.KOI8-R", "PYTHONUTF8": "1"}, "utf-8", "utf-8"),
        ({"LANG": "en_US"}, "iso8859-1", "iso8859-1"),
        ({"LC_ALL": "C", "PYTHONUTF8": "0"}, "ascii", "ascii"),
    ],
)
def test_encoding_is_what_the_locale_says(environment: dict[str, str], stream: str, encoding: str) -> None:
    assert terminal_encoding(environment, stream) == encoding


@pytest.mark.parametrize("name", ["utf-8", "UTF-8", "utf8", "UTF_8"])
def test_utf8_has_many_names(name: str) -> None:
    assert is_utf8(name)


@pytest.mark.parametrize("name", ["KOI8-R", "ascii", "ANSI_X3.4-1968", "", "no-such", "utf-16", "\0"])
def test_everything_else_is_not_utf8(name: str) -> None:
    assert not is_utf8(name)


def test_sentence_is_told_in_characters_that_are_there() -> None:
    texts = {"ru": "нужна UTF-8", "en": "needs UTF-8"}
    assert encoded(texts, "koi8-r", "ru") == "нужна UTF-8".encode("koi8-r")
    assert encoded(texts, "latin-1", "ru") == b"needs UTF-8"
    assert encoded(texts, "no-such", "ru") == b"needs UTF-8"
