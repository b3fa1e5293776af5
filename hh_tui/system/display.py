"""Whether windows can be opened where the person sits."""

from collections.abc import Mapping
from typing import Final

REMOTE: Final = ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")


def is_remote(env: Mapping[str, str]) -> bool:
    """Whether the terminal is at the other end of an ssh connection."""
    return any(env.get(name) for name in REMOTE)


def has_display(env: Mapping[str, str], platform: str) -> bool:
    """Whether a window opened from here is seen by the person; `platform` is as in `sys.platform`.

    A display of X11 or Wayland counts over ssh too: it is forwarded. Windows and macOS open windows on their
    own screen, which nobody may sit at who came by ssh.
    """
    if env.get("DISPLAY") or env.get("WAYLAND_DISPLAY"):
        return True
    return (platform in ("darwin", "win32", "cygwin") or bool(env.get("WSL_DISTRO_NAME"))) and not is_remote(
        env
    )
