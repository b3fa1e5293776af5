"""The developer's machine is shut out: no settings, no token, one language, one time zone."""

import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ["TZ"] = "Europe/Moscow"
time.tzset()

settings.register_profile("shared", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared")


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = [name for name in os.environ if name.startswith("HH_TUI_")]
    for name in (*ours, "NO_COLOR", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("HH_TUI_HOME", str(tmp_path / "home"))
