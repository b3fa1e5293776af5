"""A key in words: what came in, what it stands for, and what it does."""

from textual.content import Content

from hh_tui.i18n import Catalogue
from hh_tui.i18n.keyboard import Layout
from hh_tui.keys.key_name import key_name
from hh_tui.keys.keymap import KeyMatch

KEY_WIDTH = 18
MEANING_WIDTH = 10


def key_line(
    tr: Catalogue, key: str, typed: str | None, layout: Layout, pending: str, pressed: KeyMatch
) -> Content:
    """A key: its character with its code, or its name; the key it stands for; its command."""
    name = f"{typed}  U+{ord(typed):04X}" if typed and typed != " " else key_name(key)
    meaning = layout.latin(typed or key)
    shown = f"= {key_name(meaning)}" if meaning != (typed or key) else ""
    return _line(name, f"{pending} {shown}".strip(), _does(tr, pressed))


def _does(tr: Catalogue, pressed: KeyMatch) -> str:
    if pressed.command is not None:
        return tr(pressed.command.text)
    return tr("pressed.begins", begun=key_name(pressed.pending)) if pressed.pending else tr("pressed.nothing")


def sequence_line(tr: Catalogue, sequence: str) -> Content:
    """What is no key."""
    return _line(sequence, "", tr("pressed.no-key"))


def paste_line(tr: Catalogue, length: int) -> Content:
    """A paste, by its length in characters."""
    return _line(tr("pressed.paste"), "", tr("pressed.characters", n=length))


def _line(name: str, meaning: str, does: str) -> Content:
    return Content.assemble((name.ljust(KEY_WIDTH), "bold"), " ", meaning.ljust(MEANING_WIDTH), " ", does)
