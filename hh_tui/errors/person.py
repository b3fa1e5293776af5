"""Errors that the person at the keyboard can mend: login, names, the editor."""

from hh_tui.errors.base import HHError


class NotEmployer(HHError):
    """The token works, but the account is not an employer's."""

    code = "not_employer"


class NamedWrongly(HHError):
    """What was named on the command line is not one thing. `values`: what."""

    code = "named_wrongly"


class NothingNamed(NamedWrongly):
    """No vacancy or collection has this id or name."""

    code = "nothing_named"


class NothingThere(NamedWrongly):
    """There is no active vacancy, or no collection, that could be listed."""

    code = "nothing_there"


class NoSuchValue(NamedWrongly):
    """A filter does not take this. `values`: option, value, some that it takes."""

    code = "no_such_value"


class NothingSuggested(NamedWrongly):
    """hh.ru knows nothing that begins like this. `values`: option, value."""

    code = "nothing_suggested"


class SeveralValues(NamedWrongly):
    """Several values of a filter could be meant. `values`: option, value, n, some of them."""

    code = "several_values"


class SeveralNamed(NamedWrongly):
    """Several have it. `values`: what, n, some of them."""

    code = "several_named"


class NoEditor(HHError):
    """Neither VISUAL nor EDITOR names an editor."""

    code = "no_editor"


class EditorFailed(HHError):
    """The editor gave no text back.

    `values`: command, why (a stem of the catalogue or the system's word), `exit_code` (or the number of the
    signal) where there was one, `path` of the file with the person's text where that could not be taken.
    """

    code = "editor"


class TemplateTooLong(HHError):
    """A template that is longer than a letter can be. `values`: most, the characters of one."""

    code = "template_too_long"


class NotLoggedIn(HHError):
    """There is no token for this profile. `values`: profile."""

    code = "not_logged_in"


class KeyringError(HHError):
    """A keyring that a login is kept in, or was to be kept in. `values`: ring, its name."""

    code = "keyring_unreachable"

    @property
    def is_absent(self) -> bool:
        """Whether there is no such keyring on this machine, which is nothing to worry about."""
        return self.values.get("why") == "absent"

    @property
    def is_ruled_out(self) -> bool:
        """Whether no keyring may be used, as the token of the environment goes before any other."""
        return self.values.get("why") == "environment"


class KeyringLocked(KeyringError):
    """Somebody has to unlock it first."""

    code = "keyring_locked"
    repeatable = True


class KeyringUnreachable(KeyringError):
    """It does not work. `values`: ring, why (a stem of the catalogue, or the class of an exception)."""

    code = "keyring_unreachable"


class LoginError(HHError):
    """A login that gave no token."""

    code = "unknown"
    repeatable = True


class NotAnswered(LoginError):
    """A question of the login had no answer that fits. `values`: what, in words."""

    code = "login_answer"


class LoginRefused(LoginError):
    """The person did not grant access."""

    code = "login_refused"


class WrongState(LoginError):
    """An answer that belongs to another login, or to nobody's."""

    code = "login_state"


class NotRedirect(LoginError):
    """What was pasted is not the address hh.ru leads back to. `values`: redirect."""

    code = "not_redirect"


class PortTaken(LoginError):
    """The port of the redirect address is in use. `values`: port."""

    code = "port_taken"


class LoginTimeout(LoginError):
    """The browser brought no answer. `values`: minutes."""

    code = "login_timeout"
