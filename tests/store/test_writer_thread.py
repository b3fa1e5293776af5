"""The thread behind which files are written."""

import gc
import time
import weakref
from functools import partial

from hh_tui.store.writer_thread import WriterThread
from tests.terminal import TIMEOUT


class Page:
    """Fifty candidates, a megabyte of them."""


def test_what_was_done_is_kept_no_longer() -> None:
    thread, page = WriterThread("cache"), Page()
    gone = weakref.ref(page)
    thread.submit(partial(id, page)).result(TIMEOUT)
    del page
    end = time.monotonic() + TIMEOUT
    while gone() is not None and time.monotonic() < end:
        gc.collect()
    assert gone() is None, "not even until there is another job"
    assert thread.close(TIMEOUT)
