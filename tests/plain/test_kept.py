"""What is told as decided or kept is on the disk by then, and no words are lost."""

import sqlite3
from pathlib import Path

import pytest

from hh_tui.demo import TOKEN, serve
from hh_tui.i18n.text import grouped
from hh_tui.inbox.decisions.forms import Values
from hh_tui.plain.line_terminal import LONGEST
from hh_tui.settings.config import Settings
from hh_tui.store.store import Store
from tests.api.desk import refusing
from tests.midday import standin
from tests.plain.sitting import Sitting
from tests.program.sitting import PROGRAM
from tests.terminal import Terminal


def _journal(home: Path, what: str) -> list[str]:
    """The texts of a query, as another program reads them in the files."""
    (path,) = home.rglob("journal.db")
    with sqlite3.connect(path) as files:
        return [str(one) for (one,) in files.execute(what)]


DECIDED = "SELECT operation FROM outbox"
STAGES = "SELECT stage FROM outbox_stage ORDER BY outbox_id, n"
DRAFTS = "SELECT json_extract(text, '$') FROM draft"


async def test_what_is_told_is_on_the_disk(tmp_path: Path) -> None:
    anna, seen = Sitting(home=tmp_path, settings=Settings(hold=60, hold_letter=60)), dict[str, list[str]]()
    queries = {
        "Ждёт отправки": DECIDED,
        "Отменено": STAGES,
        "сохранён в черновике": DRAFTS,
        "Убрано": STAGES,
    }

    def look(line: str) -> None:
        for part, query in queries.items():
            if part in line:
                seen[part] = _journal(tmp_path, query)

    anna.hears = look
    typed = ("3", "z", "/немирович", "r", "написать своё", "Добрый день", ".", "нет", "esc", "3", "go", "x 1")
    await anna.types(*typed, "q", "q")
    assert len(seen["Ждёт отправки"]) >= 1
    assert seen["Отменено"][-1] == "dropped"
    assert seen["сохранён в черновике"] == ["Добрый день"]
    assert seen["Убрано"].count("dropped") == 2


async def test_a_letter_that_is_left_is_a_draft(tmp_path: Path) -> None:
    """By the end of the input, by Esc, and with a slot that is open."""
    anna = Sitting(home=tmp_path)
    reply = ("/немирович", "r")
    await anna.types(*reply, "написать своё", "Первая строка", "вторая")
    assert _journal(tmp_path, DRAFTS) == ["Первая строка\nвторая"]
    told = await anna.types(*reply, "написать своё", "Здравствуйте, {{слот}}", ".", "esc", "esc", "q")
    assert "впишите значение вместо {{слот}}" in told
    assert _journal(tmp_path, DRAFTS) == ["Здравствуйте, {{слот}}"]
    told = await anna.types(
        *reply, "написать своё", "Ещё", "\x1b", "написать своё", "Ещё раз", "esc", "esc", "q"
    )
    assert "Не отправлено, текст сохранён в черновике." in told
    assert _journal(tmp_path, DRAFTS) == ["Здравствуйте, {{слот}}\n\nЕщё\n\nЕщё раз"]
    assert anna.writes == []


async def test_a_draft_stays_until_another_letter_is_ended(tmp_path: Path) -> None:
    anna = Sitting(home=tmp_path)
    reply = ("/немирович", "r")
    await anna.types(*reply, "написать своё", "Над чем сидели час", "esc", "esc", "q")
    told = await anna.types(*reply, "продолжить", "нет", "а", "б", "esc", "esc", "q")
    assert "Прежний черновик цел, пока новое письмо не закончено точкой" in told
    assert _journal(tmp_path, DRAFTS) == ["Над чем сидели час\n\nа\nб"]
    await anna.types(*reply, "написать своё", "Иначе", ".", "нет", "esc", "q")
    assert _journal(tmp_path, DRAFTS) == ["Иначе"]


@pytest.mark.parametrize("end", ["да", "нет"])
async def test_a_letter_refused_while_another_is_typed_is_kept(tmp_path: Path, end: str) -> None:
    anna = Sitting(home=tmp_path)

    def refuses() -> None:
        for path in ("/messages", "/negotiations/"):
            anna.server.faults.add("POST", path, 1, **refusing(403, "forbidden", "no"))

    begun = ("/немирович", "r", "написать своё", "Над чем сидели час", ".", "да", refuses)
    other = ("r", "написать своё", "Второе", lambda: anna.passes(11), "письмо", ".", end)
    await anna.types(*begun, *other, lambda: anna.passes(11), "q")
    sent = [dict(one.form).get("message") or (one.json or {}).get("text") for one in anna.server.writes]
    gone = end == "да"
    assert sent[1:] == ["Второе\nписьмо"] * gone
    assert _journal(tmp_path, DRAFTS) == ["Над чем сидели час" + ("" if gone else "\n\nВторое\nписьмо")]


async def test_words_of_a_form_stay_until_others_are_ended(tmp_path: Path) -> None:
    anna = Sitting(home=tmp_path)
    for people in ((), ("x", "x")):
        await anna.types(*people, "6", "написать своё", "Долгие слова", ".", "нет", "q")
        await anna.types(*people, "6", "написать своё", "а", "esc", "esc", "q")
        assert {one["message"] for one in _sheets(tmp_path, anna).values()} == {"Долгие слова\n\nа"}
        await anna.types(*people, "6", "написать своё", "Иначе", ".", "нет", "q")
        assert "Иначе" in {one["message"] for one in _sheets(tmp_path, anna).values()}
        await anna.types(*people, "6", "продолжить", "да", "да", lambda: anna.passes(11), "q")
        assert _sheets(tmp_path, anna) == {}


async def test_a_template_takes_no_words_away(tmp_path: Path) -> None:
    anna = Sitting(home=tmp_path)
    own = ("6", "написать своё", "Своими словами", ".", "нет")
    await anna.types(*own, "6", "быстрый", "да", "нет", "6", "без письма", "нет", "q")
    assert [one["message"] for one in _sheets(tmp_path, anna).values()] == ["Своими словами"]


async def test_words_for_a_group_outlast_a_look_at_them(tmp_path: Path) -> None:
    anna = Sitting(home=tmp_path)
    await anna.types("x", "x", "6", "написать своё", "Всем спасибо", ".", "нет", "q")
    told = await anna.types("x", "x", "6", "esc", "q")
    assert "продолжить черновик" in told
    assert [one["message"] for one in _sheets(tmp_path, anna).values()] == ["Всем спасибо"]
    await anna.types("x", "6", "продолжить", "да", "да", lambda: anna.passes(11), "q")
    assert [path for _, path in anna.writes] != []
    assert _sheets(tmp_path, anna) == {}


def _sheets(home: Path, anna: Sitting) -> dict[tuple[str, str], Values]:
    store = Store.open(home, keep_days=30, clock=anna.clock.now)
    try:
        return {key: values for key, values in store.sheets().items() if values}
    finally:
        store.close()


def test_on_a_terminal_only_what_was_typed_counts(tmp_path: Path) -> None:
    """Pasted lines, keys that are no text and a line that was cut decide nothing; kill -9 loses nothing."""
    server = standin()
    (tmp_path / "config.toml").write_text("hold = 60\nhold_letter = 60\n")
    with serve(server) as origin:
        env = {"HH_TUI_HOME": str(tmp_path), "TERM": "dumb", "LANG": "ru_RU.UTF-8", "PYTHONUTF8": "1"}
        env |= {"HH_TUI_API_URL": origin, "HH_TUI_TOKEN": TOKEN}
        with Terminal([*PROGRAM, "--plain"], env) as screen:
            screen.wait_for("Строки 1–10")
            screen.type("Здравствуйте!\n\n3\n\n4")
            screen.wait_for("Пришло сразу несколько строк (4)")
            screen.type("\x1b[A\n")
            screen.type("j\n")
            screen.wait_for("2. ")
            screen.type("/немирович\n")
            screen.wait_for("1. ")
            screen.type("r\n")
            screen.wait_for("С чего начать")
            screen.type("написать\n")
            screen.wait_for("строка за строкой")
            for _ in range(LONGEST // 512 + 1):
                screen.type("ю" * 256)
                screen.settle(0.02)
            screen.type("\n")
            screen.wait_for(f"Строка длиннее {grouped(LONGEST - 1)} байт")
            screen.type("конец\n.\n")
            screen.wait_for("впишите значение вместо {{обрезано терминалом}}")
            screen.type("esc\n")
            screen.settle(0.1)
            screen.type("3\n")
            screen.wait_for("Ждёт отправки")
            screen.kill()
    assert not [one for one in server.writes if not one.path.endswith("/read")]
    (decided,) = _journal(tmp_path, DECIDED)
    assert "consider" in decided
    (draft,) = _journal(tmp_path, DRAFTS)
    assert draft.endswith("{{обрезано терминалом}}\nконец")
