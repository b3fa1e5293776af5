"""One page about the state of everything the program stands on."""

from hh_tui.cli.doctor.page import examine

__all__ = ["examine"]
