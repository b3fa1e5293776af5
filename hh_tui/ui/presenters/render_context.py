"""What every text is made with: language, time zone and the present moment."""

from datetime import datetime, tzinfo

from msgspec import Struct

from hh_tui.i18n import Catalogue


class RenderContext(Struct, frozen=True):
    """`tr` has the texts, `now` is in UTC, `zone` is the person's own."""

    tr: Catalogue
    now: datetime
    zone: tzinfo
