"""Keyboard layouts: a key means what its place on the keyboard means.

Letters arrive as the character that was typed. Where they are commands they are taken to the Latin letter
on the same key; where they are text they stay what they are.
"""

from collections.abc import Mapping
from typing import Final, Literal

_PLAIN: Final = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./"
_SHIFTED: Final = '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?'
"""The keys of four rows under the Latin layout, without and with Shift: all have this order."""


class Layout:
    """What the characters of a layout mean as commands. `places` maps one to the Latin one of its key.

    Characters that are not in it are those of the layouts that one has beside it, as `beside` has them.
    """

    def __init__(self, places: Mapping[str, str], beside: Mapping[str, str] | None = None) -> None:
        self._places = {**(beside or {}), **places}

    def latin(self, key: str) -> str:
        """The same key under the Latin layout: `о` is `j`, `ctrl+ц` is `ctrl+w`; others stay as they are.

        Ctrl and the key of `[` are the Escape key, as in terminals that send control characters.
        """
        *modifiers, last = key.split("+") if len(key) > 1 else [key]
        latin = "+".join([*modifiers, last if last.isascii() else self._places.get(last, last)])
        return "escape" if latin == "ctrl+[" else latin

    def meanings(self, key: str) -> tuple[str, ...]:
        """The keys that a key may stand for, the likeliest first: a sign is itself before it is its place."""
        if len(key) == 1 and key.isascii():
            return (key, self._places[key]) if key in self._places else (key,)
        latin = self.latin(key)
        return (key, latin) if latin != key else (key,)


def _places(plain: str, shifted: str) -> dict[str, str]:
    """Where each character lies. Of a character on two keys the one without Shift counts."""
    places = dict(zip(shifted, _SHIFTED, strict=True)) | dict(zip(plain, _PLAIN, strict=True))
    return {character: latin for character, latin in places.items() if character != latin}


_RU: Final = _places(
    "ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю.", 'Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,'
)
_RU_LEGACY: Final = _places(
    "ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю/", 'Ё!"#*:,.;()_+ЙЦУКЕНГШЩЗХЪ|ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ?'
)
_RU_MAC: Final = _places(
    "]1234567890-=йцукенгшщзхъёфывапролджэячсмитьбю/", '[!"№%:,.;()_+ЙЦУКЕНГШЩЗХЪЁФЫВАПРОЛДЖЭЯЧСМИТЬБЮ?'
)
_RU_TYPEWRITER: Final = _places(
    '|№-/":,._?%!;йцукенгшщзхъ)фывапролджэячсмитьбюё', "+1234567890=\\ЙЦУКЕНГШЩЗХЪ(ФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ"
)
_RU_PHONETIC: Final = _places(
    "ю1234567890-чявертыуиопшщэасдфгхйкл;'зьцжбнм,./",
    'Ю!@ёЁъЪ&*()_ЧЯВЕРТЫУИОПШЩЭАСДФГХЙКЛ:"ЗЬЦЖБНМ<>?',
)
_RU_PHONETIC_WINKEYS: Final = _places(
    "ю1234567890-ьявертыуиопшщэасдфгчйкл;'зхцжбнм,./", 'Ю!@ёЁъЪ&*()_ЬЯВЕРТЫУИОПШЩЭАСДФГЧЙКЛ:"ЗХЦЖБНМ<>?'
)
_KZ: Final = _places(
    '("әіңғ,.үұқөһйцукенгшщзхъ\\фывапролджэячсмитьбю№', ")!ӘІҢҒ;:ҮҰҚӨҺЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ?"
)
_BY: Final = _places(
    "ё1234567890-=йцукенгшўзх'\\фывапролджэячсмітьбю.", "Ё!\"№;%:?*()_+ЙЦУКЕНГШЎЗХ'/ФЫВАПРОЛДЖЭЯЧСМІТЬБЮ,"
)
_UA: Final = _places(
    "'1234567890-=йцукенгшщзхїґфівапролджєячсмитьбю.", 'ʼ!"№;%:?*()_+ЙЦУКЕНГШЩЗХЇҐФІВАПРОЛДЖЄЯЧСМИТЬБЮ,'
)
"""The symbols of xkeyboard-config 2.35; the phonetic ones are those of X and of Windows."""

_SIGNS: Final = {".": "/", ",": "?", "'": "]"}
"""Signs in the place of a command, where no other layout has them in the place of one that decides."""

_ANY: Final = {
    character: latin
    for layout in (_BY, _KZ, _UA, _RU)
    for character, latin in layout.items()
    if not character.isascii()
} | _SIGNS
"""What layouts that have the Russian letters in the same places say, when it is not known which one it is."""

AUTO: Final = Layout(_ANY)

LayoutName = Literal[
    "auto",
    "ru",
    "ru-legacy",
    "ru-mac",
    "ru-typewriter",
    "ru-phonetic",
    "ru-phonetic-winkeys",
    "kz",
    "by",
    "ua",
]

LAYOUTS: Final[Mapping[str, Layout]] = {
    "auto": AUTO,
    "ru": Layout(_RU, _ANY),
    "ru-legacy": Layout(_RU_LEGACY, _ANY),
    "ru-mac": Layout(_RU_MAC, _ANY),
    "ru-typewriter": Layout(_RU_TYPEWRITER, _ANY),
    "ru-phonetic": Layout(_RU_PHONETIC, _ANY),
    "ru-phonetic-winkeys": Layout(_RU_PHONETIC_WINKEYS, _ANY),
    "kz": Layout(_KZ, _ANY),
    "by": Layout(_BY, _ANY),
    "ua": Layout(_UA, _ANY),
}
"""By the name that the settings give them."""

_LETTERS: Final = {
    cyrillic: latin
    for cyrillic, latin in (_BY | _UA | _RU).items()
    if cyrillic.isalpha() and cyrillic not in "ґҐ"
}
_OTHER: Final = _LETTERS | {latin: cyrillic for cyrillic, latin in _RU.items() if cyrillic.isalpha()}


def other_layout(text: str) -> str:
    """What the same keys would have typed under the other layout: `вфеф` is `data`, `gbnjy` is `питон`."""
    return "".join(_OTHER.get(character, character) for character in text)
