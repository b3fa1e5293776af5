"""Errors of the way to hh.ru and back."""

from hh_tui.errors.base import HHError


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


class AnswerTooLong(UnreadableAnswer):
    """The answer is longer than anything the API has to say. `values`: megabytes."""

    code = "too_long"


class ForeignOrigin(HHError):
    """An address that leads to another server than the API; nothing was sent there. `values`: host."""

    code = "foreign_origin"
