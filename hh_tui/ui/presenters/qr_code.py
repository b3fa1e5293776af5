"""A QR code of half blocks: two modules of it in one cell, as high as they are wide."""

from itertools import zip_longest

from textual.content import Content

QUIET = 2
"""Modules around the code that stay white: fewer than the standard asks for, and enough for telephones."""

_PAPER = "#000000 on #ffffff"
_CELLS = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}


def qr_code(text: str, columns: int, lines: int) -> Content | None:
    """The code, black on white whatever the theme; None where it does not fit into so many cells."""
    import segno

    code = segno.make_qr(text, error="l", boost_error=False)
    rows = [list(map(int, row)) for row in code.matrix_iter(scale=1, border=QUIET)]
    if len(rows[0]) > columns or -(-len(rows) // 2) > lines:
        return None
    white = [0] * len(rows[0])
    pairs = zip_longest(rows[::2], rows[1::2], fillvalue=white)
    drawn = ["".join(_CELLS[pair] for pair in zip(upper, lower, strict=True)) for upper, lower in pairs]
    return Content("\n").join([Content.styled(line, _PAPER) for line in drawn])


def needed(text: str) -> tuple[int, int]:
    """How many columns and lines the code takes."""
    import segno

    side = segno.make_qr(text, error="l", boost_error=False).symbol_size(border=QUIET)[0]
    return int(side), -(-int(side) // 2)
