"""What becomes of large blocks that are freed."""

import subprocess
import sys

import pytest

COUNTED = """
import ctypes
from hh_tui.system.large_blocks import give_back_large_blocks

class Told(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in "arena ordblks smblks hblks hblkhd rest more".split()]
    _fields_ += [(name, ctypes.c_size_t) for name in "uordblks fordblks keepcost".split()]

libc = ctypes.CDLL(None)
try:
    libc.mallinfo2.restype = Told
except AttributeError:
    raise SystemExit(3)
{first}
large = bytearray(16 << 20)
del large
before = libc.mallinfo2().hblks
page = bytearray(1 << 20)
print(libc.mallinfo2().hblks - before)
"""


def _by_themselves(first: str) -> int:
    """How many of one block of a megabyte the system keeps apart, after a larger one was freed."""
    done = subprocess.run([sys.executable, "-c", COUNTED.format(first=first)], capture_output=True, text=True)
    if done.returncode == 3:
        pytest.skip("not glibc, or one before 2.33")
    return int(done.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="glibc")
def test_large_blocks_stay_the_systems_own() -> None:
    assert _by_themselves("") == 0, "glibc itself cuts them from its heap"
    assert _by_themselves("give_back_large_blocks()") == 1
