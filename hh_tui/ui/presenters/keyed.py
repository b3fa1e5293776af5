"""What has a key where nothing but a key calls it: buttons, and sentences of windows without a palette."""

from collections.abc import Mapping

from hh_tui.i18n import Catalogue


def keyed(key: str, words: str) -> str:
    """The words behind their key; alone where the command has none."""
    return f"{key} {words}" if key else words


def told(tr: Catalogue, text: str, keys: Mapping[str, str], **values: str | int) -> str:
    """The text with these keys; where one has no key, the text that names only what can be done.

    That is `text.send` where `send` alone has a key, `text.no-key` where none has; nothing where there is no
    such text.
    """
    named = [name for name in keys if name in tr.gaps(text)]
    pressed = [name for name in named if keys[name]]
    if pressed != named:
        text = f"{text}.{'-'.join(pressed) or 'no-key'}"
    return tr(text, **keys, **values) if text in tr else ""
