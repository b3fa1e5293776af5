"""What is said of a chat: who wrote, why one may not, what to do about a refusal."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from hh_tui.api.chat_thread import neutral
from hh_tui.api.error_response import refusal
from hh_tui.api.models import ChatMessage
from hh_tui.api.models.reading import parsed
from hh_tui.errors import Refused
from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import Language
from hh_tui.inbox.letters.copyable import copyable
from hh_tui.inbox.snapshot.dossier import Dossier
from hh_tui.inbox.snapshot.thread import Thread
from hh_tui.ui.presenters import messages
from hh_tui.ui.presenters.errors import explain, locked
from hh_tui.ui.presenters.render_context import RenderContext
from tests.factory import negotiation

LENS = RenderContext(Catalogue("ru"), datetime(2026, 5, 14, 8, 30, tzinfo=UTC), ZoneInfo("Europe/Moscow"))
AT = "2026-05-14T08:00:00+0300"


def _message(name: str | None, role: str | None, *, me: bool = False, **payload: Any) -> ChatMessage:
    sender = {"name": name, "is_current_participant": me, "icon": None, "role": role}
    return parsed(
        ChatMessage,
        {
            "id": "1",
            "type": "SIMPLE",
            "creation_time": AT,
            "sender_display_info": sender,
            "payload": {"text": "Да", "attachments": None} | payload,
        },
    )


def _line(message: ChatMessage) -> messages.MessageLine:
    return messages.column(LENS, Thread((neutral(message),)), (), "Мария")[-1]


@pytest.mark.parametrize(
    ("name", "role", "me", "said", "side"),
    [
        ("Анна Петрова", "EMPLOYER", True, "Вы", messages.Side.OURS),
        ("Илья Громов", "EMPLOYER", False, "Илья Громов", messages.Side.OURS),
        (None, "EMPLOYER", False, "Коллега", messages.Side.OURS),
        ("Иванова Мария", "APPLICANT", False, "Мария", messages.Side.THEIRS),
        ("Помощник", "BOT", False, "Помощник · бот", messages.Side.THEIRS),
        (None, "BOT", False, "бот", messages.Side.THEIRS),
        ("Служба поддержки", None, False, "Служба поддержки", messages.Side.THEIRS),
        ("Марк", "MODERATOR", False, "Марк · moderator", messages.Side.THEIRS),
        (None, None, False, "Автор не указан", messages.Side.THEIRS),
    ],
)
def test_an_author_is_shown_as_given(
    name: str | None, role: str | None, me: bool, said: str, side: messages.Side
) -> None:
    line = _line(_message(name, role, me=me))
    assert line.content.plain.startswith(f"{said} 08:00 ")
    assert line.side is side


def test_a_file_alone_is_not_a_missing_letter() -> None:
    file = {"title": "Портфолио.pdf", "url": "https://hh.ru/f"}
    for role in ("APPLICANT", "BOT", "EMPLOYER"):
        text = _line(_message("Мария", role, text=None, attachments=[file])).content.plain
        assert "Портфолио.pdf" in text
        assert "Без" not in text
        assert "без текста" not in text


@pytest.mark.parametrize(
    ("role", "said"), [("APPLICANT", "Без сопроводительного письма"), ("BOT", "Сообщение без текста")]
)
def test_only_a_candidate_owes_a_letter(role: str, said: str) -> None:
    assert said in _line(_message("Имя", role, text=None)).content.plain


def test_only_the_candidates_own_letter_is_copied() -> None:
    theirs, bot = neutral(_message("Мария", "APPLICANT", text="Моё")), neutral(_message("Бот", "BOT"))
    found = copyable(negotiation("1"), Dossier(), Thread((theirs, bot)))
    assert [one.value for one in found] == ["Моё"]


KNOWN = [
    "ARCHIVED_BY_EMPLOYER", "EMPLOYER_NEGOTIATIONS_LIMIT_EXCEEDED", "PFP_BLOCK", "spam_detected",
    "temporary_disabled", "message_delete_not_allowed", "text_or_file_upload_ids",
]  # fmt: skip


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("reason", KNOWN)
def test_a_refusal_is_told_in_words_with_a_next_step(lang: Language, reason: str) -> None:
    import httpx

    body = {"errors": [{"type": "forbidden", "reason": reason}]}
    error = refusal(httpx.Response(403, json=body))
    told = explain(Catalogue(lang), error)
    assert reason not in told.sentence.replace("(PFP_BLOCK)", "")
    assert told.hint == Catalogue(lang)(f"reason.{reason}.hint")
    assert "F5" not in told.hint


def test_an_unknown_refusal_stays_as_it_is() -> None:
    told = explain(Catalogue("ru"), Refused(403, "forbidden", "NEW_BLOCK"))
    assert "NEW_BLOCK" in told.what
    assert told.hint
    assert "NEW_BLOCK" in locked(Catalogue("ru"), "NEW_BLOCK")


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_every_lock_of_a_chat_has_words(lang: Language) -> None:
    tr = Catalogue(lang)
    for reason in KNOWN[:3]:
        assert locked(tr, reason) == tr(f"locked.{reason}")
