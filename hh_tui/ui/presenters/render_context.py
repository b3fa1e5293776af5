"""What every text is made with: language, time zone and the present moment."""

from collections.abc import Mapping
from datetime import datetime, tzinfo

from msgspec import Struct, field

from hh_tui.i18n import Catalogue
from hh_tui.inbox.rules.time_zones import Zones


class RenderContext(Struct, frozen=True):
    """`tr` has the texts, `now` is in UTC, `zone` is the person's own.

    `zones` are those of places, by the ids of their areas, once hh.ru has told them (`GET /areas`).
    `addresses` are the employer's, by their ids, once they were read for what waits.
    """

    tr: Catalogue
    now: datetime
    zone: tzinfo
    zones: Zones = field(default_factory=dict)
    addresses: Mapping[str, str] = field(default_factory=dict)
