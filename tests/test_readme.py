"""The README tells the truth about keys, files and commands."""

import re
from pathlib import Path

from hh_tui.i18n import Catalogue
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


def test_every_room_named_is_there() -> None:
    rooms = re.findall(r"`(hh_tui/[a-z_./]+)`", README)
    assert len(rooms) > 8
    assert all((ROOT / room).exists() for room in rooms)


def test_the_commands_named_are_targets() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(f"{target}:" in makefile for target in re.findall(r"(?:    |`)make ([a-z]+)", README))
