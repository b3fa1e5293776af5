"""What filters, orders and searches ask for is what the OpenAPI document takes."""

import pytest

from hh_tui.ui.dialogs.found_page import FoundPage
from hh_tui.ui.widgets.choice_box import ChoiceBox
from tests.contract.schemas import ABSENT, Contract
from tests.recruiter import Recruiter

CONTRACT = Contract.load()
pytestmark = pytest.mark.skipif(CONTRACT is None, reason=ABSENT)

# The document names get-languages and get-countries and leaves them out.
NAMED_ONLY = {"/languages", "/areas/countries"}

# The document is of July 2025; these are described in 2026.
LATER = {"show_only_with_medical_book", "show_only_with_self_employment"}

FIELDS = {
    "text-field": "наз",
    "area": "мос",
    "relocation": "жив",
    "metro": "луб",
    "district": "арб",
    "filter_exp_industry": "роз",
    "filter_exp_period": "год",
}
"""Fields of the search for people, and a part of a value of each."""


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
                query = [(name, value) for name, value in one.query if name not in LATER]
                assert CONTRACT.request(one.method, one.path, query, list(one.form)) == [], one.path


async def test_every_request_of_finding_people_is_a_documented_one() -> None:
    assert CONTRACT is not None
    async with Recruiter() as anna:
        await anna.press("g", "/", *"повар", "enter")
        for field, words in FIELDS.items():
            anna.app.screen.query_one(f"#{field} Input").focus()
            await anna.settle()
            await anna.write(words)
            box = anna.app.screen.query_one(f"#{field}", ChoiceBox)
            await anna.until(lambda box=box: bool(box.choices))  # type: ignore[misc]
            await anna.press("enter")
        await anna.press("f2")
        await anna.until(lambda: isinstance(anna.app.screen, FoundPage))
        await anna.press("S", "enter", "escape", "g", "F")
        await anna.until(lambda: anna.sees("похожие на:"))
        await anna.press("x", "x", "i", "enter", "f2", "f2", "o", "g", "c", "y", "q", "c", "enter", "enter")
        await anna.wait(11)
        seen = {(one.method, one.path.partition("?")[0]) for one in anna.server.received}
        assert {("POST", "/saved_searches/resumes"), ("POST", "/negotiations/phone_interview")} <= seen
        asked = {name for one in anna.server.received if one.path == "/resumes" for name, _ in one.query}
        assert {one.replace("-", ".") for one in FIELDS} <= asked
        assert {"resume", "saved_search_id", "text"} <= asked
        for one in anna.server.received:
            if one.path not in NAMED_ONLY:
                assert CONTRACT.request(one.method, one.path, one.query, list(one.form)) == [], one.path
