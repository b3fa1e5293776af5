"""How it looks: every scene at every size, windows at the smallest, there in both languages, dark and light.

A changed picture is looked at before it is accepted (`pytest --snapshot-update`).
"""

import pytest
from pytest_textual_snapshot import SVGImageExtension  # type: ignore[import-untyped]
from syrupy.assertion import SnapshotAssertion

from hh_tui.i18n.text import Language
from tests.scenes import SCENES, WINDOWS, picture, stage

HEIGHTS = {80: 24, 120: 36, 160: 45}

View = tuple[int, Language, str]

NARROW: tuple[View, ...] = ((80, "ru", "dark"), (80, "en", "light"))
"""Where words have the least room: each scene in each language."""

WIDE: tuple[tuple[View, ...], ...] = (
    ((120, "ru", "light"), (160, "en", "light")),
    ((120, "en", "dark"), (160, "ru", "dark")),
)
"""The other sizes: one language each, by the length of the scene's name, whatever other scenes there are."""

VIEWS = [
    (scene, *view)
    for scene in sorted(SCENES)
    for view in (*NARROW, *(() if scene in WINDOWS else WIDE[len(scene) % len(WIDE)]))
]


@pytest.mark.parametrize(("scene", "columns", "lang", "theme"), VIEWS)
async def test_looks(
    snapshot: SnapshotAssertion, scene: str, columns: int, lang: Language, theme: str
) -> None:
    async with stage(columns, HEIGHTS[columns], lang, theme) as anna:
        await SCENES[scene](anna)
        assert snapshot.use_extension(SVGImageExtension) == await picture(anna)
