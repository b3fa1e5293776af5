"""How it looks: every scene at every size in both languages, dark and light in turn.

A changed picture is looked at before it is accepted (`pytest --snapshot-update`).
"""

from collections.abc import Callable

import pytest

from hh_tui.i18n.text import Language
from tests.scenes import SCENES, stage

HEIGHTS = {80: 24, 120: 36, 160: 45}

VIEWS: tuple[tuple[int, Language, str], ...] = (
    (80, "ru", "dark"),
    (80, "en", "light"),
    (120, "ru", "light"),
    (120, "en", "dark"),
    (160, "ru", "dark"),
    (160, "en", "light"),
)
"""Each size in each language; both themes with each of them."""


UNSTEADY = frozenset({"back", "snoozed"})
"""Scenes that do not come out alike each time, so that no picture can be held against them."""


@pytest.mark.parametrize(("columns", "lang", "theme"), VIEWS)
@pytest.mark.parametrize("scene", sorted(set(SCENES) - UNSTEADY))
def test_looks(
    snap_compare: Callable[..., bool], scene: str, columns: int, lang: Language, theme: str
) -> None:
    app = stage(scene, lang, theme)
    assert snap_compare(app, terminal_size=(columns, HEIGHTS[columns]), run_before=SCENES[scene])
