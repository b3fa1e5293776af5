"""Files of chats: what may be sent, where to, and what was sent."""

from typing import Any
from urllib.parse import quote

from hh_tui.demo.call import API, Answer, Call
from hh_tui.demo.documents import pdf
from hh_tui.demo.fault_kinds import GUARD_PAGE
from hh_tui.demo.files import MAX_SIZE, TYPES, file_in
from hh_tui.demo.moments import stamp
from hh_tui.demo.refusal import bad_argument, not_found

UPLOADS = "/chat-files/"
"""Where files go: on another host than the rest, which reads the token itself."""

FILES = "/chat/"
"""Where files of chats are: on the site, for whoever has the address."""

_HOST = "https://upload.hh.ru"


def get_conditions(call: Call) -> Answer:
    """get-common-chat-files-conditions."""
    limits: dict[str, Any] = {
        "max_size": MAX_SIZE,
        "mime_type": list(TYPES),
        "type": list(TYPES.values()),
    }
    return Answer(body={"files_upload": limits})


def post_link(call: Call) -> Answer:
    """get-common-chat-files-upload-links."""
    identifier, until = call.world.files.link(call.world.now)
    host = call.headers["host"]
    origin = _HOST if f"https://{host}" == API or not host else f"http://{host}"
    return Answer(body={"upload_url": f"{origin}{UPLOADS}{identifier}", "expires_at": stamp(until)})


def post_file(call: Call) -> Answer:
    """Take a file by an upload link; who has no token gets a page and no JSON."""
    token = call.headers["authorization"].partition(" ")[2]
    if call.world.grants.trouble_with(token):
        return Answer(403, GUARD_PAGE.encode(), {"content-type": "text/html; charset=utf-8"})
    files, identifier = call.world.files, call.path["link_id"]
    if files.links.get(identifier, call.world.now) <= call.world.now:
        raise bad_argument("state")
    found = file_in(call.headers["content-type"], call.body)
    if found is None or found[1] not in TYPES or not 0 < len(found[2]) <= MAX_SIZE:
        raise bad_argument("file")
    file = files.keep(identifier, *found)
    return Answer(body={"upload_id": file.id, "file_name": file.name, "size": len(file.body)})


def get_file(call: Call) -> Answer:
    """Give a file of a chat by the address its message has."""
    name = call.path["file"]
    file = call.world.files.kept.get(name)
    if file is None and not name.isdigit():
        raise not_found()
    kind = file.content_type if file else "application/pdf"
    title = quote(file.name if file else "Резюме.pdf")
    headers = {"content-type": kind, "content-disposition": f"attachment; filename*=UTF-8''{title}"}
    return Answer(body=file.body if file else pdf(name), headers=headers)
