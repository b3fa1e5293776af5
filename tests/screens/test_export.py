"""Files, the browser, copies, keywords and second responses."""

import asyncio
import stat
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from textual.app import App

from hh_tui.demo import StandIn
from hh_tui.inbox.snapshot.people import next_of
from hh_tui.settings.config import Settings
from hh_tui.system import clipboard
from hh_tui.system.structs import replace
from hh_tui.ui.controllers.export import is_ours
from hh_tui.ui.dialogs.save_form import SaveForm
from tests.recruiter import CLEAR, Clock, Recruiter
from tests.screens.test_dossier import _to


def _settings(folder: Path) -> Settings:
    return Settings(downloads=folder)


def _files(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def _saves(anna: Recruiter, *, rtf: bool = False) -> None:
    await anna.command("save-resume")
    await anna.press(*(["down"] if rtf else []), "enter")
    await anna.press("f2")


async def test_a_resume_is_saved_under_the_persons_name(tmp_path: Path) -> None:
    async with Recruiter(settings=_settings(tmp_path)) as anna:
        await _to(anna, resume=True)
        row = anna.row
        assert row.negotiation.resume is not None
        resume = row.negotiation.resume
        await _saves(anna)
        assert anna.on_inbox
        assert "Сохранено" in anna.status
        await _saves(anna)
        await _saves(anna, rtf=True)
        assert len(_files(tmp_path)) == 3
        pdf = next(one for one in _files(tmp_path) if one.suffix == ".pdf" and "(2)" not in one.name)
        assert pdf.read_bytes().startswith(b"%PDF")
        assert pdf.name.startswith(f"{resume.name} - ")
        assert stat.S_IMODE(pdf.stat().st_mode) == 0o600
        assert not anna.server.world.topic(row.id).viewed or not row.negotiation.has_updates


async def test_another_folder_is_made_and_kept_for_the_next_file(tmp_path: Path) -> None:
    async with Recruiter(settings=_settings(tmp_path)) as anna:
        await _to(anna, resume=True)
        await anna.command("save-resume")
        await anna.press("enter", *CLEAR)
        await anna.press("f2")
        assert anna.sees("Укажите папку")
        await anna.write(str(tmp_path / "new"))
        await anna.press("enter")
        assert len(_files(tmp_path / "new")) == 1
        assert anna.downloads == tmp_path / "new"


class Slow(httpx.AsyncBaseTransport):
    """Gives half of a file, then waits until it is told to go on, or to break off."""

    def __init__(self, server: StandIn) -> None:
        self._server = server
        self.going_on = asyncio.Event()
        self.breaks = False
        self.closed = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if "/download/" not in request.url.path:
            return self._server.handle(request)
        return httpx.Response(200, headers={"content-length": "200000"}, stream=_Slowly(self))


class _Slowly(httpx.AsyncByteStream):
    def __init__(self, slow: Slow) -> None:
        self._slow = slow

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield b"x" * 100_000
        await self._slow.going_on.wait()
        if self._slow.breaks:
            raise httpx.RemoteProtocolError("broken off")
        yield b"x" * 100_000

    async def aclose(self) -> None:
        self._slow.closed = True


async def _begun(anna: Recruiter, folder: Path) -> None:
    await _to(anna, resume=True)
    await anna.command("save-resume")
    await anna.press("enter")
    await anna.pilot.press("f2")
    for _ in range(20):
        await anna.pilot.pause()
        if anna.sees("98 из 196 КБ"):
            return
    raise AssertionError(anna.text)


async def test_saving_shows_how_far_it_is_and_escape_leaves_nothing(tmp_path: Path) -> None:
    server = StandIn(size="S", seed=7, clock=Clock().now)
    slow = Slow(server)
    async with Recruiter(settings=_settings(tmp_path), server=server, transport=slow) as anna:
        await _begun(anna, tmp_path)
        assert [one.suffix for one in _files(tmp_path)] == [".part"]
        await anna.press("escape")
        assert anna.on_inbox
        assert not _files(tmp_path)
        assert slow.closed
        assert anna.toasts == []


async def test_half_a_file_is_none_and_can_be_tried_again(tmp_path: Path) -> None:
    server = StandIn(size="S", seed=7, clock=Clock().now)
    slow = Slow(server)
    async with Recruiter(settings=_settings(tmp_path), server=server, transport=slow) as anna:
        await _begun(anna, tmp_path)
        slow.breaks = True
        slow.going_on.set()
        await anna.settle()
        assert isinstance(anna.app.screen, SaveForm)
        assert anna.sees("Ответа от hh.ru нет")
        assert not _files(tmp_path)
        slow.breaks = False
        await anna.press("f2")
        assert [one.stat().st_size for one in _files(tmp_path)] == [200_000]


@pytest.mark.parametrize(("status", "value", "words"), [
    (403, "no_available_service", "нет подходящей услуги"),
    (429, "view_limit_exceeded", "просмотр"),
    (404, "", "не находит"),
])  # fmt: skip
async def test_a_refused_file_is_one_sentence(tmp_path: Path, status: int, value: str, words: str) -> None:
    async with Recruiter(settings=_settings(tmp_path)) as anna:
        await _to(anna, resume=True)
        body = {"errors": [{"type": "resumes", "value": value}]}
        anna.server.faults.add("GET", "/download/", status=status, body=body)
        await _saves(anna)
        assert anna.sees(words)
        assert not _files(tmp_path)


async def test_a_folder_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    async with Recruiter(settings=_settings(tmp_path / "file")) as anna:
        await _to(anna, resume=True)
        await _saves(anna)
        assert isinstance(anna.app.screen, SaveForm)
        assert not anna.reads("/download/")


async def test_without_a_resume_there_is_nothing_to_take() -> None:
    async with Recruiter() as anna:
        await _to(anna, resume=False)
        for command, words in (
            ("save-resume", "Резюме нет"),
            ("browser", "нет страницы"),
            ("copy", "нечего"),
        ):
            await anna.command(command)
            assert words in anna.status
            assert anna.on_inbox


@pytest.mark.parametrize(
    ("url", "ours"),
    [
        ("https://hh.ru/resume/1", True),
        ("https://kazan.hh.ru/resume/1", True),
        ("https://rabota.by/resume/1", True),
        ("http://hh.ru/resume/1", False),
        ("https://hh.ru.evil.example/", False),
        ("https://evilhh.ru/", False),
        ("https://hh.ru@evil.example/", False),
        ("https://user@hh.ru/", False),
        ("https://hh.ru:8443/", False),
        ("javascript:alert(1)", False),
        ("https://evil.example\\.hh.ru/", False),
        ("https://[", False),
    ],
)
def test_only_pages_of_hh_are_opened(url: str, ours: bool) -> None:
    assert is_ours(url) is ours


async def test_the_page_opens_in_the_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    async with Recruiter() as anna:
        monkeypatch.setattr(anna.app, "open_url", opened.append)
        await _to(anna, resume=True)
        await anna.command("browser")
        row = anna.row
        assert row.negotiation.resume is not None
        assert opened == [row.negotiation.resume.alternate_url]
        assert not anna.reads("/resumes/")


async def test_the_page_of_the_vacancy_one_is_in_opens_in_the_browser(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []
    async with Recruiter() as anna:
        monkeypatch.setattr(anna.app, "open_url", opened.append)
        before = len(anna.server.received)
        await anna.press("g", "v")
        assert anna.state.vacancy_id is not None
        assert opened == [f"https://hh.ru/vacancy/{anna.state.vacancy_id}"]
        await anna.command("previous-pane", "vacancy-page")
        assert opened[1:] == opened[:1], "from every pane"
        assert len(anna.server.received) == before


async def test_in_a_list_over_all_vacancies_it_is_page_of_candidates(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []
    async with Recruiter() as anna:
        monkeypatch.setattr(anna.app, "open_url", opened.append)
        await anna.command("waiting")
        for place in range(len(anna.ids)):
            anna.control.point(place)
            topic = anna.server.world.topic(anna.selected_id)
            await anna.command("vacancy-page")
            assert opened.pop() == f"https://hh.ru/vacancy/{topic.vacancy.id}"
            if topic.vacancy.id != anna.state.vacancy_id:
                return
        raise AssertionError("nobody of another vacancy waits")


async def test_without_a_page_of_the_vacancy_one_is_told_why(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    async with Recruiter() as anna:
        monkeypatch.setattr(anna.app, "open_url", opened.append)
        snapshot = anna.state.snapshot
        assert snapshot.vacancies
        for url, words in (
            (None, "hh.ru не дал её адреса"),
            ("https://evil.example/1", "не на hh.ru (evil.example)"),
        ):
            without = tuple(replace(one, alternate_url=url) for one in snapshot.vacancies)
            anna.control.show(replace(snapshot, vacancies=without))
            await anna.command("vacancy-page")
            assert words in anna.status
        anna.control.show(replace(snapshot, vacancy_id=None))
        await anna.command("vacancy-page")
        assert "Вакансия не выбрана" in anna.status
        assert "Выбрать: v" in anna.status
        assert anna.on_inbox
        assert not opened


async def test_without_a_browser_window_the_address_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[str] = []
    monkeypatch.setattr(App, "copy_to_clipboard", lambda _, text: sent.append(text))
    monkeypatch.setenv("BROWSER", "w3m")
    async with Recruiter() as anna:
        await _to(anna, resume=True)
        await anna.command("browser")
        row = anna.row
        assert row.negotiation.resume is not None
        url = row.negotiation.resume.alternate_url or "?"
        assert anna.sees("Отсюда не открыть окно браузера", url)
        assert sent == [url]
        await anna.press("escape")
        assert anna.on_inbox


async def test_the_demo_opens_no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(url: str) -> bool:
        raise AssertionError(url)

    monkeypatch.setattr("hh_tui.system.browser.opened", never)
    monkeypatch.setenv("BROWSER", "firefox")
    async with Recruiter(demo=True) as anna:
        await _to(anna, resume=True)
        await anna.command("browser")
        assert anna.sees("Люди в демо выдуманы", "https://"), anna.text


async def test_what_was_copied_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "copied", lambda *_: "tmux")
    async with Recruiter() as anna:
        await anna.command("copy")
        await anna.write("ссылка")
        await anna.press("enter")
        assert anna.sees("Скопировано (tmux): ссылка на резюме")


async def test_what_is_known_can_be_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[str] = []
    monkeypatch.setattr(App, "copy_to_clipboard", lambda _, text: sent.append(text))
    async with Recruiter() as anna:
        nid = await _to(anna, resume=True, closed=False)
        await anna.command("copy")
        assert anna.sees("ссылка на резюме")
        assert not anna.sees("телефон  ")
        await anna.press("escape")
        await anna.command("tab-resume", "copy")
        resume = anna.state.dossier(nid).resume
        assert resume is not None
        phone = next(one.text for one in resume.contact if one.text)
        before = len(anna.server.received)
        await anna.press("enter")
        assert sent == [phone]
        assert phone not in anna.status
        assert not anna.on_inbox
        assert anna.sees(phone, "Терминал получил текст", "удерживая Shift")
        await anna.press("escape")
        assert len(anna.server.received) == before


async def test_keywords_are_counted_marked_and_kept_for_the_vacancy() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        before = len(anna.server.received)
        await anna.command("keywords")
        await anna.write("python, fastapi")
        await anna.press("tab")
        await anna.write("стажер")
        await anna.press("f2")
        assert anna.sees("+1") or anna.sees("+2")
        assert len(anna.server.received) == before
        await anna.command("keywords")
        assert anna.sees("python, fastapi", "стажер")
        await anna.press("escape")
        await anna.command("vacancy")
        await anna.press("down", "enter")
        await anna.press("enter")
        assert not anna.state.candidate.keywords
        await anna.command("vacancy")
        await anna.press("enter")
        assert anna.state.candidate.keywords.must == ("python", "fastapi")


async def test_second_responses_are_counted_and_can_be_reached() -> None:
    async with Recruiter() as anna:
        for _ in range(3):
            await anna.press("G")
        rows = anna.state.listing.rows
        await anna.press("g", "g")
        place = next(at for at in range(len(rows)) if next_of(rows, at) is not None)
        for _ in range(place):
            await anna.pilot.press("j")
        await anna.settle()
        assert anna.sees("+1 отклик")
        before = len(anna.server.received)
        await anna.command("same-person")
        found = anna.row
        assert found is not rows[place]
        assert found is not rows[place]
        assert found.negotiation.resume is not None
        assert found.negotiation.resume.owner is not None
        assert found.facts.person == rows[place].facts.person
        assert len(anna.server.received) == before
