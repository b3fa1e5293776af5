"""Logging in and out: the browser at hh.ru's page, the code it brings back, the token it becomes."""

from hh_tui.cli.login.commands import log_in, log_out
from hh_tui.cli.login.console import Console

__all__ = ["Console", "log_in", "log_out"]
