"""Texts from outside at their worst, and payloads that keep to no schema."""

from typing import Any
from zlib import crc32

ATTACKS = (
    "\x1b[2J\x1b[H\x1b[31mкрасный\x1b[0m",
    "\x1b]52;c;ZXZpbA==\x07",
    "\x1b]8;;https://evil.example/\x1b\\ссылка\x1b]8;;\x1b\\",
    "\x9b31mC1\x9b0m\x90q\x9c",
    "\x7f\x08\x08\x00\x07",
    "\u202eнаоборот\u202c\u2066изоляция",
    "ну\u200bле\u200dвая\ufeff ши\u2060рина",
    "[bold red]разметка[/]",
    "[@click=app.quit]x[/]",
    "[/][/bold][link=https://evil.example]",
    "З" + "\u0301\u0336\u0489" * 60 + "алго",
    "оченьдлинноесловобезпробелов" * 120,
    "строка\r\nвторая\n\n\nтретья\vчетвёртая\fпятая\u2028шестая\u2029",
    "\t\tтабуляция\t\t",
    "👨‍👩‍👧‍👦🏳️‍🌈 и\N{NO-BREAK SPACE}пробелы",
)
FOREIGN = "https://evil.example"

_NAMES = ("name", "title", "first_name", "last_name", "middle_name", "full_name", "company", "position")
_PLACES = ("city", "street", "building", "raw", "station_name", "organization")
_TEXTS = frozenset((*_NAMES, *_PLACES, "text", "description", "skills", "result", "hint"))
_HOLED = frozenset(("items", "actions", "collections", "employer_states", "experience", "templates"))
_API = "https://api.hh.ru"


def spoilt(payload: Any) -> Any:
    """Return a payload with every text of people spoilt, holes in lists, and fields of wrong types."""
    if isinstance(payload, list):
        return [spoilt(entry) for entry in payload]
    if not isinstance(payload, dict):
        return payload
    spoilt_fields = {key: _spoilt_field(key, value) for key, value in payload.items()}
    if "messaging_status" in payload:
        _spoil_topic(spoilt_fields)
    elif "real_id" in payload:
        _spoil_resume(spoilt_fields)
    return spoilt_fields | {"surprise": {"x": [None, 1, "\x1b[5m"]}}


def _spoilt_field(key: str, value: Any) -> Any:
    if key in _TEXTS and isinstance(value, str):
        draw = crc32(value.encode())
        attack = ATTACKS[draw % len(ATTACKS)]
        cut = draw % (len(value) + 1)
        return value[:cut] + attack + value[cut:]
    if key == "skill_set" and isinstance(value, list):
        return [None, *value, ATTACKS[0]]
    spoilt_value = spoilt(value)
    if key in _HOLED and isinstance(spoilt_value, list) and spoilt_value:
        spoilt_value.insert(1, None)
    return spoilt_value


def _spoil_topic(topic: dict[str, Any]) -> None:
    """Break one thing of a negotiation; which one depends on its id."""
    match crc32(topic["id"].encode()) % 10:
        case 0 if "messages_url" in topic:
            topic["messages_url"] = topic["messages_url"].replace(_API, FOREIGN)
        case 1:
            for action in [one for one in topic["actions"][:1] if one and one["url"]]:
                action["url"] = action["url"].replace(_API, FOREIGN)
        case 2:
            del topic["actions"]
        case 3:
            del topic["counters"]
        case 4:
            topic["resume"] = None
        case 5:
            topic["counters"] = {"messages": "много", "unread_messages": None}
            topic["updated_at"] = "вчера"
        case 6:
            topic["source"], topic["funnel_stage"], topic["test_result"] = 42, "нет", []


def _spoil_resume(resume: dict[str, Any]) -> None:
    """Give optional fields of every third resume wrong types."""
    if crc32(resume["id"].encode()) % 3 == 0:
        resume["age"] = "сорок"
        resume["salary"] = {"amount": "много", "currency": None}
        resume["total_experience"] = {"months": -5}
        resume["area"] = "Москва"
