"""What is kept on disk."""

from hh_tui.locale import Entry

TEXTS: dict[str, Entry] = {
    "cli.force": "even if something has not been sent yet",
    "cli.no-cache": "keep nothing on disk, work in memory only",
    "cli.purge": "remove everything kept on this computer: candidates, drafts, the outbox",
    "cli.purged": "Everything kept on this computer is removed (profile {profile}).",
    "doctor.aside": "Set aside",
    "doctor.aside.hint": "It was damaged or of a newer version; what was open in it is in the inbox. To remove it: hh-tui purge.",
    "doctor.journal": "Outbox",
    "doctor.journal.hint": "hh-tui sets it aside at the next start and rescues what it can.",
    "doctor.journal.said": "open writes {writes}, drafts {drafts}",
    "doctor.journal.unreadable": "the file can't be read",
    "doctor.store": "Kept here",
    "doctor.store.none": "nothing yet ({path})",
    "doctor.store.off": "nothing, only in memory (cache = false)",
    "doctor.store.said": "{path}, {kb} KB, for {days} days",
    "error.cache_off": "What is read is not kept for the next start: {why}.",
    "error.cache_off.hint": "Work goes on. Check the free space and the permissions: hh-tui doctor.",
    "error.cache_off.title": "Cache switched off",
    "error.not_kept": "This can't be written to disk, so it is not sent: {why}.",
    "error.not_kept.hint": "Make room or check the permissions (hh-tui doctor) and repeat. Without the disk: hh-tui --no-cache.",
    "error.not_kept.title": "Disk unusable",
    "error.second_instance": "Another hh-tui is open on this profile.",
    "error.second_instance.hint": "Decide in that window, or close it.",
    "error.second_instance.title": "Another hh-tui is open",
    "error.still_kept": "Not sent yet: writes {writes}, drafts {drafts}.",
    "error.still_kept.hint": "Send or drop them in hh-tui, or give them up: --force.",
    "error.still_kept.title": "Not everything is sent",
    "error.store_damaged": (
        "The file of decisions was damaged; {n} write or draft was rescued.",
        "The file of decisions was damaged; {n} writes and drafts were rescued.",
    ),
    "error.store_damaged.hint": "Compare with the list. The damaged file stays for a while: {path}.",
    "error.store_damaged.title": "Damaged file",
    "error.store_newer": (
        "The file of decisions is of a newer hh-tui; {n} write or draft was taken over.",
        "The file of decisions is of a newer hh-tui; {n} writes and drafts were taken over.",
    ),
    "error.store_newer.hint": "Update hh-tui. The newer file stays for a while: {path}.",
    "error.store_newer.title": "File of a newer version",
}
