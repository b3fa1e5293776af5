"""What can become of a write beside success."""

from hh_tui.errors.base import HHError


class NotCarriedOut(HHError):
    """No answer came, and a second look showed that nothing changed: repeating is safe."""

    code = "not_carried_out"
    repeatable = True


class LetterLost(HHError):
    """No answer came; the candidate is at the new stage, but the letter is not in the thread."""

    code = "letter_lost"


class Unsettled(HHError):
    """No answer came, and looking tells nothing: repeating may do it twice."""

    code = "unsettled"


class EarlierUnsettled(HHError):
    """An earlier write to the same candidate has no answer yet; nothing of this one was sent."""

    code = "earlier_unsettled"
    repeatable = True


class MovedOn(HHError):
    """A colleague, or the candidate, was quicker; nothing was sent. `values`: state, minutes.

    `state` is the name of the employer state now, `minutes` how long ago something last happened, -1 when
    the server does not say.
    """

    code = "moved_on"


class NotOffered(HHError):
    """The action is not offered any more; nothing was sent. `values`: action."""

    code = "not_offered"


class NotChecked(HHError):
    """hh.ru did not say how the row is now, when the hold was over; nothing was sent."""

    code = "not_checked"
    repeatable = True


class HookStopped(HHError):
    """A command of the person's own let nothing go; nothing was sent."""

    code = "hook_stopped"
    repeatable = True


class HookRefused(HookStopped):
    """It ended with another code than 0; `values`: hook, exit_code, words (its first line, maybe empty)."""

    code = "hook_refused"


class HookTimeout(HookStopped):
    """It did not end in time; `values`: hook, seconds."""

    code = "hook_timeout"


class HookNotRun(HookStopped):
    """It could not be started; `values`: command, why (a stem of the catalogue, or the system's words)."""

    code = "hook_not_run"
