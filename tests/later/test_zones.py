"""Zones as hh.ru tells them, and none that it does not tell."""

from datetime import timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hh_tui.api.models.dictionary import Area
from hh_tui.api.models.reading import parsed
from hh_tui.inbox.rules.time_zones import zones


def test_every_place_of_the_tree_that_tells_its_offset() -> None:
    tree = [
        {"id": "113", "areas": [
            {"id": "1", "utc_offset": "+03:00"},
            {"id": "2", "utc_offset": "-0330", "areas": [{"id": "3", "utc_offset": "+0545"}]},
            {"id": "4"},
        ]}
    ]  # fmt: skip
    found = {key: zone.utcoffset(None) for key, zone in zones(map(partial(parsed, Area), tree)).items()}
    assert found == {
        "1": timedelta(hours=3),
        "2": -timedelta(hours=3, minutes=30),
        "3": timedelta(hours=5, minutes=45),
    }


@pytest.mark.parametrize("offset", ["", "3", "+3:00", "+15:00", "+03:60", "MSK", None, 3])
def test_anything_else_is_no_zone(offset: object) -> None:
    assert zones([parsed(Area, {"id": "1", "utc_offset": offset})]) == {}


@given(st.text())
def test_whatever_it_says_nothing_breaks(offset: str) -> None:
    zones([parsed(Area, {"id": "1", "utc_offset": offset})])
