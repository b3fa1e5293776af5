"""Which driver the program runs with, and what only that driver can do."""

from textual.driver import Driver


def terminal_driver(default: type[Driver]) -> type[Driver]:
    """The driver with complete keys in place of Textual's on POSIX; any other driver as it is."""
    if (default.__module__, default.__name__) != ("textual.drivers.linux_driver", "LinuxDriver"):
        return default
    from hh_tui.ui.terminal.driver import TerminalDriver

    return TerminalDriver


def renew_modes(driver: Driver | None) -> None:
    """Set the terminal's modes once more on an empty screen, where the driver is ours."""
    renew = getattr(driver, "renew_modes", None)
    if renew is not None:
        renew()
