"""A session bus of its own, with Debian's gnome-keyring on it or without."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import secretstorage
from secretstorage.defines import SS_PATH
from secretstorage.util import DBusAddressWrapper, format_secret, open_session

PASSWORD = b"password"
CHANGE = "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"
"""The daemon's own interface for its tools: nobody can type a password into a window here."""


@contextmanager
def session_bus(home: Path, *, collection: bool) -> Iterator[dict[str, str]]:
    """The environment of a desktop session; its keyring is unlocked, or has no `collection` at all."""
    runtime = home / "run"
    runtime.mkdir(mode=0o700, parents=True)
    env = {"PATH": os.environ["PATH"], "HOME": str(home), "XDG_RUNTIME_DIR": str(runtime)}
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert bus.stdout is not None
    env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
    # With a password on its input it makes and unlocks the collection of the login.
    daemon = subprocess.Popen(
        [
            "gnome-keyring-daemon",
            "--foreground",
            "--components=secrets",
            *(["--unlock"] if collection else []),
        ],
        env=env,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert daemon.stdin is not None
    daemon.stdin.write(PASSWORD)
    daemon.stdin.close()
    subprocess.run(["gdbus", "wait", "--session", "org.freedesktop.secrets"], env=env, check=True, timeout=30)
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = env["DBUS_SESSION_BUS_ADDRESS"]
    try:
        yield env
    finally:
        del os.environ["DBUS_SESSION_BUS_ADDRESS"]
        for process in (daemon, bus):
            process.kill()
            process.wait()


def lock() -> None:
    """Lock the collection of the login."""
    with closing(secretstorage.dbus_init()) as bus:
        secretstorage.get_default_collection(bus).lock()


def unlock() -> None:
    """Unlock it, as a person would in a window."""
    with closing(secretstorage.dbus_init()) as bus:
        collection = secretstorage.get_default_collection(bus)
        secret = format_secret(open_session(bus), PASSWORD, "text/plain")
        service = DBusAddressWrapper(SS_PATH, CHANGE, bus)
        service.call("UnlockWithMasterPassword", "o(oayays)", collection.collection_path, secret)
        if collection.is_locked():
            raise RuntimeError("the collection stays locked")


def entries() -> list[str]:
    """The keys of our entries in all collections, locked or not."""
    with closing(secretstorage.dbus_init()) as bus:
        return [
            item.get_attributes()["username"]
            for item in secretstorage.search_items(bus, {"service": "hh-tui"})
        ]
