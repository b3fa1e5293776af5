"""Where hh-tui keeps its files: one function for each place, nothing else computes paths."""

import os
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_downloads_path, user_state_path

NAME = "hh-tui"


def config_folder() -> Path:
    """The folder of the settings: `HH_TUI_HOME`, else the platform's."""
    home = os.environ.get("HH_TUI_HOME")
    return Path(home) if home else user_config_path(NAME, appauthor=False)


def config_file() -> Path:
    """The settings."""
    return config_folder() / "config.toml"


def tokens_folder() -> Path:
    """The folder of the tokens, one file for each profile."""
    home = os.environ.get("HH_TUI_HOME")
    return (Path(home) if home else user_data_path(NAME, appauthor=False)) / "tokens"


def log_file() -> Path:
    """The log of requests; older ones stand beside it with a number."""
    home = os.environ.get("HH_TUI_HOME")
    return (Path(home) if home else user_state_path(NAME, appauthor=False)) / "log" / "requests.log"


def downloads_folder() -> Path:
    """Where saved resumes go unless the settings say otherwise: the platform's folder for downloads."""
    return user_downloads_path()
