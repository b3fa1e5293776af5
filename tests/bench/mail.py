"""aerc, a mail program in a terminal, on a maildir made for it."""

import shutil
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from tests.bench.running import COLUMNS, ROWS
from tests.bench.subject import Subject

COUNT = 306
"""Mails: as many as the first list of the demo's size M has candidates."""

SUBJECT = "Backend developer"
PROGRAM = shutil.which("aerc")
_BEGAN = datetime(2026, 1, 1, tzinfo=UTC)


def _mail(number: int) -> bytes:
    mail = EmailMessage()
    mail["From"] = f"Иванова Мария {number} <candidate{number}@example.org>"
    mail["To"] = "recruiter@example.org"
    mail["Subject"] = f"{SUBJECT} {number}"
    mail["Date"] = format_datetime(_BEGAN + timedelta(minutes=number))
    mail["Message-ID"] = f"<{number}@example.org>"
    mail.set_content("\n\n".join(f"Здравствуйте! Строка {line} отклика {number}." for line in range(30)))
    return mail.as_bytes()


def post(home: Path, count: int) -> None:
    """A maildir of so many unread mails, and settings that point at it."""
    box, settings = home / "mail" / "INBOX", home / "config" / "aerc"
    for folder in (box / "cur", box / "new", box / "tmp", settings):
        folder.mkdir(parents=True)
    for number in range(count):
        (box / "cur" / f"{1_700_000_000 + number}.{number}.bench:2,").write_bytes(_mail(number))
    accounts = settings / "accounts.conf"
    accounts.write_text(
        f"[bench]\nsource = maildir://{home / 'mail'}\ndefault = INBOX\nfrom = R <recruiter@example.org>\n"
    )
    accounts.chmod(0o600)
    (settings / "aerc.conf").write_text("[viewer]\npager=less -R\n[filters]\ntext/plain=cat\n")


class Mail(Subject):
    """aerc on what `post` made."""

    def __init__(self, home: Path, size: tuple[int, int] = (COLUMNS, ROWS)) -> None:
        folders = {"XDG_CONFIG_HOME": "config", "XDG_CACHE_HOME": "cache", "XDG_DATA_HOME": "data"}
        env = {name: str(home / folder) for name, folder in folders.items()}
        super().__init__([PROGRAM or "aerc"], {**env, "HOME": str(home), "LC_ALL": "C.UTF-8"}, *size)

    def begin(self) -> None:
        """Until there is a list; narrow columns show no more than the beginning of a subject."""
        self.until(lambda: SUBJECT[:7].encode() in self.written, "aerc's list")
        self.rest(0.5)
