"""Logging out: the token is revoked, and forgotten whatever hh.ru says."""

from pathlib import Path
from typing import Any

import pytest

from hh_tui.cli.login import log_out
from hh_tui.cli.login.console import Console
from hh_tui.demo import TOKEN
from hh_tui.errors import NotLoggedIn
from hh_tui.i18n import Catalogue
from hh_tui.tokens.profile import DEFAULT_PROFILE
from tests.login.scene import Scene


class Quiet(Console):
    """Says nothing."""

    def say(self, text: str) -> None:
        pass


async def test_logout_revokes_and_forgets(tmp_path: Path) -> None:
    scene, person = Scene(tmp_path), Quiet()
    assert await log_out(scene.access(), Catalogue("ru"), person)
    assert scene.store.load(DEFAULT_PROFILE) is None
    assert scene.server.grants.trouble_with(TOKEN) == "token_revoked"
    with pytest.raises(NotLoggedIn):
        await log_out(scene.access(), Catalogue("ru"), person)


async def test_logout_of_an_expired_token_leaves_no_live_one(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    scene.server.expire_token()
    assert await log_out(scene.access(), Catalogue("ru"), Quiet())
    assert all(pair.fate for pair in scene.server.grants._pairs)


@pytest.mark.parametrize(
    ("fault", "revoked"), [({"exception": "connect"}, False), ({"status": 502}, False),
     ({"status": 403, "body": {"errors": [{"type": "oauth", "value": "token_revoked"}]}}, True)],
)  # fmt: skip
async def test_logout_forgets_whatever_hh_says(tmp_path: Path, fault: dict[str, Any], revoked: bool) -> None:
    scene = Scene(tmp_path)
    scene.server.faults.add("DELETE", "/token", **fault)
    assert await log_out(scene.access(), Catalogue("ru"), Quiet()) is revoked
    assert scene.store.load(DEFAULT_PROFILE) is None
