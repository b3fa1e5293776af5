"""Everything that can go wrong, as one tree.

    HHError                    base: `code` names its sentences in the catalogue
    ├── ConfigError            the settings can't be used
    │   └── WrongSettings      the file of the settings, with each Fault in it
    ├── NetworkError           no answer
    │   ├── Unreachable        nothing was sent: repeating is safe
    │   └── AnswerLost         the request may have been carried out: settle it by reading
    ├── ServerError            5xx; for a write the outcome is unknown too
    ├── UnreadableAnswer       not what the API promises: a guard page, broken JSON
    │   └── AnswerTooLong      longer than anything it has to say
    ├── NotCarriedOut          an unanswered write that turned out not to have taken place
    ├── LetterLost             the step was carried out, but its letter is not in the thread
    ├── EarlierUnsettled       an earlier write to the same candidate has no answer yet, this one was not sent
    ├── Unsettled              whether an unanswered write took place can't be found out
    ├── MovedOn                the candidate is no longer where they were when one decided
    ├── NotOffered             hh.ru does not offer this action for the candidate any more
    ├── NotChecked             where the candidate is could not be checked, so nothing was sent
    ├── HookStopped            a command of the person's own: HookRefused, HookTimeout, HookNotRun
    ├── NotEmployer            the account is no employer's
    ├── ListCutShort           a list ended before its end: what was read of it is good
    ├── ForeignOrigin          an address in an answer leads away from the configured API
    ├── FileError              a file of ours: UnsafeFile, UnusableFile
    ├── NoEditor, EditorFailed the person's own editor is not named, or did not do its work
    ├── TemplateTooLong        no letter could be as long
    ├── InputFailed, NotUnicode the terminal gives no keys any more, or can't show letters of every kind
    ├── StoreBusy              another instance holds the token
    ├── TokenNotSaved          a renewed token could not be written down
    ├── NotKept                what was decided could not be written down, so nothing is sent
    ├── LastNotKept            what was decided last is not on the disk at the end
    ├── DiskSilent             the disk does not answer
    ├── SecondInstance         another instance keeps the decisions of this profile
    ├── SetAside               StoreDamaged, StoreGone, StoreNewer: a database that can't be used as it is
    ├── CacheOff               what was read is not kept for the next start
    ├── StillKept              writes or drafts that a purge would lose
    ├── NotLoggedIn            there is no token
    ├── KeyringError           the keyring of a login: KeyringLocked, KeyringUnreachable
    ├── NamedWrongly           a vacancy or collection: NothingThere, NothingNamed, SeveralNamed;
    │                          a value of a filter: NoSuchValue, NothingSuggested, SeveralValues
    ├── LoginError             NotAnswered, LoginRefused, WrongState, NotRedirect, PortTaken, LoginTimeout
    └── Refused                the API said no, and why: `type` and `value` of its first error
        ├── NotAuthorized      the token or what it is made from
        │   ├── TokenExpired, TokenRevoked, TokenDeactivated, WrongToken
        │   ├── RefreshSpent, RefreshEarly, BadGrant
        │   └── CodeExpired, WrongClient, WrongRedirect, AccountLocked
        ├── AccountUnavailable the working account, or the whole company, may not be used
        ├── BadUserAgent       the name or the mail address that the program gives of itself
        ├── NotPaid            a paid method was not bought
        ├── CaptchaRequired    a person must solve a captcha first, at `captcha_url`
        ├── LimitReached       the limits of views, invitations and messages
        │   └── RateLimited    429: too many requests
        ├── NegotiationRefused this negotiation does not allow it now
        ├── NotFound           no such thing, or not for this account
        └── BadArgument        a value the API does not take
            └── NoReadyLetter  no letter is filled in: the resume is hidden, or the vacancy archived

What a person reads is made from `code` and `values` by `hh_tui.ui.presenters.errors`; no error text holds a
token, an address with a query or personal data.
"""

from hh_tui.errors.base import ConfigError, Fault, HHError, WrongSettings
from hh_tui.errors.disk import (
    CacheOff,
    DiskSilent,
    FileError,
    LastNotKept,
    NotKept,
    SecondInstance,
    SetAside,
    StillKept,
    StoreBusy,
    StoreDamaged,
    StoreGone,
    StoreNewer,
    TokenNotSaved,
    UnsafeFile,
    UnusableFile,
)
from hh_tui.errors.network import (
    AnswerLost,
    AnswerTooLong,
    ForeignOrigin,
    NetworkError,
    ServerError,
    Unreachable,
    UnreadableAnswer,
)
from hh_tui.errors.person import (
    EditorFailed,
    KeyringError,
    KeyringLocked,
    KeyringUnreachable,
    LoginError,
    LoginRefused,
    LoginTimeout,
    NamedWrongly,
    NoEditor,
    NoSuchValue,
    NotAnswered,
    NotEmployer,
    NothingNamed,
    NothingSuggested,
    NothingThere,
    NotLoggedIn,
    NotRedirect,
    PortTaken,
    SeveralNamed,
    SeveralValues,
    TemplateTooLong,
    WrongState,
)
from hh_tui.errors.refused import (
    AccountLocked,
    AccountUnavailable,
    BadArgument,
    BadGrant,
    BadUserAgent,
    CaptchaRequired,
    CodeExpired,
    LimitReached,
    ListCutShort,
    NegotiationRefused,
    NoReadyLetter,
    NotAuthorized,
    NotFound,
    NotPaid,
    RateLimited,
    RefreshEarly,
    RefreshSpent,
    Refused,
    TokenDeactivated,
    TokenExpired,
    TokenRevoked,
    WrongClient,
    WrongRedirect,
    WrongToken,
)
from hh_tui.errors.terminal import InputFailed, NotUnicode
from hh_tui.errors.writes import (
    EarlierUnsettled,
    HookNotRun,
    HookRefused,
    HookStopped,
    HookTimeout,
    LetterLost,
    MovedOn,
    NotCarriedOut,
    NotChecked,
    NotOffered,
    Unsettled,
)

__all__ = [
    "AccountLocked",
    "AccountUnavailable",
    "AnswerLost",
    "AnswerTooLong",
    "BadArgument",
    "BadGrant",
    "BadUserAgent",
    "CacheOff",
    "CaptchaRequired",
    "CodeExpired",
    "ConfigError",
    "DiskSilent",
    "EarlierUnsettled",
    "EditorFailed",
    "Fault",
    "FileError",
    "ForeignOrigin",
    "HHError",
    "HookNotRun",
    "HookRefused",
    "HookStopped",
    "HookTimeout",
    "InputFailed",
    "KeyringError",
    "KeyringLocked",
    "KeyringUnreachable",
    "LastNotKept",
    "LetterLost",
    "LimitReached",
    "ListCutShort",
    "LoginError",
    "LoginRefused",
    "LoginTimeout",
    "MovedOn",
    "NamedWrongly",
    "NegotiationRefused",
    "NetworkError",
    "NoEditor",
    "NoReadyLetter",
    "NoSuchValue",
    "NotAnswered",
    "NotAuthorized",
    "NotCarriedOut",
    "NotChecked",
    "NotEmployer",
    "NotFound",
    "NotKept",
    "NotLoggedIn",
    "NotOffered",
    "NotPaid",
    "NotRedirect",
    "NotUnicode",
    "NothingNamed",
    "NothingSuggested",
    "NothingThere",
    "PortTaken",
    "RateLimited",
    "RefreshEarly",
    "RefreshSpent",
    "Refused",
    "SecondInstance",
    "ServerError",
    "SetAside",
    "SeveralNamed",
    "SeveralValues",
    "StillKept",
    "StoreBusy",
    "StoreDamaged",
    "StoreGone",
    "StoreNewer",
    "TemplateTooLong",
    "TokenDeactivated",
    "TokenExpired",
    "TokenNotSaved",
    "TokenRevoked",
    "Unreachable",
    "UnreadableAnswer",
    "UnsafeFile",
    "Unsettled",
    "UnusableFile",
    "WrongClient",
    "WrongRedirect",
    "WrongSettings",
    "WrongState",
    "WrongToken",
]
