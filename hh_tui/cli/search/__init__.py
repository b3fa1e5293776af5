"""`hh-tui search`: whom the resume base has, for scripts; it spends no view."""

from hh_tui.cli.search.command import SearchRequest, print_found

__all__ = ["SearchRequest", "print_found"]
