"""`make keyrings`: log in, list, look, lock, refresh, log in again and out, with real keyrings and backends.

Prints a table of where the token was said to be and where it was; the exit code is 1 where they differ, where
a backend asked on the terminal, where a traceback was seen, or where a logout left a token. Needs Debian's
gnome-keyring and dbus-daemon, and a package index.
"""

import json
import re
import subprocess
import sys
import tempfile
import venv
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import httpx

from hh_tui.demo import StandIn, serve
from hh_tui.demo.grants import CLIENT_ID, CLIENT_SECRET
from tests.keyrings.session import entries, lock, session_bus, unlock
from tests.midday import standin
from tests.terminal import Terminal

ROOT = Path(__file__).parents[2]
REDIRECT = "https://recruiting.example.org/hh"

PACKAGES: Final[Mapping[str, tuple[str, ...] | None]] = {
    "no keyring": None,
    "keyring": ("keyring==25.7.0",),
    "keyrings.alt": ("keyring==25.7.0", "keyrings.alt==5.0.2", "pycryptodome"),
    "package indexes": (
        "keyring==25.7.0",
        "keyrings.google-artifactregistry-auth==1.1.2",
        "artifacts-keyring==1.0.0",
    ),
    "cryptfile": ("keyring==25.7.0", "keyrings.cryptfile==1.3.9"),
}
"""What is installed beside the program; all but the first with the extra."""

SECRET_SERVICE = "keyring.backends.SecretService.Keyring"
CHAINER = "keyring.backends.chainer.ChainerBackend"

RUNS: Final = (
    ("no keyring", "none", ""),
    ("no keyring", "gnome", ""),
    ("keyring", "none", ""),
    ("keyring", "none", SECRET_SERVICE),
    ("keyring", "none", "keyring.backends.kwallet.DBusKeyring"),
    ("keyring", "none", "no.such.Ring"),
    ("keyring", "gnome", ""),
    ("keyring", "gnome", "keyring.backends.null.Keyring"),
    ("keyring", "gnome", CHAINER),
    ("keyring", "empty", ""),
    ("keyring", "locked", ""),
    ("keyrings.alt", "none", ""),
    ("keyrings.alt", "none", CHAINER),
    ("keyrings.alt", "none", "keyrings.alt.file.EncryptedKeyring"),
    ("keyrings.alt", "none", "keyrings.alt.file.PlaintextKeyring"),
    ("keyrings.alt", "gnome", ""),
    ("package indexes", "none", ""),
    ("package indexes", "none", "keyrings.gauth.GooglePythonAuth"),
    ("package indexes", "gnome", ""),
    ("package indexes", "gnome", "artifacts_keyring.ArtifactsKeyringBackend"),
    ("cryptfile", "none", "keyrings.cryptfile.cryptfile.CryptFileKeyring"),
    ("cryptfile", "gnome", ""),
)
"""Packages, session (none, gnome, empty: without a collection, locked), the backend that the person names."""


HEAD: Final = ("packages", "session", "named backend", "login", "login while locked", "logout", "result")


ASKED: Final = re.compile(r"(?i)password( for \w+( \w+)*)?: ")
"""How backends ask."""


@dataclass
class Run:
    """One home in one session with one set of packages."""

    python: Path
    home: Path
    origin: str
    server: StandIn
    env: dict[str, str]
    broken: list[str] = field(default_factory=list)

    def say(self, *arguments: str, answer: bool = False) -> str:
        """What a command says on a terminal; a login gets the address that the browser was led to."""
        with Terminal([str(self.python), "-m", "hh_tui", "--lang", "en", *arguments], self.env) as screen:
            if answer:
                screen.wait_for("Paste")
                page = re.search(r"http://127\S+", screen.text)
                assert page is not None
                address = httpx.get(page.group(), trust_env=False).headers["location"]
                screen.type(f"{address}\n")
            code = screen.wait()
            text = screen.text
        if "Traceback" in text or code not in (0, 1):
            self.broken.append(f"{arguments[0]}: exit code {code}")
        if ASKED.search(text):
            self.broken.append(f"{arguments[0]}: asks for a password")
        return text

    def where(self) -> set[str]:
        """The places that do hold a token."""
        found = {"file"} if (self.home / "hh" / "tokens" / "default.json").exists() else set[str]()
        if "DBUS_SESSION_BUS_ADDRESS" in self.env and entries():
            found.add("keyring Secret Service")
        others = [path for path in self.home.rglob("*") if path.is_file() and path.parent.name != "tokens"]
        found |= {str(path) for path in others if b"USERDEMO" in path.read_bytes()}
        return found

    def told(self, text: str) -> str:
        """The place in what a login or the doctor says."""
        place = re.search(r"kept (?:here:|in) (.+?)\.?\r?$", text, re.MULTILINE)
        if place is None:
            return "nowhere"
        return "file" if "tokens" in place.group(1).replace("\r\n", "") else place.group(1).strip()

    def check(self, step: str, told: str, places: set[str]) -> None:
        """Note a step whose word is not true."""
        if self.where() != places or told not in (*places, ""):
            self.broken.append(f"{step}: told {told}, is in {sorted(self.where())}, wanted {sorted(places)}")


def played(run: Run, session: str) -> list[str]:
    """The cells of one line of the table: places after login, refresh and logout, and what was amiss."""
    if session == "locked":
        lock()
    first = run.told(run.say("login", "--paste", answer=True))
    run.check("login", first, {first})
    for command in ("ls", "flush"):
        run.say(command)
    run.check("doctor", run.told(run.say("doctor")), {first})
    run.server.expire_token()
    run.say("ls")
    run.check("refresh", run.told(run.say("doctor")), {first})
    second = "-"
    if first == "keyring Secret Service":
        lock()
        if "is locked" not in run.say("ls"):
            run.broken.append("ls: the locked keyring is not named")
        run.say("doctor")
        second = run.told(run.say("login", "--paste", answer=True))
        unlock()
        run.say("doctor")
        run.check("login while locked", second, {second})
    if session == "locked":
        unlock()
    run.say("logout", "--force")
    run.check("logout", "", set())
    live = [pair for pair in run.server.grants._pairs[1:] if not pair.fate]
    if live:
        run.broken.append(f"logout: {len(live)} tokens live on")
    return [first, second, ", ".join(sorted(run.where())) or "nowhere", "; ".join(run.broken) or "as told"]


def installed(folder: Path, packages: tuple[str, ...] | None) -> Path:
    """An environment with the program's dependencies, without the keyring of ours, and these packages."""
    venv.create(folder, with_pip=False)
    target = next((folder / "lib").glob("python*")) / "site-packages"
    wanted = [str(ROOT), *(packages or ())]
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target"]
    subprocess.run([*command, str(target), *wanted], check=True)
    return folder / "bin" / "python"


def main(only: Sequence[str]) -> int:
    """Play the runs with these packages, all of them where none is named; the exit code."""
    runs = [run for run in RUNS if not only or run[0] in only]
    table: list[tuple[str, ...]] = [HEAD]
    broken = False
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        names = dict.fromkeys(packages for packages, _, _ in runs)
        pythons = {name: installed(base / f"env{n}", PACKAGES[name]) for n, name in enumerate(names)}
        for number, (packages, session, named) in enumerate(runs):
            home = base / f"home{number}"
            server = standin()
            server.grants.redirect = REDIRECT
            with ExitStack() as stack:
                origin = stack.enter_context(serve(server))
                env = {"HOME": str(home)}
                if session != "none":
                    env = stack.enter_context(session_bus(home, collection=session != "empty"))
                env |= {
                    "LANG": "en_US.UTF-8",
                    "HH_TUI_HOME": str(home / "hh"),
                    "HH_TUI_API_URL": origin,
                    "HH_TUI_AUTH_URL": origin,
                    "HH_TUI_CLIENT_ID": CLIENT_ID,
                    "HH_TUI_CLIENT_SECRET": CLIENT_SECRET,
                    "HH_TUI_REDIRECT_URI": REDIRECT,
                    **({"PYTHON_KEYRING_BACKEND": named} if named else {}),
                }
                run = Run(pythons[packages], home, origin, server, env)
                found = played(run, session)
            broken = broken or bool(run.broken)
            table.append((packages, session, named.rpartition(".")[0] or "-", *found))
            sys.stdout.write(f"{json.dumps(table[-1])}\n")
            sys.stdout.flush()
    widths = [max(len(line[column]) for line in table) for column in range(len(table[0]))]
    for line in table:
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        sys.stdout.write(f"{'  '.join(cells).rstrip()}\n")
    return int(broken)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
