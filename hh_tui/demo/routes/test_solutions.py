"""What a candidate answered in the test of a vacancy."""

from random import Random
from typing import Any

from hh_tui.demo.call import Answer, Call
from hh_tui.demo.payloads.topics import mark_of
from hh_tui.demo.refusal import not_found
from hh_tui.demo.routes.negotiations import topic_at
from hh_tui.demo.words import chance, read


def get_solution(call: Call) -> Answer:
    """get-negotiation-test-results; the duration is in seconds."""
    topic = topic_at(call)
    if topic.score is None:
        raise not_found()
    test = read("tests")
    roll = chance(call.world.seed, "test", topic.id)
    result = {
        "name": test["name"],
        "score": topic.score,
        "mark": mark_of(topic.score),
        "duration": roll.randrange(240, 2_400),
        "tasks": [_task(roll, task, topic.score) for task in test["task"]],
    }
    return Answer(body={"test_result": result})


def _task(roll: Random, task: dict[str, Any], score: int) -> dict[str, Any]:
    if "answers" not in task:
        said = "Наладил порядок в документах отдела: теперь всё находится за минуту."
        return {
            "question": task["question"],
            "opened_answer": {"value": said, "mark": mark_of(score)},
            "closed_answers": [],
        }
    knew = roll.randrange(100) < score
    choice = task["right"] if knew else roll.randrange(len(task["answers"]))
    return {
        "question": task["question"],
        "opened_answer": None,
        "closed_answers": [
            {"value": value, "selected": place == choice, "correct": place == task["right"]}
            for place, value in enumerate(task["answers"])
        ],
    }
