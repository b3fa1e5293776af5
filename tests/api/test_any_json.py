"""Whatever comes back: a model or an error of ours, nothing else."""

import inspect
import json
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import httpx
from hypothesis import given, settings
from hypothesis import strategies as st

from hh_tui.api.client import HHClient
from hh_tui.api.models import FullResume, Owner, Resume, Template
from hh_tui.api.models.reading import parsed
from hh_tui.api.resource import Resource
from hh_tui.api.resume_query import Phrase, ResumeQuery
from hh_tui.api.resume_search import SuggestKind
from hh_tui.api.threads import choose
from hh_tui.errors import HHError
from tests.api.desk import Desk
from tests.factory import action, negotiation

KEYS = """
    items id resume actions arguments salary amount experience counters url method collections name created_at
    text pages found per_page page age sub_collections errors type value employer state author mail address
    contact formatted language level vacancies test_result tasks score closed_answers manager_statistics
    politeness index employer_statistics order_type left resume_view balance access areas variables messages
    payload attachments moved_participant sender_display_info creation_time chat_states write_message_state
    has_more owner comments download pdf negotiations_actions can_invite date views code current new_items
    subscription
"""
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS.split()), inner, max_size=6)
    ),
    max_leaves=25,
)
PAID = parsed(
    FullResume, {"actions": {"get_with_contact": {"url": "https://api.hh.ru/resumes/1?with_contact=true"}}}
)
KEY = UUID(int=4)
QUERY = ResumeQuery(phrases=(Phrase("x"),))
ELSEWHERE = {"chat_files.limits", "chat_files.upload", "chat_files.save"}
"""Files go through storage of another origin, and have tests of their own."""


def _every_call(client: HHClient) -> list[Callable[[], Awaitable[object]]]:
    owner, resume, one = Owner(id="1"), Resume(id="1"), negotiation("1", chat_id="7")
    offer = action("go", "1")
    chat, letters = choose(client, "chats", one), choose(client, "negotiations", one)
    return [
        client.account.me,
        client.account.manager_accounts,
        lambda: client.account.resume_limits("1", "2"),
        lambda: client.account.method_access("1", "2"),
        lambda: client.account.payable_services("1"),
        lambda: client.employer.managers("1"),
        lambda: client.employer.addresses("1"),
        lambda: client.employer.departments("1"),
        lambda: client.calls.link("r", "1"),
        lambda: client.calls.log(one, "1"),
        lambda: client.employer.statistics("1"),
        lambda: client.employer.manager_statistics("1", "2"),
        lambda: client.vacancies.active("1"),
        lambda: client.vacancies.active_page("1", 0),
        lambda: client.vacancies.within("1", department_id="1"),
        lambda: client.dictionaries.countries(),
        lambda: client.dictionaries.languages(),
        lambda: client.vacancies.archived("1"),
        lambda: client.vacancies.archived_of("1", ["2"]),
        lambda: client.vacancies.to_invite_to("1", "r"),
        lambda: client.vacancies.one("1"),
        lambda: client.vacancies.stats("1"),
        lambda: client.vacancies.preferred_order("1"),
        lambda: client.vacancies.prefer_order("1", "x"),
        lambda: client.negotiations.board("1"),
        lambda: client.negotiations.page("/negotiations/x"),
        lambda: client.negotiations.one("1"),
        lambda: client.negotiations.perform(offer, []),
        lambda: client.negotiations.perform_on_all(offer, ["1"]),
        lambda: client.negotiations.invite(offer, "r", "v"),
        lambda: client.negotiations.mark_read(["1"]),
        lambda: client.negotiations.test_solution(one),
        lambda: client.messages.all(one),
        lambda: client.templates.filled(Template(id="x", url="/message_templates/x")),
        lambda: client.templates.mail("1"),
        lambda: client.templates.reword("1", "2", "x"),
        lambda: client.comments.all(owner),
        lambda: client.comments.add(owner, "x", "owner"),
        lambda: client.comments.edit(owner, "1", text="x"),
        lambda: client.comments.delete(owner, "1"),
        lambda: client.resumes.full(resume),
        lambda: client.resumes.open_contacts(PAID),
        lambda: client.resumes.history(resume),
        lambda: client.resumes.download("/x", len),
        lambda: client.resume_search.page(QUERY),
        lambda: client.resume_search.page_at("/resumes?saved_search_id=1"),
        lambda: client.resume_search.count(QUERY),
        lambda: client.resume_search.suggest(SuggestKind.AREA, "мо"),
        lambda: client.resume_search.roles(),
        lambda: client.resume_search.skills(["1"]),
        lambda: client.resume_search.schools(["1"]),
        lambda: client.resume_search.saved(),
        lambda: client.resume_search.saved_one("1"),
        lambda: client.resume_search.save(QUERY),
        lambda: client.resume_search.rename("1", "x"),
        lambda: client.resume_search.forget("1"),
        client.dictionaries.all,
        client.dictionaries.locales,
        client.dictionaries.areas,
        client.dictionaries.metro,
        client.dictionaries.districts,
        client.dictionaries.industries,
        chat.latest,
        lambda: chat.before("1"),
        lambda: chat.after("1"),
        lambda: chat.send("x", KEY),
        lambda: chat.edit("1", "x"),
        lambda: chat.delete("1"),
        lambda: chat.mark_read("1"),
        client.chats.unread,
        lambda: client.chats.participants("7"),
        lambda: client.chats.add_participant("7", "2"),
        lambda: client.chats.let_applicant_write("7", allowed=True),
        lambda: client.chats.send_file("7", "u", KEY),
        letters.latest,
        choose(client, "auto", one).latest,
    ]


async def _try_all(status: int, content: bytes, headers: list[tuple[bytes, bytes]] | None = None) -> None:
    def handle(_: httpx.Request) -> httpx.Response:
        return httpx.Response(status, content=content, headers=headers)

    async with Desk(handle=handle) as desk:
        for call in _every_call(desk.client):
            try:
                await call()
            except HHError:
                continue


@settings(max_examples=60)
@given(payload=JSON, status=st.sampled_from([200, 200, 200, 201, 204, 304, 400, 403, 404, 409, 429, 500]))
async def test_any_json_in_any_answer_is_read_or_refused(payload: Any, status: int) -> None:
    await _try_all(status, json.dumps(payload).encode())


@settings(max_examples=15)
@given(content=st.binary(max_size=40), status=st.sampled_from([200, 201, 304, 400, 404, 409]))
async def test_anything_but_json_is_read_or_refused(content: bytes, status: int) -> None:
    await _try_all(status, content)


async def test_depth_and_odd_headers_are_no_trouble() -> None:
    deep = b'{"areas":[' * 20_000
    nested = b"[" + b'{"id":"1","areas":[' * 200 + b"]}" * 200 + b"]"
    await _try_all(200, deep)
    await _try_all(200, nested)
    await _try_all(200, b"[]", [(b"ETag", b"\xff"), (b"Content-Length", b"\xb2")])
    await _try_all(201, b"{}", [(b"Location", b"http://["), (b"ETag", b"\xff")])


def test_no_operation_is_left_out() -> None:
    """Every public method of every noun of the client stands in the list above, or is one of a thread's."""
    client = Desk().client
    named = {noun: getattr(client, noun) for noun in dir(client) if not noun.startswith("_")}
    nouns = {noun: part for noun, part in named.items() if isinstance(part, Resource)}
    every = {
        f"{noun}.{name}" for noun, part in nouns.items() for name in dir(part) if not name.startswith("_")
    }
    called = {"messages.write"} | {
        f"chats.{name}" for name in ["message_page", "send", "edit", "delete", "mark_read"]
    }
    for call in _every_call(client):
        if inspect.ismethod(call):
            called |= {f"{noun}.{call.__name__}" for noun, part in nouns.items() if part is call.__self__}
        else:
            names = [name for name in call.__code__.co_names if name.islower() and name != "len"]
            called.add(".".join(names))
    assert every - called == ELSEWHERE
