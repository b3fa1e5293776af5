"""What every text is made with: language, time zone and the present moment."""

from dataclasses import dataclass
from datetime import datetime, tzinfo

from hh_tui.i18n import Catalogue


@dataclass(frozen=True, slots=True)
class RenderContext:
    """`tr` has the texts, `now` is in UTC, `zone` is the person's own."""

    tr: Catalogue
    now: datetime
    zone: tzinfo
