"""Sending without a screen."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "cli.flush": "send what is due, without a screen (from cron, for example)",
    "cli.flush.all": "and what earlier runs left unsent or is more than a day late",
    "cli.flush.long": "Send scheduled writes whose moment has come, and find out what became of those without an answer. What is more than a day late waits for your decision. Prints numbers and reasons, no names.",
    "flush.bug": "Internal error ({kind}): please report it to the developers.",
    "flush.done": "Sent: {n} · {vacancy}",
    "flush.foreign": "Decided in another working account, not sent: {n}. Choose it in hh-tui ({keys[account]}).",
    "flush.late": "More than a day late and not sent: {n}. Decide in hh-tui ({keys[outbox]}), or send them: hh-tui flush --all.",
    "flush.no-disk": "Nothing is kept on disk (cache = false), so there is nothing to send.",
    "flush.nothing": "Nothing to send.",
    "flush.other": "hh-tui is open already: it sends everything in time itself.",
    "flush.other.all": "hh-tui is open already, so nothing was sent: send the rest in it ({keys[outbox]}, then {keys[outbox-send-all]}), or close it and repeat.",
    "flush.refused": "Not sent: {n} · {vacancy}. {why}",
    "flush.scheduled": "Scheduled: {n}, the next one for {when}",
    "flush.unknown": "Not known yet whether it arrived: {n}. The next run looks again.",
    "flush.unsent": "There was no time to send: {n}. Run the command again.",
    "flush.waiting": "Waits for your decision: {n}. Open hh-tui, or send it: hh-tui flush --all.",
}
