"""How it looks: every scene at every size in both languages, dark and light in turn.

A changed picture is looked at before it is accepted (`pytest --snapshot-update`).
"""

import pytest
from pytest_textual_snapshot import SVGImageExtension  # type: ignore[import-untyped]
from syrupy.assertion import SnapshotAssertion

from hh_tui.i18n.text import Language
from tests.scenes import SCENES, picture, stage

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


@pytest.mark.parametrize(("columns", "lang", "theme"), VIEWS)
@pytest.mark.parametrize("scene", sorted(SCENES))
async def test_looks(
    snapshot: SnapshotAssertion, scene: str, columns: int, lang: Language, theme: str
) -> None:
    async with stage(columns, HEIGHTS[columns], lang, theme) as anna:
        await SCENES[scene](anna)
        assert snapshot.use_extension(SVGImageExtension) == await picture(anna)
