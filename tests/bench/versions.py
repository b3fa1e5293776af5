"""What it ran on."""

import os
import platform
import shutil
import subprocess
from importlib.metadata import version

from hh_tui import __version__


def versions() -> dict[str, str]:
    """Name to version; a program that is not installed is absent, and said so."""
    told = {name: version(name) for name in ("textual", "rich", "msgspec", "httpx")}
    aerc = shutil.which("aerc")
    shown = subprocess.run([aerc, "-v"], capture_output=True, text=True, check=False).stdout if aerc else ""
    return {
        "hh-tui": __version__,
        "python": platform.python_version(),
        **told,
        "aerc": " ".join(shown.split()[:2]) or "not installed",
        "kernel": f"{platform.system()} {platform.release()}",
        "cores": str(os.cpu_count()),
    }
