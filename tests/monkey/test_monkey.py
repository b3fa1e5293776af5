"""The program lives, nothing goes out undecided, and nothing typed is lost, whatever a monkey does.

`HH_TUI_SOAK_STEPS` says how many steps, `HH_TUI_SOAK_SEED` which ones.
"""

import asyncio
import os
import sys
from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from hh_tui.demo import StandIn
from hh_tui.ui.app import HHApp
from tests.monkey.hand import CONFIRMING, DECIDING, KEYS, LATIN, Step, do, steps
from tests.recruiter import Clock, Recruiter, WatchedRecruiter

STEPS = int(os.environ.get("HH_TUI_SOAK_STEPS", "200"))
SEED = int(os.environ.get("HH_TUI_SOAK_SEED", "0")) or Random().randrange(10**9)
LENGTH = 40
"""Steps of one sitting."""

HARMLESS = tuple(key for key in KEYS if LATIN(key) not in DECIDING | CONFIRMING and key not in DECIDING)


def _server(clock: Clock) -> StandIn:
    return StandIn(size="S", seed=7, clock=clock.now)


def _alive(app: HHApp, told: Sequence[str]) -> None:
    assert app.is_running
    assert app._exception is None
    assert not [text for text in told if "Внутренняя ошибка" in text]


async def _sitting(steps: Sequence[Step], *, decides: bool) -> None:
    clock = Clock()
    async with WatchedRecruiter(server=_server(clock), clock=clock) as anna:
        decided: set[str] = set()
        hold = anna.app.sender.hold

        def held(*operations: object) -> None:
            decided.update(one.negotiation.id for one in operations)  # type: ignore[attr-defined]
            hold(*operations)  # type: ignore[arg-type]

        anna.app.sender.hold = held  # type: ignore[method-assign]
        # A key can be left out of `KEYS`, a sequence can not: on a desktop it would open pages.
        anna.app.open_url = lambda *_, **__: None  # type: ignore[method-assign]
        for step in steps:
            await do(anna, step)
            _alive(anna.app, anna.told)
            _kept(anna)
        await anna.wait(120)
        _alive(anna.app, anna.told)
        # Searches that hh.ru keeps are named by Enter, and no candidate learns of them.
        assert decides or not [path for _, path, _ in anna.writes if not path.startswith("/saved_searches")]
        assert all(_is_explained(path, decided) for _, path, _ in anna.writes)


def _is_explained(path: str, decided: set[str]) -> bool:
    """Whether a write belongs to somebody decided on, or changes no state and no letter of a candidate."""
    parts = path.split("/")
    if parts[-1] == "phone_interview":
        return any("@" in one for one in decided)
    return parts[1] != "negotiations" or parts[-1] == "read" or any(one in decided for one in parts)


def _kept(anna: Recruiter) -> None:
    """What stands in the open letter is a draft."""
    to = anna.state.composing
    if to is not None:
        assert anna.state.drafts.of(to.id).strip() == anna.state.letter.strip()


@pytest.mark.parametrize("decides", [True, False])
def test_a_monkey_does_no_harm(decides: bool) -> None:
    """Half of the steps with all keys, half without those that decide: then nothing may go out."""
    sys.stderr.write(f"monkey: HH_TUI_SOAK_SEED={SEED}\n")
    hand = steps() if decides else steps(HARMLESS, mouse=False)

    @seed(SEED)
    @settings(
        max_examples=max(1, STEPS // (2 * LENGTH)),
        database=None,
        deadline=None,
        phases=[Phase.generate, Phase.shrink] if STEPS > 1000 else [Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(hand, min_size=LENGTH, max_size=LENGTH))
    def sat(some: list[Step]) -> None:
        asyncio.run(_sitting(some, decides=decides))

    sat()
