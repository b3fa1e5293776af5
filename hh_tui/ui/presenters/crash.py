"""The end by a bug, in one sentence."""

import traceback
from pathlib import Path

from hh_tui.i18n import Catalogue


def crash_sentence(tr: Catalogue, error: BaseException | None) -> str:
    """The kind of the error and the line it came from: its text and its locals may hold people's data."""
    frames = traceback.extract_tb(error.__traceback__) if error else []
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return tr("crash", kind=type(error).__name__, where=where)
