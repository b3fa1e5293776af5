"""Questions a resume answers beside its fields: ``creds``, served where they are asked for."""

from typing import Any

from hh_tui.demo.people import Person
from hh_tui.demo.words import Name

Payload = dict[str, Any]

_QUESTIONS = {
    "start": Name("Когда сможете приступить?", "When could you start?"),
    "shifts": Name("Готовы работать по выходным?", "Would you work on weekends?"),
}
_ANSWERS = {
    "start_now": ("start", Name("Сразу", "At once"), "positive"),
    "start_later": ("start", Name("Через две недели", "In two weeks"), "neutral"),
    "shifts_yes": ("shifts", Name("Да", "Yes"), "positive"),
    "shifts_no": ("shifts", Name("Нет", "No"), "negative"),
}


def creds_payload(who: Person, locale: str) -> Payload | None:
    """Return questions and answers by id, and which answers the person chose; three in four have some."""
    number = who.key[1]
    if number % 4 == 3:
        return None
    chosen = {"start": ["start_now" if number % 2 else "start_later"]}
    if number % 4:
        chosen["shifts"] = ["shifts_yes" if number % 3 else "shifts_no"]
    return {
        "questions": {key: _question(key, name, locale) for key, name in _QUESTIONS.items()},
        "answers": {key: _answer(key, name, group, locale) for key, (_, name, group) in _ANSWERS.items()},
        "question_to_answer_map": chosen,
    }


def _question(key: str, name: Name, locale: str) -> Payload:
    return {
        "question_id": key,
        "question_title": name.said(locale),
        "question_type": "single_choice",
        "possible_answers": [answer for answer, (question, _, _) in _ANSWERS.items() if question == key],
        "is_active": True,
        "description": None,
    }


def _answer(key: str, name: Name, group: str, locale: str) -> Payload:
    return {
        "answer_id": key,
        "title": name.said(locale),
        "positive_title": name.said(locale),
        "answer_group": group,
        "ask_questions_after": [],
        "skip_at_result": False,
        "description": None,
    }
