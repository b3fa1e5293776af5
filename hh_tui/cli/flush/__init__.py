"""`hh-tui flush`: sends what is due, without a screen."""

from hh_tui.cli.flush.command import flush

__all__ = ["flush"]
