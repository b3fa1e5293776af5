"""Files, browser, copying."""

from hh_tui.locale import Entry

TEXTS: dict[str, Entry] = {
    "browser.foreign": "The link does not lead to hh.ru ({host}); it was not opened.",
    "browser.nothing": "This candidate has no page: the resume is hidden or deleted.",
    "browser.opened": "Opening in the browser: {url}",
    "command.browser": "open the candidate in a browser",
    "command.copy": "copy phone, e-mail, link, letter",
    "command.save-resume": "save the resume as a file",
    "copy.done": "Copied: {what}",
    "copy.email": "e-mail",
    "copy.letter": "the candidate's last letter",
    "copy.link": "link to the resume",
    "copy.nothing": "There is nothing to copy. Contacts come with the resume: {key}.",
    "copy.phone": "phone",
    "copy.title": "Copy",
    "save.done": "Saved: {path}",
    "save.folder": "Folder",
    "save.kind": "Save the resume",
    "save.name": "Name: {name}",
    "save.no-folder": "Name a folder.",
    "save.nothing": "hh.ru offers no file of this resume. Open it in a browser.",
    "save.part": "{done} of {total} kB",
    "save.pdf": "PDF, to read and print",
    "save.rtf": "RTF, to edit",
    "save.save": "Save",
    "save.some": "{done} kB",
    "save.title": "Save the resume · {kind}",
    "save.waiting": "Waiting for the file…",
    "take.no-resume": "There is no resume: the candidate has hidden or deleted it.",
}
