"""What a person must know before they decide or write is told in lines, too."""

from pathlib import Path

from hh_tui.inbox.snapshot import opened_log
from hh_tui.settings.config import Settings
from hh_tui.store.store import Store
from hh_tui.system.structs import replace
from hh_tui.ui.events import NegotiationRead
from tests.plain.sitting import Sitting


async def test_what_is_scheduled_and_what_is_unannounced_is_told(tmp_path: Path) -> None:
    anna = Sitting(home=tmp_path, settings=Settings(hold=1, hold_letter=60))
    letter = ("/немирович", "r", "написать своё", "До встречи", ".", "завтра 9", "да")
    told = await anna.types(*letter, "3", lambda: anna.passes(2), "esc", "c", "2", "/немирович", "r", "esc")
    assert "Дни ваши, часы кандидата: " in told
    assert "Уйдёт пт, 15 мая, 07:00 · у кандидата 09:00 (UTC+5). Верно?" in told
    assert (
        "Уже запланировано и уйдёт всё равно: завтра 07:00 (у кандидата 09:00)."
        in told.partition("Уйдёт завтра")[2]
    )
    assert "письмо сообщит" in told.partition("Отправлено: Подумать")[2]
    store = Store.open(tmp_path, keep_days=30, clock=anna.clock.now)
    try:
        assert len(store.values(opened_log.KIND)) >= 1, "who was opened here is known on the next start"
    finally:
        store.close()


async def test_a_chat_that_was_closed_meanwhile_takes_no_letter() -> None:
    anna = Sitting()

    def closes() -> None:
        assert anna.inbox is not None
        context = anna.inbox._context
        row = context.inbox.selected
        assert row is not None
        closed = replace(row.negotiation, messaging_status="disabled_by_employer")
        context.states.dispatch(NegotiationRead(closed, anna.clock.now()))

    told = await anna.types("/немирович", "r", "написать своё", "До встречи", ".", closes, "да", "q", "1")
    assert "Ждёт отправки" not in told
    assert "Не отправлено, текст сохранён в черновике." in told
    assert anna.writes == []


async def test_one_who_was_marked_alone_is_decided_on_alone() -> None:
    anna = Sitting(settings=Settings(hold=60))
    seen: list[str] = []

    def look() -> None:
        assert anna.inbox is not None
        seen.extend(one.operation.batch for one in anna.inbox.writes.entries)

    told = await anna.types(
        "x", "6", "написать своё", "{{имя}}, спасибо", ".", "да", look, "z", "esc", "q", "2"
    )
    assert seen == [""]
    assert "Тексты пропадут: Терентьев Семён." in told
