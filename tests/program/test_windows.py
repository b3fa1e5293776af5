"""The program starts where the modules of POSIX do not exist."""

import subprocess
import sys
from pathlib import Path

# filelock warns where POSIX has no fcntl; on Windows it locks by msvcrt.
START = """
import sys
for name in ("fcntl", "termios", "pwd", "grp", "pty", "tty", "resource", "syslog"):
    sys.modules[name] = None
import hh_tui.cli.connect, hh_tui.cli.doctor, hh_tui.cli.login, hh_tui.cli.main, hh_tui.demo
import hh_tui.api.log, hh_tui.api.transport, hh_tui.tokens.store
sys.exit(hh_tui.cli.main.main(["doctor", "--json"]))
"""


def test_nothing_of_posix_is_needed_to_start(tmp_path: Path) -> None:
    env = {"HH_TUI_HOME": str(tmp_path), "HH_TUI_API_URL": "http://127.0.0.1:1", "LANG": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-W", "ignore:only soft file lock", "-c", START],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 1
    assert '"id": "connection"' in done.stdout
