"""Settings from `config.toml`, the environment and the command line, the later one winning."""

import os
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from hh_tui.api.origin import HH
from hh_tui.errors import ConfigError

Keys = tuple[str, ...]
Seconds = Annotated[float, Field(ge=0, le=600)]


class Settings(BaseModel):
    """Everything a person can set. Holds are in seconds; `keys` maps command ids to their keys.

    `contact` is the mail address that hh.ru wants to find in the User-Agent of every application.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    lang: Literal["ru", "en"] | None = None
    theme: Literal["dark", "light"] = "dark"
    hold: Seconds = 5.0
    hold_letter: Seconds = 10.0
    contact: Annotated[str, Field(min_length=3, max_length=200, pattern=r"^[\x21-\x7e]+$")] = (
        "hh-tui@localhost"
    )
    api_url: str = str(HH)
    keys: dict[str, Keys] = Field(default_factory=dict)


def load(path: Path) -> Settings:
    """The settings in a file, with the environment's on top; defaults where there is no file.

    Raises ConfigError naming the file and the setting that can't be used.
    """
    values: dict[str, Any] = {}
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        pass
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(where=str(path), what=str(error)) from error
    if url := os.environ.get("HH_TUI_API_URL"):
        values["api_url"] = url
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = ".".join(str(part) for part in first["loc"])
        raise ConfigError(where=str(path), what=f"{name}: {first['msg']}") from error
