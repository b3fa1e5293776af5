"""Errors of the terminal the program runs in."""

from hh_tui.errors.base import HHError


class InputFailed(HHError):
    """No key can be read any more. `values`: kind, the name of the error, and where, a line of code."""

    code = "input_failed"


class NotUnicode(HHError):
    """The terminal shows characters of an encoding that can't show the inbox. `values`: encoding."""

    code = "not_unicode"
