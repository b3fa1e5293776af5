"""The authorize page, and the endpoint that makes tokens of codes."""

from collections.abc import Callable
from urllib.parse import urlencode

from hh_tui.demo.call import Answer, Call
from hh_tui.demo.grants import CLIENT_ID, CLIENT_SECRET, LIFETIME, GrantRefusal, Grants, Pair

OPEN = frozenset({("POST", "/token"), ("GET", "/oauth/authorize")})
"""Operations that want no token."""


def get_authorize(call: Call) -> Answer:
    """The page in the browser; whoever has granted access before is led back at once."""
    grants = call.world.grants
    redirect = call.asked("redirect_uri") or grants.redirect
    if call.asked("client_id") != CLIENT_ID or call.asked("response_type") != "code":
        return _refused(GrantRefusal("invalid_client", "client_id or client_secret not found"))
    if redirect.partition("?")[0] != grants.redirect:
        return _refused(GrantRefusal("invalid_request", "bad redirect url"))
    method = call.asked("code_challenge_method")
    if method not in (None, "S256"):
        return _refused(GrantRefusal("invalid_request", "bad code_challenge_method"))
    found = {"error": "access_denied"}
    if grants.consents:
        found = {"code": grants.permit(redirect, call.asked("code_challenge") or "")}
    if (state := call.asked("state")) is not None:
        found["state"] = state
    return Answer(302, headers={"location": f"{redirect}{'&' if '?' in redirect else '?'}{urlencode(found)}"})


def post_token(call: Call) -> Answer:
    """authorize."""
    kinds: dict[str, Callable[[Call, Grants], Pair]] = {
        "authorization_code": _exchanged,
        "refresh_token": _refreshed,
    }
    form = dict(call.form)
    try:
        kind = kinds.get(form.get("grant_type", ""))
        if kind is None:
            raise GrantRefusal("unsupported_grant_type", "unsupported grant_type")
        pair = kind(call, call.world.grants)
    except GrantRefusal as refusal:
        return _refused(refusal)
    return Answer(
        body={
            "access_token": pair.access,
            "token_type": "bearer",
            "expires_in": int(LIFETIME.total_seconds()),
            "refresh_token": pair.refresh,
        }
    )


def delete_token(call: Call) -> Answer:
    """invalidate-token; the pair is dead afterwards."""
    call.world.grants.revoke(call.headers["authorization"].partition(" ")[2])
    return Answer(204)


def _exchanged(call: Call, grants: Grants) -> Pair:
    form = dict(call.form)
    if (form.get("client_id"), form.get("client_secret")) != (CLIENT_ID, CLIENT_SECRET):
        raise GrantRefusal("invalid_client", "client_id or client_secret not found")
    redirect = form.get("redirect_uri") or grants.redirect
    return grants.exchange(form.get("code", ""), redirect, form.get("code_verifier", ""))


def _refreshed(call: Call, grants: Grants) -> Pair:
    return grants.refresh(dict(call.form).get("refresh_token", ""))


def _refused(refusal: GrantRefusal) -> Answer:
    return Answer(400, {"error": refusal.error, "error_description": refusal.description})
