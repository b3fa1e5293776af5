"""Accounts, a login that runs out, captchas, and what hh.ru said exactly."""

from pathlib import Path
from typing import Any

import pytest

from hh_tui.api.client import HHClient
from hh_tui.demo import StandIn
from hh_tui.demo.chats import chat_id
from hh_tui.demo.company import company
from hh_tui.errors import NotLoggedIn
from hh_tui.i18n.text import Language
from hh_tui.settings.config import Settings
from hh_tui.worker.session import Profiles
from tests.recruiter import CLEAR, Clock, Recruiter, client
from tests.screens.test_asking import Slow


def _error(type_: str, value: str, **more: Any) -> dict[str, Any]:
    return {"request_id": "REQ-77", "errors": [{"type": type_, "value": value, **more}]}


async def test_a_revoked_token_stops_the_outbox_and_loses_nothing() -> None:
    async with Recruiter() as anna:
        row = anna.row
        anna.server.faults.add("PUT", ".", times=2, status=403, body=_error("oauth", "token_revoked"))
        await anna.press("3", "3")
        await anna.wait(6)
        assert "вход устарел" in anna.title
        assert len(anna.state.outbox.open) == 2
        tried = len(anna.writes)
        await anna.wait(600)
        assert len(anna.writes) == tried
        assert row.id not in anna.ids
        await anna.command("refresh")
        assert "вход устарел" not in anna.title
        await anna.wait(1)
        assert not anna.state.outbox.open
        done = anna.server.world.topics_of(anna.state.vacancy_id or "", "consider")
        assert row.id in done


async def test_a_read_that_is_not_let_in_stops_the_outbox_too() -> None:
    async with Recruiter() as anna:
        anna.server.faults.add("GET", "/messages", status=403, body=_error("oauth", "token_revoked"))
        await anna.press("3")
        await anna.press("enter")
        assert "вход устарел" in anna.title
        await anna.wait(60)
        assert anna.writes == []
        await anna.press("escape", "z")
        assert not anna.state.outbox.open


@pytest.mark.parametrize(
    ("language", "title", "told", "waits"),
    [
        (
            "ru",
            "вход устарел: hh-tui login в другом окне, здесь F5",
            "Программу не закрывайте",
            "ждёт входа в другом окне",
        ),
        (
            "en",
            "login expired: hh-tui login elsewhere, here F5",
            "Keep the program open",
            "waits for a login elsewhere",
        ),
    ],
)
async def test_a_lost_login_says_where_to_log_in_and_what_then(
    language: Language, title: str, told: str, waits: str
) -> None:
    async with Recruiter(lang=language, columns=80, rows=24) as anna:
        anna.server.faults.add("PUT", ".", times=2, status=403, body=_error("oauth", "token_revoked"))
        await anna.press("3")
        await anna.wait(6)
        assert title in anna.title
        assert told in anna.toasts[-1]
        assert "F5" in anna.toasts[-1]
        await anna.command("outbox")
        assert anna.sees(waits)


async def test_the_details_of_an_error_have_the_request_id() -> None:
    async with Recruiter() as anna:
        await anna.command("details")
        assert "Ошибок не было" in anna.status
        anna.server.faults.add("GET", "/messages", 2, status=403, body=_error("negotiations", "brand_new"))
        await anna.press("enter")
        await anna.command("details")
        assert anna.sees("REQ-77", "brand_new", "403")
        await anna.press("escape")
        assert anna.on_inbox


async def test_a_captcha_is_offered_in_the_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    async with Recruiter() as anna:
        monkeypatch.setattr(anna.app, "open_url", opened.append)
        body = _error(
            "captcha_required", "captcha_required", captcha_url="https://hh.ru/account/captcha?state=x"
        )
        anna.server.faults.add("GET", "/messages", status=403, body=body)
        await anna.press("enter")
        assert anna.sees("просит решить капчу")
        await anna.press("enter")
        assert opened == ["https://hh.ru/account/captcha?state=x&backurl=https%3A%2F%2Fhh.ru%2F"]
        assert anna.sees("Капча решена, повторить")
        await anna.press("enter")
        assert anna.selected_id in anna.state.threads
        assert len(anna.reads("/messages")) == 2


async def test_an_action_stopped_by_a_captcha_is_repeated_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Recruiter() as anna:
        monkeypatch.setattr(anna.app, "open_url", lambda _: None)
        body = _error("captcha_required", "captcha_required", captcha_url="https://hh.ru/captcha")
        anna.server.faults.add("PUT", ".", status=403, body=body)
        await anna.press("3")
        await anna.wait(6)
        await anna.press("enter", "enter")
        await anna.wait(6)
        assert len(anna.writes) == 2
        assert not anna.state.outbox.entries


CAPTCHA = _error("captcha_required", "captcha_required", captcha_url="https://hh.ru/captcha")


async def test_a_solved_captcha_opens_nobody_who_was_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    server = StandIn(size="S", seed=7, clock=clock.now)
    slow = Slow(server)
    async with Recruiter(server=server, clock=clock, transport=slow) as anna:
        monkeypatch.setattr(anna.app, "open_url", lambda _: None)
        opened, other = anna.ids[0], anna.ids[2]
        server.faults.add("GET", "/messages", status=403, body=CAPTCHA)
        slow.answers.clear()
        await anna.go_on_typing("enter", "escape", "j", "j")
        assert anna.selected_id == other
        slow.answers.set()
        await anna.settle()
        await anna.press("enter", "enter")
        assert opened in anna.state.threads
        assert other not in anna.state.threads
        chat = chat_id(server.world.topic(other))
        assert not [one for one in server.received if chat in one.path]


async def test_a_captcha_on_a_letter_leads_back_to_whom_it_was_for(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Recruiter() as anna:
        monkeypatch.setattr(anna.app, "open_url", lambda _: None)
        await anna.command("collection")
        await anna.write("Телефонное")
        await anna.press("enter")
        name = anna.row.negotiation.resume.name  # type: ignore[union-attr]
        anna.server.faults.add("POST", "/messages", status=403, body=CAPTCHA)
        await anna.press("r")
        await anna.write("Ждём вас")
        await anna.press("f2")
        anna.control.point(1)
        await anna.settle()
        assert anna.row.negotiation.resume.name != name  # type: ignore[union-attr]
        await anna.wait(11)
        await anna.press("enter", "enter")
        assert anna.state.composing is not None
        assert anna.state.composing.resume is not None
        assert anna.state.composing.resume.name == name
        assert anna.state.letter == "Ждём вас"


MINE = company().me.account
"""The one account that the stand-in lets in by its header."""


def _accounts(*ids: str, primary: str = "71", blocked: bool = False) -> dict[str, Any]:
    items = [{"id": one, "employer": {"id": one, "name": f"Фирма {one}"}} for one in ids]
    return {"items": items, "current_account_id": primary, "primary_account_id": primary,
            "is_primary_account_blocked": blocked}  # fmt: skip


def _offers(anna: Recruiter, *ids: str, **more: Any) -> None:
    anna.server.faults.add(
        "GET", "/manager_accounts/mine", times=99, status=200, body=_accounts(*ids, **more)
    )


def _headers(anna: Recruiter, path: str) -> list[str | None]:
    return [one.headers.get("x-manager-account-id") for one in anna.server.received if one.path == path]


async def _chooses(anna: Recruiter, name: str) -> None:
    await anna.command("account")
    await anna.write(name)
    await anna.press("enter")


async def test_another_account_starts_anew_under_its_header() -> None:
    async with Recruiter() as anna:
        _offers(anna, "71", MINE)
        await anna.command("account")
        assert anna.sees("Рабочий аккаунт", "Фирма 71", f"Фирма {MINE}")
        await anna.press("down", "enter")
        assert _headers(anna, "/me") == [None, MINE]
        assert anna.server.received[-1].headers["x-manager-account-id"] == MINE
        assert len(anna.state.listing.rows)
        await _chooses(anna, "71")
        assert _headers(anna, "/me") == [None, MINE, None]
        assert _headers(anna, "/manager_accounts/mine") == [None, None]


async def test_an_account_that_does_not_answer_is_not_entered(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        _offers(anna, "71", "72")
        before = anna.state.snapshot
        await _chooses(anna, "72")
        assert anna.state.snapshot == before
        assert "«Фирма 72» открыть нельзя." in anna.toasts[-1]
        assert "g a" in anna.toasts[-1]
        await anna.command("account")
        assert anna.sees("Фирма 71", "Фирма 72")
        await anna.press("escape", "j")
        await anna.command("refresh")
        assert set(_headers(anna, "/vacancies")) <= {None}
    async with anna.again() as anna:
        assert len(anna.state.listing.rows)
        assert anna.told == []


async def test_an_account_blocked_meanwhile_is_given_up_at_the_start(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        _offers(anna, "71", MINE)
        await _chooses(anna, MINE)
        await anna.press("3", "q")
        await anna.write("Оставить")
        await anna.press("enter")
    blocked = _error("manager_accounts", "used_manager_account_forbidden", allowed_accounts=[])
    anna.server.faults.add("GET", "/me", status=403, body=blocked)
    async with anna.again() as anna:
        assert "Рабочий аккаунт недоступен: он заблокирован." in anna.told[-1]
        assert "g a" in anna.told[-1]
        assert len(anna.state.listing.rows)
        anna.server.received.clear()
        await anna.press("escape", "escape")
        await anna.wait(30)
        assert anna.writes == []
        assert set(_headers(anna, "/me")) <= {None}
        await anna.command("account")
        assert anna.sees("Фирма 71", f"Фирма {MINE}")
    anna.server.received.clear()
    async with anna.again() as anna:
        assert _headers(anna, "/me") == [None]


async def test_a_blocked_primary_account_offers_the_others() -> None:
    blocked = _error("manager_accounts", "used_manager_account_forbidden", allowed_accounts=[])
    server = StandIn(size="S", seed=7, clock=Clock().now)
    server.faults.add("GET", "/me", status=403, body=blocked)
    mine = _accounts("71", MINE, blocked=True)
    server.faults.add("GET", "/manager_accounts/mine", status=200, body=mine)
    async with Recruiter(server=server) as anna:
        assert anna.sees("Рабочий аккаунт", "Фирма 71", "заблокирован")
        assert "он заблокирован" in anna.told[0]
        await anna.press("down", "enter")
        assert len(anna.state.listing.rows)


async def test_what_is_scheduled_outlives_a_change_of_account(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        _offers(anna, "71", MINE)
        row = anna.row
        await anna.press(anna.digit("discard_by_employer"), *"Нет", "f4", "down", "enter")
        for name in (MINE, "71"):
            await _chooses(anna, name)
            assert anna.state.listing.rows.index_of(row.id) is None
            assert anna.sees("На потом                 1")
        await anna.press("g", "z")
        assert anna.ids == [row.id]


async def test_open_writes_keep_one_in_ones_account() -> None:
    async with Recruiter() as anna:
        await anna.press("3")
        await anna.command("account")
        assert anna.on_inbox
        assert "исходящих" in anna.status or "исходящие" in anna.status.lower() or "дождитесь" in anna.status


async def _opens_somebody_to_write_to(anna: Recruiter) -> str:
    await anna.command("collection")
    await anna.write("Интервью")
    await anna.press("enter")
    while True:
        row = anna.row
        if row.negotiation.can_write and row.negotiation.chat_id:
            return row.id
        await anna.press("j")


async def test_threads_can_be_read_and_written_as_chats() -> None:
    async with Recruiter(settings=Settings(threads="auto")) as anna:
        await _opens_somebody_to_write_to(anna)
        await anna.press("enter")
        row = anna.row
        assert anna.reads("/common/chats/")
        assert not row.negotiation.has_updates
        await anna.press("r", *CLEAR)
        await anna.write("Привет из чата")
        await anna.press("f2")
        await anna.wait(11)
        sent = [
            one
            for one in anna.server.writes
            if one.path == f"/common/chats/{row.negotiation.chat_id}/messages"
        ]
        assert len(sent) == 1
        assert anna.sees("Привет из чата")


async def test_a_closed_chat_falls_back_to_the_negotiations_messages() -> None:
    async with Recruiter(settings=Settings(threads="auto")) as anna:
        nid = await _opens_somebody_to_write_to(anna)
        anna.server.faults.add("GET", "/common/chats/", times=9, status=404, body={"errors": []})
        await anna.press("enter")
        assert f"/negotiations/{nid}/messages" in anna.reads()
        assert anna.state.threads[nid].messages


async def test_another_login_begins_anew_and_is_named_in_the_title() -> None:
    other = StandIn(size="M", clock=Clock().now)
    profiles = Profiles("default", lambda: ("default", "work"), lambda name: client(other))
    async with Recruiter(profiles=profiles) as anna:
        assert "default" in anna.title
        await anna.command("account")
        await anna.write("work")
        await anna.press("enter")
        assert "work" in anna.title
        assert len(anna.state.vacancies or ()) == 14
        before = len(anna.server.received)
        await anna.press("enter")
        assert len(anna.server.received) == before
        assert any(one.path.endswith("/messages") for one in other.received)


async def test_a_login_that_can_not_be_used_leaves_one_where_one_is() -> None:
    def refuse(name: str) -> HHClient:
        raise NotLoggedIn(profile=name)

    async with Recruiter(profiles=Profiles("default", lambda: ("default", "work"), refuse)) as anna:
        before = anna.state.snapshot
        await anna.command("account")
        await anna.write("work")
        await anna.press("enter")
        assert anna.state.snapshot == before
        assert "default" in anna.title
        assert "work" in anna.toasts[-1]


async def test_one_account_alone_says_how_to_add_another() -> None:
    async with Recruiter() as anna:
        body: dict[str, Any] = {"items": [], "current_account_id": None}
        anna.server.faults.add("GET", "/manager_accounts/mine", status=200, body=body)
        await anna.command("account")
        assert anna.on_inbox
        assert "hh-tui login --profile" in anna.status
