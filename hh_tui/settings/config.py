"""Settings from `config.toml`, the environment and the command line, the later one winning."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from msgspec import Meta, Struct, field
from msgspec.structs import force_setattr

from hh_tui.errors import Fault, WrongSettings
from hh_tui.i18n.keyboard import LayoutName
from hh_tui.keys.keymap import faults_in
from hh_tui.keys.registry import SHORTCUT_LETTERS
from hh_tui.settings.api_url import HOME, HOME_SITE, Site
from hh_tui.settings.values import FAULT, converted
from hh_tui.system.encoding import is_unicode
from hh_tui.system.local_zone import is_zone
from hh_tui.system.secret import Secret
from hh_tui.tokens.profile import DEFAULT_PROFILE, PROFILE

Keys = tuple[str, ...]
Seconds = Annotated[float, Meta(ge=0, le=600)]
Days = Annotated[int, Meta(ge=1, le=3650)]
ShortcutLetter = Annotated[str, Meta(pattern=rf"^[{SHORTCUT_LETTERS}]\Z")]
ActionName = Annotated[str, Meta(min_length=1, max_length=200)]
PerSecond = Annotated[float, Meta(gt=0, le=20)]
ProfileName = Annotated[str, Meta(pattern=rf"^{PROFILE.pattern}\Z")]
Zone = Annotated[str, Meta(extra={FAULT: "zone"})]
CommandLine = Annotated[str, Meta(extra={FAULT: "quotes"})]
Contact = Annotated[
    str, Meta(min_length=3, max_length=200, pattern=r"^[\x21-\x7e]+\Z", extra={FAULT: "contact"})
]

ENVIRONMENT: Final = {
    "HH_TUI_API_URL": ("api_url",),
    "HH_TUI_PROFILE": ("profile",),
    "HH_TUI_AUTH_URL": ("login", "auth_url"),
    "HH_TUI_CLIENT_ID": ("login", "client_id"),
    "HH_TUI_CLIENT_SECRET": ("login", "client_secret"),
    "HH_TUI_REDIRECT_URI": ("login", "redirect_uri"),
}
"""Which setting a variable of the environment stands for."""


class Login(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A person's own application, as registered at dev.hh.ru; what is empty is asked for.

    `auth_url` is the site of the authorize page.
    """

    client_id: str = ""
    client_secret: Secret = Secret("")
    redirect_uri: str = ""
    auth_url: str = "https://hh.ru"


DEFAULT_CONTACT: Final = "hh-tui@localhost"
"""Nobody's mail address: hh.ru may refuse it."""


class Hooks(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Commands of the person's own, split as a shell would and run without one; an empty one is none.

    `new_response` is told of each response that comes into the open list, `before_send` is asked about each
    write of the outbox before it leaves. A command has `timeout` seconds.

    Raises ValueError for quotes that are not closed.
    """

    new_response: CommandLine = ""
    before_send: CommandLine = ""
    timeout: Annotated[float, Meta(gt=0, le=600)] = 30.0

    def __post_init__(self) -> None:
        for name in ("new_response", "before_send"):
            if command := getattr(self, name).strip():
                import shlex

                shlex.split(command, posix=os.name == "posix")
            force_setattr(self, name, command)


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything a person can set. Holds are in seconds; `keys` maps command ids to their keys.

    `notify` says how one hears of new responses and messages while looking elsewhere.
    `threads` says where correspondence is read and written: by the negotiation's messages, by hh.ru's newer
    chats, or by chats wherever one answers (`auto`). `contact` is the mail address that hh.ru wants to find
    in the User-Agent of every application, `site` the one of its sites that links lead to. Without `cache`
    nothing is kept on disk; what was read or sent is kept for `keep_days`. `downloads` is where saved resumes
    go; None is the platform's own folder for that.
    `zone` is the time zone one lives by, as `Europe/Belgrade`; None is the system's.
    Unanswered for `waiting_days`, a candidate is in the list of those who wait; `advance` says where the
    cursor goes after a decision. `layout` names the keyboard's layout beside the Latin one. `shortcuts` gives
    letters to actions, by the id or the name that hh.ru calls the action.

    Raises ValueError for a zone that is not known; the rest is checked where a table is read.
    """

    lang: Literal["ru", "en"] | None = None
    theme: Literal["dark", "light"] = "dark"
    zone: Zone | None = None
    hold: Seconds = 5.0
    hold_letter: Seconds = 10.0
    notify: Literal["off", "bell", "desktop"] = "off"
    waiting_days: Annotated[int, Meta(ge=0, le=90)] = 3
    advance: Literal["next", "previous", "stay"] = "next"
    threads: Literal["auto", "negotiations", "chats"] = "auto"
    contact: Contact = DEFAULT_CONTACT
    api_url: str = HOME
    site: Site = HOME_SITE
    requests_per_second: PerSecond = 5.0
    cache: bool = True
    keep_days: Days = 30
    downloads: Path | None = None
    profile: ProfileName = DEFAULT_PROFILE
    login: Login = Login()
    layout: LayoutName = "auto"
    keys: dict[str, Keys] = field(default_factory=dict)
    hooks: Hooks = Hooks()
    shortcuts: dict[ShortcutLetter, ActionName] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.zone is not None and not is_zone(self.zone):
            raise ValueError("no such zone")


def load(path: Path, *, profile: str | None = None) -> Settings:
    """The settings in a file, with the environment's on top and a chosen profile above all.

    Raises WrongSettings with the file and everything in it that can't be used.
    """
    values: dict[str, Any] = {}
    try:
        text = path.read_text(encoding="utf-8")
        import tomllib

        values = tomllib.loads(text)
    except FileNotFoundError:
        pass
    except (OSError, ValueError, RecursionError) as error:  # a ValueError also for numbers of many digits
        from hh_tui.settings.faults import of_toml

        raise WrongSettings([of_toml(error)], str(path)) from error
    faults = []
    for variable, (*sections, name) in ENVIRONMENT.items():
        value = os.environ.get(variable)
        if value and not is_unicode(value):
            faults.append(Fault("variable", name=variable))
        elif value:
            place: Any = values
            for section in sections:
                place = place.setdefault(section, {})
            if isinstance(place, dict):  # what is no section is told of with all the rest
                place[name] = value
    if profile is not None:
        values["profile"] = profile
    return _settings(values, str(path), faults)


def from_table(values: dict[str, Any], where: str = "") -> Settings:
    """The settings of a table as TOML gives it. Raises WrongSettings with everything that can't be used."""
    return _settings(values, where, ())


def _settings(values: dict[str, Any], where: str, faults: Sequence[Fault]) -> Settings:
    """The settings of a table; `faults` are those that were found before."""
    settings = converted(Settings, values)
    if settings is None:
        from hh_tui.settings.faults import of_section

        raise WrongSettings([*faults, *of_section(Settings, values), *faults_in(_keys_in(values))], where)
    if wrong := [*faults, *faults_in(settings.keys)]:
        raise WrongSettings(wrong, where)
    return settings


def _keys_in(values: dict[str, Any]) -> dict[str, Keys]:
    """The chosen keys as far as they are lists of names, to be looked through beside other faults."""
    chosen = values.get("keys")
    if not isinstance(chosen, dict):
        return {}
    lists = {name: keys for name, keys in chosen.items() if isinstance(keys, list)}
    return {name: tuple(keys) for name, keys in lists.items() if all(isinstance(one, str) for one in keys)}
