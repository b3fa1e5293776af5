"""The encoding of the terminal, as the locale and Python tell it."""

import codecs
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_LOCALE: Final = ("LC_ALL", "LC_CTYPE", "LANG")
"""The variables that name the locale of characters, the strongest first."""

UTF8: Final = "utf-8"


def terminal_encoding(environment: Mapping[str, str], stream: str) -> str:
    """The encoding's name; `stream` is that of the standard output.

    Python takes UTF-8 for the locales C and POSIX, and also for one that this machine does not know. Then
    only its name tells what the terminal shows: `ru_RU.KOI8-R`. PYTHONUTF8=1 says that it is UTF-8 anyway.
    """
    if environment.get("PYTHONUTF8") == "1":
        return stream
    name = next((environment[one] for one in _LOCALE if environment.get(one)), "")
    named = name.partition(".")[2].partition("@")[0]
    return named if named and is_utf8(stream) else stream


def first_environment() -> Mapping[str, str]:
    """The environment as it was before Python set LC_CTYPE in it, where the system tells that."""
    try:
        variables = Path("/proc/self/environ").read_bytes().split(b"\0")
    except OSError:
        return os.environ
    pairs = (os.fsdecode(one).partition("=") for one in variables if b"=" in one)
    return {name: value for name, _, value in pairs}


def is_utf8(encoding: str) -> bool:
    """Whether a name stands for UTF-8; one that Python does not know does not."""
    try:
        return codecs.lookup(encoding).name == UTF8
    except (LookupError, ValueError):
        return False


def is_unicode(text: str) -> bool:
    """Whether a text can be written as UTF-8.

    Arguments and variables of the environment can't where they came as other bytes: Python keeps each of
    these as half of a character.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def encoded(texts: Mapping[str, str], encoding: str, language: str) -> bytes:
    """The text of the language where the encoding has its characters, else the English one."""
    for text in (texts[language], texts["en"]):
        try:
            return text.encode(encoding)
        except (LookupError, UnicodeEncodeError):
            continue
    return texts["en"].encode("ascii", "replace")
