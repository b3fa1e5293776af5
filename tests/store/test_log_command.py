"""`hh-tui log`: the journal for others, in every form, also beside the running program."""

import csv
import io
import json
from datetime import UTC, date, datetime, timedelta, timezone
from functools import partial
from pathlib import Path

import pytest

from hh_tui.cli import main
from hh_tui.cli.log.command import FIELDS, Form, print_log
from hh_tui.cli.log.since import Since, begin_of, since
from hh_tui.errors import NotOffered
from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.journal_entries import Added, Moved
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.settings.locations import config_file, store_folder
from hh_tui.store.files import JOURNAL
from hh_tui.store.lock import FolderLock
from hh_tui.store.log_reading import read_log
from hh_tui.store.store import Store
from hh_tui.tokens.profile import DEFAULT_PROFILE
from tests.store.samples import NOW, damage, deed, fill, note
from tests.store.test_store import opened

Capture = pytest.CaptureFixture[str]


def _fill(folder: Path) -> None:
    """An earlier run: what was written is on the disk once it has ended."""
    with opened(folder) as store:
        _decide(store)


def _decide(store: Store) -> None:
    store.write(Added(deed(1)), Added(note(2, "Ждём *вас*\nв понедельник")), Added(deed(3)), Added(deed(4)))
    store.write(*(Moved(f"w{number}", Stage.SENDING) for number in (1, 2, 3)))
    store.write(
        Moved("w1", Stage.DONE),
        Moved("w2", Stage.DONE),
        Moved("w3", Stage.FAILED, NotOffered(action="Отказать")),
    )
    store.write(Moved("w4", Stage.DROPPED))


def _printed(folder: Path, form: Form, wish: Since = 0, now: datetime = NOW) -> str:
    out = io.StringIO()
    read = partial(read_log, folder, keep_days=30, clock=lambda: now)
    print_log(read, Catalogue("ru"), wish, form=form, out=out, zone=UTC, now=now)
    return out.getvalue()


def test_people_read_days_vacancies_and_counts(tmp_path: Path) -> None:
    _fill(tmp_path)
    page = _printed(tmp_path, "md")
    assert page.startswith("# 2026-05-14\n")
    assert "Письмо 1" in page
    assert "не отправлено: 1" in page
    assert "  > Ждём \\*вас\\* в понедельник" in page
    assert page.count("\n- ") == 3
    assert "w4" not in page


def test_scripts_read_the_same_decisions(tmp_path: Path) -> None:
    _fill(tmp_path)
    rows = json.loads(_printed(tmp_path, "json"))
    table = list(csv.DictReader(io.StringIO(_printed(tmp_path, "csv"))))
    assert [row["stage"] for row in rows] == ["done", "done", "failed"]
    assert [row["at"] for row in rows] == ["2026-05-14T09:00:00+00:00"] * 3
    assert rows[1]["letter"] == "Ждём *вас*\nв понедельник"
    assert rows[1]["action"] is None
    assert rows[2]["reason"]
    assert [tuple(row) for row in rows] == [FIELDS] * 3
    assert [row["negotiation_id"] for row in table] == ["1", "2", "3"]


def test_a_day_is_the_persons_and_open_writes_are_always_told(tmp_path: Path) -> None:
    later = NOW + timedelta(days=2)
    _fill(tmp_path)
    assert [row["stage"] for row in json.loads(_printed(tmp_path, "json", now=later))] == ["failed"]
    assert len(json.loads(_printed(tmp_path, "json", 2, now=later))) == 3
    assert len(json.loads(_printed(tmp_path, "json", date(2026, 5, 14), now=later))) == 3
    east = timezone(timedelta(hours=14))
    assert begin_of(0, datetime(2026, 5, 14, 11, tzinfo=UTC), east) == datetime(2026, 5, 15, tzinfo=east)


def test_it_is_printed_beside_the_running_program(capsys: Capture) -> None:
    folder = store_folder(DEFAULT_PROFILE, "https://api.hh.ru")
    _fill(folder)
    with opened(folder):
        assert main.main(["--lang", "ru", "log", "--json", "--since", "2026-05-14"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 3


def _folder() -> Path:
    folder = store_folder(DEFAULT_PROFILE, "https://api.hh.ru")
    folder.mkdir(parents=True, mode=0o700)
    return folder


def test_a_slow_reader_keeps_nobody_from_deciding(tmp_path: Path) -> None:
    _fill(tmp_path)
    before = {one.name: one.read_bytes() for one in tmp_path.iterdir()}
    decided: list[bool] = []

    class Pager(io.StringIO):
        def write(self, text: str) -> int:
            with opened(tmp_path) as store:
                decided.append(store.why_not is None)
            return super().write(text)

    later = NOW + timedelta(days=400)
    read = partial(read_log, tmp_path, keep_days=1, clock=lambda: later)
    assert len(read(NOW).records) == 4
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == before
    assert print_log(read, Catalogue("ru"), 500, out=Pager(), zone=UTC, now=later)
    assert decided == [True]


def test_what_is_wrong_with_the_file_is_said(capsys: Capture) -> None:
    folder = _folder()
    fill(folder)
    damage(folder)
    assert main.main(["--lang", "en", "log", "--json"]) == 0
    told = capsys.readouterr()
    assert told.err.startswith("hh-tui: The file of decisions was damaged; 5 writes")
    assert told.err.count("\n") == 1
    assert {one["negotiation_id"] for one in json.loads(told.out)} >= {"0", "1", "2"}
    assert main.main(["--lang", "en", "log", "--json"]) == 0
    assert capsys.readouterr().err == ""


def test_a_file_that_gives_nothing_is_no_empty_log(capsys: Capture) -> None:
    folder = _folder()
    _fill(folder)
    (folder / JOURNAL).unlink()
    assert main.main(["--lang", "en", "log"]) == 1
    told = capsys.readouterr()
    assert (told.out, told.err.startswith("hh-tui: The file of decisions is gone")) == ("", True)


def test_a_file_open_to_others_is_no_empty_log(capsys: Capture) -> None:
    folder = _folder()
    _fill(folder)
    (folder / JOURNAL).chmod(0o644)
    assert main.main(["--lang", "en", "log"]) == 1
    told = capsys.readouterr()
    assert (told.out, str(folder / JOURNAL) in told.err) == ("", True)


def test_a_broken_file_beside_the_program_is_said(capsys: Capture) -> None:
    folder = _folder()
    _fill(folder)
    lock = FolderLock(folder)
    assert lock.take()
    (folder / JOURNAL).write_bytes(b"garbage" * 1000)
    try:
        assert main.main(["--lang", "en", "log"]) == 1
    finally:
        lock.give_back()
    told = capsys.readouterr()
    assert (told.out, "Can't read or write" in told.err) == ("", True)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("zone", ["Europe/Moscow", "America/New_York"])
def test_a_day_at_the_end_of_time_is_a_day(day: str, zone: str, capsys: Capture) -> None:
    _fill(_folder())
    config_file().parent.mkdir(parents=True, exist_ok=True)
    config_file().write_text(f'zone = "{zone}"\n')
    assert main.main(["--lang", "en", "log", "--json", "--since", day]) == 0
    assert len(json.loads(capsys.readouterr().out)) == (3 if day == "0001-01-01" else 1)


def test_nothing_and_nonsense_are_said_in_a_sentence(capsys: Capture) -> None:
    assert main.main(["--lang", "ru", "log"]) == 0
    assert capsys.readouterr().out == "За это время ничего не решено.\n"
    with pytest.raises(SystemExit):
        main.main(["--lang", "ru", "log", "--since", "третьего дня"])
    assert "--since: «третьего дня» — не день. Бывает сегодня, вчера, 7д" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "wish"),
    [("today", 0), ("7d", 7), ("Вчера", 1), ("сегодня", 0), ("7д", 7), ("2026-05-14", date(2026, 5, 14))],
)
def test_days_as_they_are_typed(typed: str, wish: Since) -> None:
    assert since(typed) == wish
