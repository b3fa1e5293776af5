"""Templates and comments."""

import httpx
import pytest

from hh_tui.api.models import Owner
from hh_tui.api.models.reading import parsed
from hh_tui.errors import BadArgument, Refused, UnreadableAnswer
from tests.api.desk import EMPLOYER, Desk


async def test_own_wordings_name_their_variables() -> None:
    async with Desk() as desk:
        template = (await desk.client.templates.mail(EMPLOYER))[0]
        assert "Name" in {variable.id for variable in template.variables}
        assert template.type == "EMAIL"
        assert not template.template_modified
        await desk.client.templates.reword(EMPLOYER, template.id, "Здравствуйте, [Name]!")
        assert (desk.last.method, desk.last.json) == ("PUT", {"text": "Здравствуйте, [Name]!"})
        again = (await desk.client.templates.mail(EMPLOYER))[0]
        assert (again.text, again.template_modified) == ("Здравствуйте, [Name]!", True)


async def test_a_wording_that_is_too_long_is_refused() -> None:
    async with Desk() as desk:
        template = (await desk.client.templates.mail(EMPLOYER))[0]
        with pytest.raises(Refused) as caught:
            await desk.client.templates.reword(EMPLOYER, template.id, "я" * 5_001)
        assert (caught.value.type, caught.value.value) == ("bad_json_data", "too_long")


async def test_a_filled_template_has_no_placeholders() -> None:
    async with Desk() as desk:
        one = (await desk.fresh())[0]
        template = next(found for offer in one.actions for found in offer.templates)
        filled = await desk.client.templates.filled(template)
        assert filled.mail is not None
        assert filled.mail.employer_state
        assert "[" not in filled.mail.text


async def _owner(desk: Desk) -> Owner:
    owner = (await desk.resume()).owner
    assert owner is not None
    return owner


async def test_a_comment_is_added_changed_and_deleted() -> None:
    async with Desk() as desk:
        owner = await _owner(desk)
        before = await desk.client.comments.all(owner)
        assert ("order_by", "creation_time_desc") in desk.query()
        added = await desk.client.comments.add(owner, "Перезвонить", "coworkers")
        assert desk.last.form == [("text", "Перезвонить"), ("access_type", "coworkers")]
        assert added.is_mine
        assert added.author is not None
        assert added.created_at is not None
        await desk.client.comments.edit(owner, added.id, access="owner")
        assert desk.last.form == [("access_type", "owner")]
        kept = next(one for one in await desk.client.comments.all(owner) if one.id == added.id)
        assert kept.text == "Перезвонить"
        assert kept.access_type is not None
        assert kept.access_type.id == "owner"
        await desk.client.comments.delete(owner, added.id)
        assert await desk.client.comments.all(owner) == before


async def test_all_pages_of_comments_are_read() -> None:
    async with Desk() as desk:
        owner = await _owner(desk)
        for number in range(23):
            await desk.client.comments.add(owner, str(number), "coworkers")
            desk.clock.pass_by(minutes=1)
        texts = [one.text for one in await desk.client.comments.all(owner, "creation_time_asc")]
        assert texts[-23:] == [str(number) for number in range(23)]


async def test_an_empty_comment_is_refused() -> None:
    async with Desk() as desk:
        with pytest.raises(BadArgument):
            await desk.client.comments.add(await _owner(desk), " ", "owner")


async def test_a_comment_that_comes_back_unreadable_may_have_been_kept() -> None:
    async with Desk(handle=lambda _: httpx.Response(201, text="<html>")) as desk:
        with pytest.raises(UnreadableAnswer) as caught:
            await desk.client.comments.add(Owner(id="1"), "x", "owner")
        assert caught.value.outcome_unknown


async def test_a_comments_address_keeps_the_query_of_its_list() -> None:
    seen: list[httpx.URL] = []

    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(request.url)
        return httpx.Response(204)

    url = "https://api.hh.ru/applicant_comments/1?topic_id=5"
    async with Desk(handle=handle) as desk:
        await desk.client.comments.delete(parsed(Owner, {"id": "1", "comments": {"url": url}}), "9/8")
    assert seen[0].raw_path == b"/applicant_comments/1/9%2F8?topic_id=5&locale=RU"
