"""The list as a file for Excel: whom it holds, what it says, and what it costs."""

import csv
import io
from pathlib import Path

import pytest

from hh_tui.inbox.lists.csv_lines import FORMULAS
from hh_tui.settings.config import Settings
from tests.recruiter import Recruiter


def _settings(folder: Path) -> Settings:
    return Settings(downloads=folder)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def _rows(path: Path, delimiter: str = ";") -> list[dict[str, str]]:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


async def test_the_whole_list_is_read_and_written(tmp_path: Path) -> None:
    async with Recruiter(size="M", settings=_settings(tmp_path)) as anna:
        assert not anna.state.listing.complete
        await anna.command("export-list")
        await anna.wait(1)
        found = anna.state.listing.found
        (path,) = _files(tmp_path)
        rows = _rows(path)
        assert len(rows) == len({one["ID"] for one in rows}) == found == len(anna.ids)
        assert anna.toasts[-1].startswith(f"Выгружено {found} ")
        assert anna.toasts[-1].endswith(str(path))
        assert not anna.writes
        assert not anna.viewed
        assert not anna.server.world.resumes_viewed
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")


async def test_those_marked_alone_under_a_name_nobody_has(tmp_path: Path) -> None:
    async with Recruiter(settings=_settings(tmp_path)) as anna:
        wanted = anna.ids[:2]
        await anna.press("x", "x")
        await anna.command("export-list")
        await anna.command("export-list")
        assert [len(_rows(path)) for path in _files(tmp_path)] == [2, 2]
        assert {one["ID"] for one in _rows(_files(tmp_path)[0])} == set(wanted)
        assert sum("(2)" in path.name for path in _files(tmp_path)) == 1
        assert anna.toasts[-1].startswith("Выгружено 2 кандидата: ")


@pytest.mark.parametrize(("lang", "heading", "delimiter"), [("ru", "Опыт", ";"), ("en", "Experience", ",")])
async def test_headings_and_values_are_for_people(
    lang: str, heading: str, delimiter: str, tmp_path: Path
) -> None:
    async with Recruiter(lang=lang, settings=_settings(tmp_path)) as anna:  # type: ignore[arg-type]
        resume = anna.row.negotiation.resume
        assert resume is not None
        assert resume.total_experience is not None
        years = (resume.total_experience.months or 0) // 12
        await anna.press("x")
        await anna.command("export-list")
        (row,) = _rows(_files(tmp_path)[0], delimiter)
        assert row[heading].startswith(f"{years} ")
        assert not [name for name in row if "_" in name]


async def test_no_name_becomes_a_formula(tmp_path: Path) -> None:
    async with Recruiter(settings=_settings(tmp_path), hostile=True) as anna:
        await anna.press("*")
        await anna.command("export-list")
        await anna.wait(1)
        cells = [cell for path in _files(tmp_path) for row in _rows(path) for cell in row.values()]
        assert cells
        assert not [one for one in cells if one.lstrip(" ").startswith(FORMULAS)]


async def test_a_list_that_breaks_off_says_how_far_it_was_read(tmp_path: Path) -> None:
    async with Recruiter(size="M", settings=_settings(tmp_path)) as anna:
        anna.server.faults.add("GET", "^/negotiations/response$", times=99, status=500)
        await anna.command("export-list")
        await anna.wait(1)
        (path,) = _files(tmp_path)
        assert 0 < len(_rows(path)) < (anna.state.listing.found or 0)
        assert "остальные не загружены" in anna.toasts[-1]


async def test_a_folder_that_takes_no_file_says_so() -> None:
    async with Recruiter(settings=_settings(Path("/dev/null/folder"))) as anna:
        await anna.press("x")
        await anna.command("export-list")
        assert any("/dev/null/folder" in one for one in anna.toasts)


@pytest.mark.parametrize("word", ["экспорт", "выгруз", "Excel", "CSV"])
async def test_the_palette_finds_it_by_what_people_call_it(word: str) -> None:
    async with Recruiter() as anna:
        await anna.command("palette")
        await anna.write(word)
        assert anna.sees("файл для Excel")
