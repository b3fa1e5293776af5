"""A token that runs out is renewed once, whoever asks and however many."""

import asyncio
from pathlib import Path
from typing import Any

import httpx
import pytest

from hh_tui.demo import TOKEN, StandIn
from hh_tui.demo.readings import Readings
from hh_tui.errors import (
    AnswerLost,
    ForeignOrigin,
    HHError,
    NotAuthorized,
    NotLoggedIn,
    RefreshSpent,
    TokenDeactivated,
    TokenExpired,
    TokenRevoked,
    UnreadableAnswer,
    WrongClient,
)
from hh_tui.tokens.profile import DEFAULT_PROFILE
from tests.demo.driver import HandClock
from tests.login.scene import Scene, forget, pair_for


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path)


def _refreshes(scene: Scene) -> int:
    return sum(one.path == "/token" for one in scene.server.received)


async def test_a_good_token_is_never_refreshed_ahead(scene: Scene) -> None:
    await scene.client().account.me()
    assert _refreshes(scene) == 0


async def test_an_expired_one_is_refreshed_and_kept_before_it_is_used(scene: Scene) -> None:
    scene.server.expire_token()
    kept_when_used: list[bool] = []
    handle = scene.server.handle

    def watch(request: httpx.Request) -> httpx.Response:
        used = request.headers.get("authorization", "")
        if used not in ("", f"Bearer {TOKEN}"):
            kept_when_used.append(used == f"Bearer {scene.kept().access.reveal()}")
        return handle(request)

    scene.transport = httpx.MockTransport(watch)
    assert (await scene.client().account.me()).is_employer
    assert kept_when_used == [True]
    assert scene.kept().expires_at > scene.clock.now


async def test_a_write_goes_out_again_with_its_form(scene: Scene) -> None:
    client = scene.client()
    nid = scene.server.world.topics_of(scene.server.world.vacancies[2].id, "response")[0]
    negotiation = await client.negotiations.one(nid)
    scene.server.expire_token()
    await client.messages.write(negotiation, "Добрый день")
    assert [one.text for one in await client.messages.all(negotiation)][-1] == "Добрый день"
    assert _refreshes(scene) == 1


async def test_five_at_once_refresh_once(scene: Scene) -> None:
    client = scene.client()
    await client.account.me()
    scene.server.expire_token()
    found = await asyncio.gather(*(client.account.me() for _ in range(5)))
    assert len(found) == 5
    assert _refreshes(scene) == 1


async def test_two_instances_refresh_once(scene: Scene) -> None:
    one, other = scene.client(), scene.client()
    scene.server.expire_token()
    await asyncio.gather(*(client.account.me() for client in (one, other) for _ in range(3)))
    assert _refreshes(scene) == 1


async def test_it_goes_on_for_months(scene: Scene) -> None:
    client = scene.client()
    scene.server.expire_token()
    for count in range(1, 5):
        await client.account.me()
        assert _refreshes(scene) == count
        scene.clock.pass_by(days=15)


async def test_401_counts_as_expired(scene: Scene) -> None:
    scene.server.expire_token()
    scene.server.faults.add("GET", "/me", status=401, body="")
    assert (await scene.client().account.me()).is_employer
    assert _refreshes(scene) == 1


@pytest.mark.parametrize(
    "body",
    [
        {"errors": [{"type": "forbidden", "value": "token_expired"}]},
        {"errors": [{"type": "forbidden"}], "oauth_error": "token-expired"},
        {"oauth_error": "token-expired"},
        {"errors": [{"type": "resumes"}, {"type": "forbidden", "value": "token_expired"}]},
    ],
)
async def test_either_word_for_expired_renews(scene: Scene, body: dict[str, object]) -> None:
    scene.server.expire_token()
    scene.server.faults.add("GET", "/me", status=403, body=body)
    assert (await scene.client().account.me()).is_employer
    assert _refreshes(scene) == 1


async def test_expired_renews_under_either_type(tmp_path: Path) -> None:
    clock = HandClock()
    scene = Scene(tmp_path, server=StandIn("S", clock=clock, readings=Readings(tokens_forbidden=True)))
    scene.server.expire_token()
    assert (await scene.client().account.me()).is_employer
    assert _refreshes(scene) == 1


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ({"errors": [{"type": "forbidden", "value": "token_revoked"}]}, TokenRevoked),
        ({"errors": [{"type": "forbidden"}], "oauth_error": "token-revoked"}, TokenRevoked),
        ({"oauth_error": "bad-auth-type"}, NotAuthorized),
        ({"oauth_error": "client-id-deleted"}, WrongClient),
    ],
)
async def test_what_can_not_be_renewed_costs_nothing(
    scene: Scene, body: dict[str, object], kind: type[HHError]
) -> None:
    scene.server.faults.add("GET", "/me", status=403, body=body)
    with pytest.raises(HHError) as caught:
        await scene.client().account.me()
    assert type(caught.value) is kind
    assert _refreshes(scene) == 0


@pytest.mark.parametrize("status", [200, 202, 302, 400, 401, 403, 404])
async def test_a_guard_page_at_the_token_endpoint_ends_no_login(scene: Scene, status: int) -> None:
    """It says nothing about the refresh token: the next request tries it again."""
    scene.server.expire_token()
    client = scene.client()
    scene.server.faults.add("POST", "/token", status=status, body="<html>guard</html>")
    with pytest.raises(UnreadableAnswer):
        await client.account.me()
    assert (await client.account.me()).is_employer


async def test_a_guard_page_with_401_costs_no_refresh(scene: Scene) -> None:
    scene.server.faults.add("GET", "/me", status=401, body="<html>guard</html>")
    client = scene.client()
    with pytest.raises(UnreadableAnswer):
        await client.account.me()
    assert (await client.account.me()).is_employer
    assert _refreshes(scene) == 0


async def test_a_ready_token_is_not_refreshed(scene: Scene) -> None:
    scene.server.expire_token()
    with pytest.raises(TokenExpired):
        await scene.client(TOKEN).account.me()
    assert _refreshes(scene) == 0


@pytest.mark.parametrize(
    ("fate", "kind"),
    [
        ("token has already been refreshed", RefreshSpent),
        ("token was revoked", TokenRevoked),
        ("token deactivated", TokenDeactivated),
    ],
)
async def test_a_refused_refresh_is_named_and_not_repeated(
    scene: Scene, fate: str, kind: type[HHError]
) -> None:
    scene.server.faults.add(
        "GET", "/me", times=9, status=403, body={"errors": [{"type": "oauth", "value": "token_expired"}]}
    )
    scene.server.grants.end(fate)
    client = scene.client()
    for _ in range(3):
        with pytest.raises(kind) as caught:
            await client.account.me()
    assert isinstance(caught.value, NotAuthorized)
    assert _refreshes(scene) == 1
    assert scene.kept() == pair_for()


async def test_a_new_login_elsewhere_is_taken_up(scene: Scene) -> None:
    client = scene.client()
    scene.server.grants.end()
    with pytest.raises(TokenRevoked):
        await client.account.me()
    code = scene.server.grants.permit("x", "")
    new = scene.server.grants.exchange(code, "x", "")
    scene.store.save(DEFAULT_PROFILE, pair_for(access=new.access, refresh=new.refresh))
    assert (await client.account.me()).is_employer
    assert _refreshes(scene) == 0


async def test_a_logout_elsewhere_ends_it(scene: Scene) -> None:
    client = scene.client()
    forget(scene.store)
    scene.server.expire_token()
    with pytest.raises(NotLoggedIn):
        await client.account.me()
    assert _refreshes(scene) == 0


async def test_a_caller_that_leaves_does_not_cut_a_refresh_short(scene: Scene) -> None:
    arrived, go_on = asyncio.Event(), asyncio.Event()

    async def slowly(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/token":
            arrived.set()
            await go_on.wait()
        return scene.server.handle(request)

    scene.transport = httpx.MockTransport(slowly)
    scene.server.expire_token()
    client = scene.client()
    caller = asyncio.create_task(client.account.me())
    await arrived.wait()
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    go_on.set()
    await client.aclose()
    assert scene.kept().access.reveal() != TOKEN


async def test_a_lost_answer_of_a_refresh_is_named(scene: Scene) -> None:
    scene.server.expire_token()
    scene.server.faults.add("POST", "/token", exception="read")
    client = scene.client()
    with pytest.raises(AnswerLost):
        await client.account.me()
    assert (await client.account.me()).is_employer


@pytest.mark.parametrize(
    "body",
    ["", "null", "<html>", "[]", {}, {"access_token": "a", "refresh_token": "", "expires_in": 5},
     {"access_token": "a\nb", "refresh_token": "b", "expires_in": 5},
     {"access_token": "a\n", "refresh_token": "b", "expires_in": 5},
     {"access_token": "a", "refresh_token": "b" * 4097, "expires_in": 5},
     {"access_token": "a", "refresh_token": "b", "expires_in": 10**9 + 1},
     {"access_token": "a", "refresh_token": "b", "expires_in": -1}],
)  # fmt: skip
async def test_an_unreadable_pair_is_not_kept(scene: Scene, body: Any) -> None:
    scene.server.expire_token()
    scene.server.faults.add("POST", "/token", status=200, body=body)
    with pytest.raises(UnreadableAnswer):
        await scene.client().account.me()
    assert scene.kept() == pair_for()


async def test_a_token_of_another_origin_stays_at_home(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    scene.store.save(DEFAULT_PROFILE, pair_for("http://127.0.0.1:9"))
    with pytest.raises(NotLoggedIn):
        scene.client()


async def test_the_guard_stands_before_every_request(scene: Scene) -> None:
    scene.server.expire_token()
    connection = scene.access().connection("ru")
    with pytest.raises(ForeignOrigin):
        await connection.read("https://evil.example/me")
    assert scene.server.received == []
    assert "TOKEN" not in repr(scene.stored())
