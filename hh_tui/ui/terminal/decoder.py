"""Bytes to characters: UTF-8, and nothing that is not UTF-8 stops it."""

import codecs
from typing import Final

_C1: Final = range(0x80, 0xA0)
_HANDLER: Final = "hh_tui.ui.terminal"


def _dropped(error: UnicodeError) -> tuple[str, int]:
    """Leave out what is no UTF-8, but keep 8-bit controls: what follows one is no text."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start]
    return (chr(byte) if byte in _C1 else ""), error.start + 1


codecs.register_error(_HANDLER, _dropped)


class Decoder:
    """Decodes piece by piece; a character that is torn between two pieces is joined."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")(_HANDLER)

    def decode(self, data: bytes) -> str:
        """The characters complete by now."""
        return self._decoder.decode(data)
