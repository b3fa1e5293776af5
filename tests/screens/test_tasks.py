"""How reads of the inbox are started."""

from functools import partial
from typing import Any, NoReturn

from textual.app import App

from hh_tui.ui.tasks import Tasks


class Snapshot:
    """Something with tens of thousands of rows in it."""

    def __repr__(self) -> NoReturn:
        """All of them in words."""
        raise AssertionError("nobody reads it")


async def test_a_snapshot_given_to_a_read_is_not_spelled_out() -> None:
    seen: list[Any] = []

    async def read(inbox: Snapshot) -> None:
        seen.append(inbox)

    app: App[None] = App()
    async with app.run_test() as pilot:
        task = Tasks(app).start(partial(read, Snapshot()), group="poll")
        await task.wait()
        await pilot.pause()
    assert len(seen) == 1
