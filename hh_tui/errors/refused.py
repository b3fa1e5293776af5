"""What the API says no to."""

from hh_tui.errors.base import HHError


class Refused(HHError):
    """The API said no. `type`, `value` and `request_id` are its own words, empty when it gave none."""

    code = "refused"

    def __init__(self, status: int, type_: str = "", value: str = "", request_id: str = "") -> None:
        super().__init__(status=status, type=type_, value=value)
        self.status = status
        self.type = type_
        self.value = value
        self.request_id = request_id

    @property
    def is_bad_request(self) -> bool:
        """Whether the request itself was not understood, so that another way of asking can be tried.

        hh.ru says so with `bad_argument`, with `bad_request`, and with a description alone. A rule of
        negotiations, a limit or a token is no such thing, though its status can be 400 as well.
        """
        return self.status == 400 and type(self) in (Refused, BadArgument)


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


class BadUserAgent(Refused):
    """hh.ru does not take what the program says of itself: it is `unset`, or `blacklisted`."""

    code = "bad_user_agent"


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
    """Too many requests in a short time; nothing was carried out.

    `wait` is how many seconds hh.ru asks to wait before anything else is sent, None when it does not say.
    """

    code = "rate_limit"
    wait: float | None = None

    def left(self, seconds: float) -> "RateLimited":
        """The same with so many seconds to wait."""
        self.wait = seconds
        return self


class NegotiationRefused(Refused):
    """This negotiation does not allow it now; `value` says why."""

    code = "negotiation"


class NotFound(Refused):
    """No such thing, or not for this account."""

    code = "not_found"


class BadArgument(Refused):
    """A value the API does not take; `value` names the parameter, `reason` says what is wrong with it."""

    code = "bad_argument"
    reason: str = ""


class NoReadyLetter(BadArgument):
    """hh.ru fills in no letter for this candidate: the resume is hidden, or the vacancy archived."""

    code = "no_ready_letter"


class ListCutShort(HHError):
    """A list ended before its end, as `cause` says. `values`: shown, found."""

    code = "list_cut"
    cause: HHError = HHError()

    @classmethod
    def of(cls, cause: HHError, shown: int, found: int) -> "ListCutShort":
        """A list of `found` elements, `shown` of which were read."""
        error = cls(shown=shown, found=found)
        error.cause = cause
        return error

    @property
    def is_refused(self) -> bool:
        """Whether hh.ru goes no deeper into the list, which no repetition changes."""
        return isinstance(self.cause, Refused) and self.cause.is_bad_request
