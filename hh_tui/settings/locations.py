"""Where hh-tui keeps its files: one function for each place, nothing else computes paths."""

import hashlib
import os
import re
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_downloads_path, user_state_path

from hh_tui.settings.api_url import HOME, place_of
from hh_tui.tokens.profile import DEFAULT_PROFILE

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


def store_folder(profile: str, api_url: str) -> Path:
    """The folder of what one profile keeps of one API: hh.ru's own stands above those of others.

    Raises ConfigError for an address that can't be an API's.
    """
    profiles = profile_folder(profile)
    place = place_of(api_url)
    if place == place_of(HOME):
        return profiles
    scheme, host, port = place
    name = re.sub(r"[^a-z0-9.]", "-", f"{host}-{port}".lower())
    # Two origins may read alike once what no file name can hold is gone.
    mark = hashlib.sha256(f"{scheme}://{host}:{port}".encode()).hexdigest()[:8]
    return profiles / f"at-{name}-{mark}"


def profile_folder(profile: str) -> Path:
    """The folder of everything a profile keeps, whatever the API."""
    home = os.environ.get("HH_TUI_HOME")
    return (Path(home) if home else user_data_path(NAME, appauthor=False)) / "store" / profile


def log_file() -> Path:
    """The log of requests; older ones stand beside it with a number."""
    home = os.environ.get("HH_TUI_HOME")
    return (Path(home) if home else user_state_path(NAME, appauthor=False)) / "log" / "requests.log"


def letters_folder(profile: str) -> Path:
    """Texts of the person's own editor that could not be taken for a letter, by profile.

    Those of the default profile stand above those of others.
    """
    home = os.environ.get("HH_TUI_HOME")
    folder = (Path(home) if home else user_data_path(NAME, appauthor=False)) / "letters"
    return folder if profile == DEFAULT_PROFILE else folder / profile


def templates_folder() -> Path:
    """The person's own letters, one text file each."""
    return config_folder() / "templates"


def downloads_folder() -> Path:
    """Where saved resumes go unless the settings say otherwise: the platform's folder for downloads."""
    return user_downloads_path()
