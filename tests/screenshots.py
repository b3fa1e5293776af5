"""Pictures of the demo for people who have not seen it yet: `make screenshots`."""

import asyncio
import os
from pathlib import Path

from hh_tui.i18n.text import Language
from tests.scenes import SCENES, stage
from tests.scenes import picture as painted

FOLDER = Path(__file__).parents[1] / "screenshots"

PICTURES: dict[str, tuple[str, Language, str, tuple[int, int]]] = {
    "inbox": ("composer", "ru", "dark", (160, 45)),
    "sheet": ("sheet", "ru", "dark", (120, 36)),
    "composer": ("composer", "ru", "light", (120, 36)),
    "narrow": ("inbox", "ru", "dark", (80, 24)),
    "resume": ("resume", "ru", "dark", (160, 45)),
    "marked": ("marked", "ru", "dark", (120, 36)),
    "english": ("inbox", "en", "light", (160, 45)),
}


async def picture(name: str) -> None:
    """Write one picture."""
    scene, lang, theme, size = PICTURES[name]
    async with stage(*size, lang, theme) as anna:
        await SCENES[scene](anna)
        svg = await painted(anna, f"hh-tui --demo S --lang {lang}")
    (FOLDER / f"{name}.svg").write_text(svg, encoding="utf-8")


def main() -> None:
    """Write all pictures."""
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    FOLDER.mkdir(exist_ok=True)
    for name in PICTURES:
        asyncio.run(picture(name))


if __name__ == "__main__":
    main()
