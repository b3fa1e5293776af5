"""Large blocks of memory go back to the system as soon as they are freed.

The C library takes a block of 128 KiB and more from the system by itself, and gives it back by itself. But
glibc takes the first such block that is freed as a sign that more of the kind will come, and from then on
cuts those from its heap, which small things that stay keep from shrinking again: a page of candidates as it
came, a list of all rows, a dictionary of them. With tens of thousands of rows a tenth of what the program
takes is then empty. Once the limit is set it stays.
"""

import sys
from typing import Final

_MMAP_THRESHOLD: Final = -3
"""The number of the limit, M_MMAP_THRESHOLD of malloc.h."""

LARGE: Final = 128 * 1024
"""Bytes from which a block is the system's own: what glibc begins with."""


def give_back_large_blocks() -> None:
    """Keep the limit where it begins. Other C libraries have none to keep."""
    if sys.platform != "linux":
        return
    try:
        from ctypes import CDLL

        CDLL(None).mallopt(_MMAP_THRESHOLD, LARGE)
    except (ImportError, OSError, AttributeError):
        return
