"""What hh.ru answers, as frozen models: cleaned, tolerant of gaps, one module for each noun."""

from hh_tui.api.models.account import Account, Employer
from hh_tui.api.models.action import Action, Argument, SubAction, Template
from hh_tui.api.models.address import Address
from hh_tui.api.models.base import Line, Model, Named, Text, Time
from hh_tui.api.models.collection import Board, Collection, Counters, OrderType
from hh_tui.api.models.letter import FilledTemplate, Letter
from hh_tui.api.models.message import Assessment, Message
from hh_tui.api.models.negotiation import MessageCounters, Negotiation, TestResult
from hh_tui.api.models.page import Page
from hh_tui.api.models.resume import Education, Job, Pay, Resume
from hh_tui.api.models.vacancy import Vacancy, VacancyCounters

__all__ = [
    "Account",
    "Action",
    "Address",
    "Argument",
    "Assessment",
    "Board",
    "Collection",
    "Counters",
    "Education",
    "Employer",
    "FilledTemplate",
    "Job",
    "Letter",
    "Line",
    "Message",
    "MessageCounters",
    "Model",
    "Named",
    "Negotiation",
    "OrderType",
    "Page",
    "Pay",
    "Resume",
    "SubAction",
    "Template",
    "TestResult",
    "Text",
    "Time",
    "Vacancy",
    "VacancyCounters",
]
