"""A solved test of a vacancy (operation get-negotiation-test-results)."""

from hh_tui.api.models.base import Count, Flag, Items, Line, Listed, ListModel, Maybe, Model, Text


class ClosedAnswer(Model, frozen=True):
    """One of the given answers: whether it was chosen, and whether it is right."""

    value: Text = ""
    selected: Flag = False
    correct: Flag = False


class OpenedAnswer(Model, frozen=True):
    """An answer in the candidate's own words, and the mark for it."""

    value: Text = ""
    mark: Maybe[Line] = None


class Task(Model, frozen=True):
    """One question with what was answered."""

    question: Text = ""
    opened_answer: Maybe[OpenedAnswer] = None
    closed_answers: Items[ClosedAnswer] = ()


class Solution(ListModel, frozen=True):
    """The whole test: score 0 to 100, the mark for it, the time it took in seconds."""

    name: Line = ""
    score: Count = 0
    mark: Maybe[Line] = None
    duration: Count = 0
    tasks: Listed[Task] = ()


class SolutionAnswer(Model, frozen=True):
    """The envelope of a solution."""

    test_result: Solution
