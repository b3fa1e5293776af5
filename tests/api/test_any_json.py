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
    has_more owner comments download pdf negotiations_actions can_invite date views code current
"""
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS.split()), inner, max_size=6)
    ),
    max_leaves=25,
)
PAID = FullResume.model_validate(
    {"actions": {"get_with_contact": {"url": "https://api.hh.ru/resumes/1?with_contact=true"}}}
)
KEY = UUID(int=4)


def _every_call(client: HHClient) -> list[Callable[[], Awaitable[object]]]:
    owner, resume, one = Owner(id="1"), Resume(id="1"), negotiation("1", chat_id="7")
    offer = action("go", "1")
    chat, letters = choose(client, "chats", one), choose(client, "negotiations", one)
    return [
        client.me,
        client.manager_accounts,
        lambda: client.resume_limits("1", "2"),
        lambda: client.method_access("1", "2"),
        lambda: client.payable_services("1"),
        lambda: client.managers("1"),
        lambda: client.addresses("1"),
        lambda: client.employer_statistics("1"),
        lambda: client.manager_statistics("1", "2"),
        lambda: client.active_vacancies("1"),
        lambda: client.active_vacancies_page("1", 0),
        lambda: client.countries(),
        lambda: client.languages(),
        lambda: client.archived_vacancies("1"),
        lambda: client.vacancies_to_invite_to("1", "r"),
        lambda: client.vacancy("1"),
        lambda: client.vacancy_stats("1"),
        lambda: client.preferred_order("1"),
        lambda: client.prefer_order("1", "x"),
        lambda: client.board("1"),
        lambda: client.negotiations("/negotiations/x"),
        lambda: client.negotiation("1"),
        lambda: client.perform(offer, []),
        lambda: client.perform_on_all(offer, ["1"]),
        lambda: client.invite(offer, "r", "v"),
        lambda: client.mark_read(["1"]),
        lambda: client.test_solution(one),
        lambda: client.messages(one),
        lambda: client.filled_template(Template(id="x", url="/message_templates/x")),
        lambda: client.mail_templates("1"),
        lambda: client.reword_mail_template("1", "2", "x"),
        lambda: client.comments(owner),
        lambda: client.add_comment(owner, "x", "owner"),
        lambda: client.edit_comment(owner, "1", text="x"),
        lambda: client.delete_comment(owner, "1"),
        lambda: client.resume(resume),
        lambda: client.open_contacts(PAID),
        lambda: client.resume_history(resume),
        lambda: client.download("/x", len),
        client.dictionaries,
        client.locales,
        client.areas,
        chat.latest,
        lambda: chat.before("1"),
        lambda: chat.after("1"),
        lambda: chat.send("x", KEY),
        lambda: chat.edit("1", "x"),
        lambda: chat.delete("1"),
        lambda: chat.mark_read("1"),
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


@settings(max_examples=150)
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
    """Every public method of the client stands in the list above."""
    calls = _every_call(Desk().client)
    called = {name for call in calls for name in inspect.unwrap(call).__code__.co_names}
    bound = {call.__name__ for call in calls}
    through_threads = {"write", "chat", "send_to_chat", "edit_in_chat", "delete_in_chat", "mark_chat_read"}
    public = {name for name in dir(HHClient) if not name.startswith("_")}
    assert public - called - bound - through_threads == {"aclose", "host", "manager_account"}
