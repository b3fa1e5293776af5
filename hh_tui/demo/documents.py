"""Resumes as files: a small PDF and a small RTF."""

from hh_tui.demo.careers import Career
from hh_tui.demo.people import Person


def pdf(identifier: str) -> bytes:
    """Return a page that names the resume; its only typeface has no Cyrillic letters."""
    drawing = f"BT /F1 16 Tf 60 760 Td (Resume {identifier}) Tj ET".encode("ascii")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(drawing), drawing),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    ending = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + ending


def rtf(who: Person, past: Career) -> bytes:
    """Return the resume as rich text."""
    hidden = "names_and_photo" in who.hidden
    name = "" if hidden else f"{who.last_name} {who.first_name}"
    lines = [name, who.title, *(f"{job.company}: {job.position}" for job in past.jobs)]
    text = "\\par\n".join("".join(map(_letter, line)) for line in lines)
    return b"{\\rtf1\\ansi\\uc1\n" + text.encode("ascii") + b"}\n"


def _letter(letter: str) -> str:
    if letter in "\\{}":
        return f"\\{letter}"
    if letter.isascii():
        return letter
    units = letter.encode("utf-16-le")
    codes = (int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2))
    return "".join(f"\\u{code}?" for code in codes)
