"""How it looks: every scene at every size, in both languages, dark and light.

A changed picture is looked at before it is accepted (`pytest --snapshot-update`).
"""

from collections.abc import Callable

import pytest

from hh_tui.text import LANGUAGES, Language
from tests.scenes import SCENES, stage

SIZES = {80: 24, 120: 36, 160: 45}


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("columns", SIZES)
@pytest.mark.parametrize("scene", SCENES)
def test_looks(
    snap_compare: Callable[..., bool], scene: str, columns: int, lang: Language, theme: str
) -> None:
    app = stage(scene, lang, theme)
    assert snap_compare(app, terminal_size=(columns, SIZES[columns]), run_before=SCENES[scene])
