"""The backends of the `keyring` library that are keyrings of an operating system."""

import os
import sys
from typing import Final

SECRETS: Final = "keyring.backends.SecretService.Keyring"
KWALLET: Final = "keyring.backends.kwallet.DBusKeyring"
LIBSECRET: Final = "keyring.backends.libsecret.Keyring"
KEYCHAIN: Final = "keyring.backends.macOS.Keyring"
CREDENTIALS: Final = "keyring.backends.Windows.WinVaultKeyring"

LABELS: Final = {
    SECRETS: "Secret Service",
    KWALLET: "KWallet",
    LIBSECRET: "Secret Service (libsecret)",
    KEYCHAIN: "macOS Keychain",
    CREDENTIALS: "Windows Credential Manager",
}

REFUSED: Final = ("keyring.backends.null.", "keyring.backends.fail.")
"""Named by who wants no keyring: `keyring --disable` writes the first one into the library's settings."""

CHAINER: Final = "keyring.backends.chainer."
"""Stands for every backend there is, those that can't store or that ask on the terminal included."""


def label(ring: str) -> str:
    """How a backend is called to a person."""
    return LABELS.get(ring, ring)


def system_rings() -> tuple[str, ...]:
    """The keyrings of this operating system, the desktop's own first."""
    if sys.platform == "darwin":
        return (KEYCHAIN,)
    if sys.platform == "win32":
        return (CREDENTIALS,)
    if "KDE" in os.environ.get("XDG_CURRENT_DESKTOP", "").split(":"):
        return KWALLET, SECRETS, LIBSECRET
    return SECRETS, KWALLET, LIBSECRET


def chosen(named: str) -> tuple[str, ...]:
    """The backends that may keep a login, where the library's settings name one, or "" for none."""
    if named.startswith(REFUSED):
        return ()
    if not named or named.startswith(CHAINER):
        return system_rings()
    return (named,)
