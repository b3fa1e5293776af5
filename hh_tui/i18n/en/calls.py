"""Calls: the link with its QR code, the history, the transcripts."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "call.no-resume": "There is nobody to call: the resume is hidden or deleted.",
    "call.refused": "hh.ru gives this account no links for calls. The telephone is in the resume: {key}.",
    "call.small": "The QR code needs a window of {columns}×{lines}: make it larger, or open the link on a phone.",
    "call.title": "Call {name}",
    "calls.incoming": "incoming",
    "calls.minutes": "{n} min",
    "calls.missed": "nobody talked",
    "calls.no-time": "time unknown",
    "calls.none": "There were no calls through hh.ru. To call by a link: {key}.",
    "calls.outgoing": "outgoing",
    "calls.refused": "This account has no history of calls on hh.ru. To call by a link: {key}.",
    "calls.seconds": "{n} s",
    "calls.talked": "talked",
    "calls.text": "Transcript",
    "calls.text.in_progress": "The transcript is being made: refresh later.",
    "calls.text.not_found": "There is no transcript.",
    "calls.text.ready": "The transcript is on hh.ru.",
    "calls.until": "good until {when}",
    "calls.voicemail": "voicemail",
    "command.call-link": "call: a link and its QR code",
    "command.tab-calls": "calls",
    "copy.call": "link to the call",
    "copy.transcript": "link to the transcript of a call",
    "dossier.none.calls": "There were no calls.",
    "tab.calls": "Calls",
    "tab.calls.short": "Calls",
    "unreadable.calls": ("{n} call could not be read.", "{n} calls could not be read."),
}
