"""Taking tokens back at hh.ru, wherever they were found (`DELETE /token`)."""

import asyncio
from enum import StrEnum

from hh_tui.api.expected_answer import NO_CONTENT
from hh_tui.cli.connect import ApiAccess
from hh_tui.errors import HHError, KeyringError, NotAuthorized, TokenExpired
from hh_tui.i18n import Catalogue
from hh_tui.tokens.pair import TokenPair
from hh_tui.tokens.record import FILE
from hh_tui.ui.presenters.places import place_name


class RevokeOutcome(StrEnum):
    """What became of a token; the values are stems of the catalogue."""

    DONE = "done"
    WAS_DEAD = "was-dead"
    NOT_REVOKED = "not-revoked"
    UNREACHABLE = "unreachable"


async def revoked(access: ApiAccess, tr: Catalogue, pair: TokenPair) -> RevokeOutcome:
    """Take a pair back for good; an expired one is renewed first, as hh.ru revokes live tokens only.

    Says how it went; raises no HHError.
    """
    if pair.origin != str(access.origin.base):
        return RevokeOutcome.NOT_REVOKED
    try:
        try:
            await _delete(access, tr, pair)
        except TokenExpired:
            await _delete(access, tr, await access.endpoint().refresh(pair))
    except NotAuthorized:
        return RevokeOutcome.WAS_DEAD
    except HHError:
        return RevokeOutcome.NOT_REVOKED
    return RevokeOutcome.DONE


async def second_places(
    access: ApiAccess, tr: Catalogue, kept: TokenPair | None
) -> list[tuple[RevokeOutcome, str]]:
    """Revoke and forget what is recorded beside the profile's own pair: the outcome for each place.

    What can't be revoked now stays recorded. The lock of the profile must be held.
    """
    profile, store = access.settings.profile, access.store
    home, outcomes = store.record(profile).home, list[tuple[RevokeOutcome, str]]()
    for place in await asyncio.to_thread(lambda: store.everywhere(profile, recorded=True)):
        if (place.entry or FILE) == home:
            continue
        outcome = RevokeOutcome.UNREACHABLE
        if place.pair is not None:
            same = kept is not None and place.pair.access == kept.access
            outcome = RevokeOutcome.WAS_DEAD if same else await revoked(access, tr, place.pair)
        if outcome in (RevokeOutcome.DONE, RevokeOutcome.WAS_DEAD):
            try:
                await asyncio.to_thread(store.discard, profile, place)
            except KeyringError:
                outcome = RevokeOutcome.UNREACHABLE
        outcomes.append((outcome, place_name(tr, place)))
    return outcomes


async def _delete(access: ApiAccess, tr: Catalogue, pair: TokenPair) -> None:
    connection = access.connection(tr.language, pair.access.reveal())
    await connection.write("DELETE", "/token", [], NO_CONTENT)
