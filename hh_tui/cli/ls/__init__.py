"""`hh-tui ls`: what a list holds, for scripts, with reads that tell the candidate nothing."""

from hh_tui.cli.ls.command import ListRequest, print_list

__all__ = ["ListRequest", "print_list"]
