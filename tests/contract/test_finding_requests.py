"""What filters, orders and searches ask for is what the OpenAPI document takes."""

import pytest

from tests.contract.schemas import ABSENT, Contract
from tests.recruiter import Recruiter

CONTRACT = Contract.load()
pytestmark = pytest.mark.skipif(CONTRACT is None, reason=ABSENT)

# The document names get-languages and get-countries and leaves them out.
NAMED_ONLY = {"/languages", "/areas/countries"}


async def test_every_request_of_the_form_is_a_documented_one() -> None:
    assert CONTRACT is not None
    async with Recruiter() as anna:
        await anna.command("filters")
        for key in ("2", "5", "tab", "4", "0", "tab", *"мос", "enter", "tab", "enter", "tab", "5"):
            await anna.press(key)
        for _ in range(10):
            await anna.press("tab", "enter")
        await anna.press("f2")
        await anna.command("order")
        await anna.write("соотв")
        await anna.press("enter")
        await anna.command("order")
        await anna.write("запомнить")
        await anna.press("enter")
        await anna.command("search")
        await anna.write("python")
        await anna.press("enter")
        asked = {name for one in anna.server.received for name, _ in one.query}
        assert {"age_from", "area", "relocation", "search_radius_meters", "gender", "language"} <= asked
        assert {"order_by", "search_text", "citizenship", "driver_license_types", "currency"} <= asked
        for one in anna.server.received:
            if one.path not in NAMED_ONLY:
                assert CONTRACT.request(one.method, one.path, one.query, list(one.form)) == [], one.path
