"""The README tells the truth about keys, files and commands."""

import re
from pathlib import Path

import pytest

from hh_tui.i18n import Catalogue
from hh_tui.keys.key_name import key_name
from hh_tui.keys.keymap import Keymap
from hh_tui.ui.presenters.help import markdown

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_table_of_keys_is_the_registrys() -> None:
    assert markdown(Catalogue("en"), Keymap()) in README


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README)
    assert len(pictures) >= 2
    assert all((ROOT / picture).is_file() for picture in pictures)


def test_every_folder_named_is_there() -> None:
    folders = re.findall(r"`(hh_tui/[a-z_./]+)`", README)
    assert len(folders) > 8
    assert all((ROOT / folder).exists() for folder in folders)


def test_the_commands_named_are_targets() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(f"{target}:" in makefile for target in re.findall(r"(?:    |`)make ([a-z]+)", README))


RUSSIAN = (ROOT / "hh_tui" / "README.ru.md").read_text(encoding="utf-8")
KEY = re.compile(r"`(F\d|Ctrl\+[A-Z]|g [a-z]|[^ `\n])`")


@pytest.mark.parametrize("text", [README, RUSSIAN], ids=["en", "ru"])
def test_keys_named_are_keys_of_commands(text: str) -> None:
    known = {key_name(key) for keys in Keymap().keys.values() for key in keys} | set("0123456789")
    named = set(KEY.findall(text)) - {"✎", "⏰"}
    assert len(named) > 20
    assert named <= known


@pytest.mark.parametrize(("text", "hand"), [(README, "by hand"), (RUSSIAN, "руками")], ids=["en", "ru"])
def test_the_variable_that_is_never_filled_in_is_told(text: str, hand: str) -> None:
    last = max(text.rfind("{{slot}}"), text.rfind("{{слот}}"))
    assert hand in text[last : last + 120]


def test_the_russian_readme_leads_to_files_that_are_there() -> None:
    links = re.findall(r"\]\(([^)]+)\)", RUSSIAN)
    assert links
    assert all((ROOT / "hh_tui" / link).is_file() for link in links)
