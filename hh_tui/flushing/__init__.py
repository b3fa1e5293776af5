"""`hh-tui flush`: sends what is due, without a screen."""

from hh_tui.flushing.command import flush

__all__ = ["flush"]
