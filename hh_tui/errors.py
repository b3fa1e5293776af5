"""Everything that can go wrong, as one tree.

    HHError                    base: `code` names its sentences in the catalogue
    ├── ConfigError            the settings can't be used
    ├── NetworkError           no answer
    │   ├── Unreachable        nothing was sent: repeating is safe
    │   └── AnswerLost         the request may have been carried out: settle it by reading
    ├── ServerError            5xx; for a write the outcome is unknown too
    ├── UnreadableAnswer       not what the API promises: a guard page, broken JSON
    ├── NotCarriedOut          an unanswered write that turned out not to have taken place
    ├── LetterLost             the step was carried out, but its letter is not in the thread
    ├── Unsettled              whether an unanswered write took place can't be found out
    ├── MovedOn                the candidate is no longer where he was when one decided
    ├── NotOffered             hh.ru does not offer this action for the candidate any more
    ├── NotChecked             where the candidate is could not be checked, so nothing was sent
    ├── NotEmployer            the account is no employer's
    ├── ForeignOrigin          an address in an answer leads away from the configured API
    ├── FileError              a file of ours: UnsafeFile, UnusableFile
    ├── NoEditor, EditorFailed the person's own editor is not named, or did not do its work
    ├── StoreBusy              another instance holds the token
    ├── NotKept                what was decided could not be written down, so nothing is sent
    ├── SecondInstance         another instance keeps the decisions of this profile
    ├── SetAside               StoreDamaged, StoreNewer: a database that can't be used as it is
    ├── CacheOff               what was read is not kept for the next start
    ├── StillKept              writes or drafts that a purge would lose
    ├── NotLoggedIn            there is no token
    ├── NamedWrongly           a vacancy or collection: NothingThere, NothingNamed, SeveralNamed
    ├── LoginError             LoginRefused, WrongState, NotRedirect, PortTaken, LoginTimeout
    └── Refused                the API said no, and why: `type` and `value` of its first error
        ├── NotAuthorized      the token or what it is made from
        │   ├── TokenExpired, TokenRevoked, TokenDeactivated, WrongToken
        │   ├── RefreshSpent, RefreshEarly, BadGrant
        │   └── CodeExpired, WrongClient, WrongRedirect, AccountLocked
        ├── AccountUnavailable the working account, or the whole company, may not be used
        ├── NotPaid            a paid method was not bought
        ├── CaptchaRequired    a person must solve a captcha first, at `captcha_url`
        ├── LimitReached       the limits of views, invitations and messages
        │   └── RateLimited    429: too many requests
        ├── NegotiationRefused this negotiation does not allow it now
        ├── NotFound           no such thing, or not for this account
        └── BadArgument        a value the API does not take

What a person reads is made from `code` and `values` by `hh_tui.view.errors`; no error text holds a token,
an address with a query or personal data.
"""


class HHError(Exception):
    """Base of all errors of hh-tui.

    `code` is the stem of the catalogue entries, `values` fill them; `repeatable` says whether the same
    request can succeed later without anything being changed.
    """

    code: str = "unknown"
    repeatable: bool = False
    outcome_unknown: bool = False

    def __init__(self, **values: str | int) -> None:
        super().__init__(self.code)
        self.values: dict[str, str | int] = values


class ConfigError(HHError):
    """The settings can't be used; `values`: where, what."""

    code = "config"


class NetworkError(HHError):
    """No answer came."""

    code = "network"
    repeatable = True


class Unreachable(NetworkError):
    """No connection: the request did not leave. `values`: host."""

    code = "unreachable"


class AnswerLost(NetworkError):
    """The request left and no whole answer came: it may have been carried out."""

    code = "answer_lost"
    outcome_unknown = True


class ServerError(HHError):
    """The server failed. `values`: status."""

    code = "server"
    repeatable = True
    outcome_unknown = True


class UnreadableAnswer(HHError):
    """The answer is not what the API promises. `values`: status."""

    code = "unreadable"
    repeatable = True
    outcome_unknown = True


class NotCarriedOut(HHError):
    """No answer came, and a second look showed that nothing changed: repeating is safe."""

    code = "not_carried_out"
    repeatable = True


class LetterLost(HHError):
    """No answer came; the candidate is at the new stage, but the letter is not in the thread."""

    code = "letter_lost"


class Unsettled(HHError):
    """No answer came, and looking tells nothing: repeating may do it twice."""

    code = "unsettled"


class MovedOn(HHError):
    """A colleague, or the candidate, was quicker; nothing was sent. `values`: state, minutes.

    `state` is the name of the employer state now, `minutes` how long ago something last happened, -1 when
    the server does not say.
    """

    code = "moved_on"


class NotOffered(HHError):
    """The action is not offered any more; nothing was sent. `values`: action."""

    code = "not_offered"


class NotChecked(HHError):
    """The row was not fresh, and hh.ru did not say how it is now; nothing was sent."""

    code = "not_checked"
    repeatable = True


class NotEmployer(HHError):
    """The token works, but the account is not an employer's."""

    code = "not_employer"


class NamedWrongly(HHError):
    """What was named on the command line is not one thing. `values`: what."""

    code = "named_wrongly"


class NothingNamed(NamedWrongly):
    """No vacancy or collection has this id or name."""

    code = "nothing_named"


class NothingThere(NamedWrongly):
    """There is no active vacancy, or no collection, that could be listed."""

    code = "nothing_there"


class SeveralNamed(NamedWrongly):
    """Several have it. `values`: what, n, some of them."""

    code = "several_named"


class ForeignOrigin(HHError):
    """An address that leads to another server than the API; nothing was sent there. `values`: host."""

    code = "foreign_origin"


class FileError(HHError):
    """A file or folder of ours. `values`: path, why."""

    code = "unusable_file"


class UnsafeFile(FileError):
    """Others could read or change it: a link, a foreign owner, too open. `why` is a stem of the catalogue."""

    code = "unsafe_file"


class UnusableFile(FileError):
    """It can't be read or written; `why` is the system's word for it."""

    code = "unusable_file"


class NoEditor(HHError):
    """Neither VISUAL nor EDITOR names an editor."""

    code = "no_editor"


class EditorFailed(HHError):
    """The editor gave no text back.

    `values`: command; why: a stem of the catalogue or the system's word; exit_code where it ended with one.
    """

    code = "editor"


class StoreBusy(HHError):
    """Another instance holds the token's lock."""

    code = "store_busy"
    repeatable = True


class NotKept(HHError):
    """What was decided or typed is not on the disk, and so is not sent. `values`: why, the system's word."""

    code = "not_kept"


class SecondInstance(HHError):
    """Another instance keeps the decisions of this profile; this one only reads."""

    code = "second_instance"


class SetAside(HHError):
    """A database was renamed to `path`; `n` open writes and drafts were taken out of it first."""

    code = "store_damaged"


class StoreDamaged(SetAside):
    """It was damaged."""

    code = "store_damaged"


class StoreNewer(SetAside):
    """A later version of the program made it."""

    code = "store_newer"


class CacheOff(HHError):
    """What was read is not kept for the next start. `values`: why, the system's word."""

    code = "cache_off"


class StillKept(HHError):
    """A purge would lose what was not sent. `values`: writes, drafts; `?` where they can't be counted."""

    code = "still_kept"


class NotLoggedIn(HHError):
    """There is no token for this profile. `values`: profile."""

    code = "not_logged_in"


class LoginError(HHError):
    """A login that gave no token."""

    code = "unknown"
    repeatable = True


class LoginRefused(LoginError):
    """The person did not grant access."""

    code = "login_refused"


class WrongState(LoginError):
    """An answer that belongs to another login, or to nobody's."""

    code = "login_state"


class NotRedirect(LoginError):
    """What was pasted is not the address hh.ru leads back to. `values`: redirect."""

    code = "not_redirect"


class PortTaken(LoginError):
    """The port of the redirect address is in use. `values`: port."""

    code = "port_taken"


class LoginTimeout(LoginError):
    """The browser brought no answer. `values`: minutes."""

    code = "login_timeout"


class Refused(HHError):
    """The API said no. `type`, `value` and `request_id` are its own words, empty when it gave none."""

    code = "refused"

    def __init__(self, status: int, type_: str = "", value: str = "", request_id: str = "") -> None:
        super().__init__(status=status, type=type_, value=value)
        self.status = status
        self.type = type_
        self.value = value
        self.request_id = request_id


class NotAuthorized(Refused):
    """The token is bad, expired or revoked, or of the wrong kind."""

    code = "not_authorized"


class TokenExpired(NotAuthorized):
    """Its time is over and it can't be refreshed."""

    code = "token_expired"


class TokenRevoked(NotAuthorized):
    """The person took access back."""

    code = "token_revoked"


class TokenDeactivated(NotAuthorized):
    """A new password, or a login by code, switched it off."""

    code = "token_deactivated"


class WrongToken(NotAuthorized):
    """An application's token where a person's is needed, or the other way round."""

    code = "wrong_token"


class RefreshSpent(NotAuthorized):
    """The refresh token was used before and what came of it is not here."""

    code = "refresh_spent"


class RefreshEarly(NotAuthorized):
    """hh.ru refreshes nothing before the access token has expired."""

    code = "refresh_early"
    repeatable = True


class BadGrant(NotAuthorized):
    """The token endpoint did not take the refresh token, for any other reason."""

    code = "bad_grant"


class CodeExpired(NotAuthorized):
    """The code of a login is too old, used or unknown."""

    code = "code_expired"


class WrongClient(NotAuthorized):
    """Client id or secret belong to no application."""

    code = "wrong_client"


class WrongRedirect(NotAuthorized):
    """The redirect address is not the registered one."""

    code = "wrong_redirect"


class AccountLocked(NotAuthorized):
    """The person's account is locked, unknown or not confirmed."""

    code = "account_locked"


class AccountUnavailable(Refused):
    """The working account, or the whole company, may not be used now."""

    code = "account"


class NotPaid(Refused):
    """The method belongs to a paid service that the employer has not bought."""

    code = "not_paid"


class CaptchaRequired(Refused):
    """hh.ru wants a person to solve a captcha before it goes on.

    `captcha_url` is the page to open, with a `backurl` added; empty when the answer named none that is safe.
    """

    code = "captcha"
    repeatable = True
    captcha_url: str = ""


class LimitReached(Refused):
    """Too many: resume views, invitations or messages in a row. It helps to wait, not to repeat at once."""

    code = "limit"
    repeatable = True


class RateLimited(LimitReached):
    """Too many requests in a short time."""

    code = "rate_limit"


class NegotiationRefused(Refused):
    """This negotiation does not allow it now; `value` says why."""

    code = "negotiation"


class NotFound(Refused):
    """No such thing, or not for this account."""

    code = "not_found"


class BadArgument(Refused):
    """A value the API does not take; `value` names the parameter."""

    code = "bad_argument"
