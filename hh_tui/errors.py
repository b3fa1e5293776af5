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
    ├── NotEmployer            the account is no employer's
    ├── ForeignOrigin          an address in an answer leads away from the configured API
    └── Refused                the API said no, and why: `type` and `value` of its first error
        ├── NotAuthorized      the token: bad, expired, revoked
        ├── NotPaid            a paid method was not bought
        ├── CaptchaRequired    a person must solve a captcha first
        ├── LimitReached       429 and the limits of views, invitations and messages
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


class NotEmployer(HHError):
    """The token works, but the account is not an employer's."""

    code = "not_employer"


class ForeignOrigin(HHError):
    """An address that leads to another server than the API; nothing was sent there. `values`: host."""

    code = "foreign_origin"


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


class NotPaid(Refused):
    """The method belongs to a paid service that the employer has not bought."""

    code = "not_paid"


class CaptchaRequired(Refused):
    """hh.ru wants a person to solve a captcha before it goes on."""

    code = "captcha"
    repeatable = True


class LimitReached(Refused):
    """Too many: requests, resume views, invitations or messages in a row."""

    code = "limit"
    repeatable = True


class NegotiationRefused(Refused):
    """This negotiation does not allow it now; `value` says why."""

    code = "negotiation"


class NotFound(Refused):
    """No such thing, or not for this account."""

    code = "not_found"


class BadArgument(Refused):
    """A value the API does not take; `value` names the parameter."""

    code = "bad_argument"
