"""Who can be invited with others, why somebody is left out, and when the rest goes."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hh_tui.api.models import Invitable, Negotiation, Resume
from hh_tui.api.models.found_resume import FoundResume
from hh_tui.api.models.reading import parsed
from hh_tui.errors import LimitReached, NegotiationRefused
from hh_tui.inbox.resume_base.found_people import row_of
from hh_tui.inbox.resume_base.invite_plan import Obstacle, form_for_all, lacking, operations, plan
from hh_tui.inbox.rules.daily_limit import is_for_today, tomorrow

NOW = datetime(2026, 5, 12, 12, tzinfo=UTC)
ACTION: dict[str, Any] = {
    "id": "phone_interview",
    "name": "Пригласить",
    "enabled": True,
    "hidden": False,
    "method": "POST",
    "url": "https://api.hh.ru/negotiations/phone_interview",
    "arguments": [
        {"id": "resume_id", "required": True},
        {"id": "vacancy_id", "required": True},
        {"id": "message", "required": False},
    ],
}


def _person(key: str, name: str | None = "Анна") -> Negotiation:
    return row_of(FoundResume(id=key, first_name=name))


def _place(**more: object) -> Invitable:
    return parsed(
        Invitable, {"id": "7", "name": "QA", "can_invite": True, "negotiations_actions": [ACTION], **more}
    )


def test_everybody_has_their_reason_or_their_action() -> None:
    people = [_person(key) for key in "abcdef"]
    places = {
        "a": _place(),
        "b": _place(negotiations_state={"id": "discard", "name": "Отказ"}, negotiations_actions=[]),
        "c": _place(negotiations_actions=[{**ACTION, "enabled": False}]),
        "d": None,
        "e": _place(),
    }
    found = plan(people, places, ("7", "QA"), None, {("e", "7")})
    assert [one.invitation.resume_id for one in found.invitees] == ["a"]
    assert {one.negotiation.id: (one.obstacle, one.stage) for one in found.left_out} == {
        "b": (Obstacle.MET, "Отказ"),
        "c": (Obstacle.CLOSED, ""),
        "d": (Obstacle.CLOSED, ""),
        "e": (Obstacle.WAITING, ""),
        "f": (Obstacle.UNKNOWN, ""),
    }


def test_one_action_for_all_and_what_it_asks_of_each() -> None:
    people = [_person(key) for key in "abcd"]
    test = {**ACTION, "id": "assessment", "name": "Тестовое"}
    arguments = [*ACTION["arguments"], {"id": "address_id", "required": True}]
    places = {
        "a": _place(),
        "b": _place(negotiations_actions=[test, ACTION]),
        "c": _place(negotiations_actions=[test]),
        "d": _place(negotiations_actions=[{**ACTION, "arguments": arguments}]),
    }
    found = plan(people, places, ("7", "QA"), None, set())
    assert {one.action.id for one in found.invitees} == {"phone_interview"}
    assert [(one.negotiation.id, one.obstacle) for one in found.left_out] == [("c", Obstacle.ANOTHER_WAY)]
    body = (("message", "Ждём на интервью"),)
    assert [one.negotiation.resume.id for one in lacking(found.invitees, body) if one.negotiation.resume] == [
        "d"
    ]
    assert list(operations(found.invitees, body, lambda _: {}, NOW, "us")) == ["a", "b"]


def test_letters_are_filled_in_for_each_and_ids_are_not_shared() -> None:
    people = [_person("a", "Анна"), _person("b", None), _person("c", "Олег")]
    found = plan(people, {key: _place() for key in "abc"}, ("7", "QA"), None, set())
    assert form_for_all(found.invitees[0]).known == ()
    body = (("message", "Здравствуйте, {{имя}}!"),)

    def facts(one: object) -> dict[str, str]:
        resume = getattr(one, "resume", None)
        return {"name": (resume.first_name or "") if isinstance(resume, Resume) else ""}

    made = operations(found.invitees, body, facts, NOW, "acc")
    assert {key: one.text for key, one in made.items()} == {
        "a": "Здравствуйте, Анна!",
        "c": "Здравствуйте, Олег!",
    }
    assert len({one.sprint for one in made.values()}) == 1
    assert all(one.batch == "" and one.wording == body[0][1] for one in made.values())
    assert all(name != "resume_id" for one in made.values() for name, _ in one.form)
    plain = operations(found.invitees, (("message", "Добрый день"),), facts, NOW, "acc")
    assert len(plain) == 3
    assert not any(one.wording for one in plain.values())


def test_the_limit_of_a_day_is_over_the_next_morning() -> None:
    assert is_for_today(LimitReached(403, "negotiations", "limit_exceeded"))
    assert not is_for_today(NegotiationRefused(403, "negotiations", "already_applied"))
    assert tomorrow(NOW) == datetime(2026, 5, 13, 6, tzinfo=UTC)
    late = datetime(2026, 5, 12, 21, 30, tzinfo=UTC)  # half past midnight in Moscow
    assert tomorrow(late) == datetime(2026, 5, 14, 6, tzinfo=UTC)
    assert tomorrow(late - timedelta(hours=1)) == datetime(2026, 5, 13, 6, tzinfo=UTC)
