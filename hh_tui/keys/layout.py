"""The Russian layout: a key means what its place on the keyboard means.

Letters arrive as the character that was typed. Where they are commands they are taken to the Latin letter
on the same key; where they are text they stay what they are.
"""

from typing import Final

_CYRILLIC: Final = "ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮіІўЎїЇєЄ"
_LATIN: Final = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>sSoO]}'\""
_TABLE: Final = dict(zip(_CYRILLIC, _LATIN, strict=True))

ALIASES: Final = {".": "/", ",": "?"}
"""Signs that the Russian layout puts on the keys of `/` and `?`."""


def latin(key: str) -> str:
    """The same key under the Latin layout: `о` is `j`, `ctrl+ц` is `ctrl+w`; others stay as they are."""
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    return "+".join([*modifiers, _TABLE.get(last, last)])


_OTHER: Final = _TABLE | {latin: cyrillic for cyrillic, latin in reversed(_TABLE.items())}


def other_layout(text: str) -> str:
    """What the same keys would have typed under the other layout: `вфеф` is `data`, `gbnjy` is `питон`."""
    return "".join(_OTHER.get(character, character) for character in text)
