"""What hh.ru answers, as frozen models: cleaned, tolerant of gaps, one module for each noun.

Models that a start does not need are imported when they are first asked for: making their classes takes time.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

from hh_tui.api.models.account import Account, Employer, Manager
from hh_tui.api.models.action import Action, Argument, SubAction, Template
from hh_tui.api.models.address import Address
from hh_tui.api.models.base import Line, Model, Named, PartialTuple, Text, Time, Url, broken_in, untold_in
from hh_tui.api.models.collection import Board, Collection, Counters, OrderType, PreferredOrder
from hh_tui.api.models.comment import Comment
from hh_tui.api.models.manager import PRIMARY_ACCOUNT, EmployerManager, ManagerAccount, ManagerAccounts
from hh_tui.api.models.negotiation import MessageCounters, Negotiation, TestResult
from hh_tui.api.models.page import Page
from hh_tui.api.models.resume import Education, File, Job, Owner, Pay, Resume
from hh_tui.api.models.vacancy import Invitable, PayRange, Vacancy, VacancyCounters, VacancyDay, VacancyStats

if TYPE_CHECKING:
    from hh_tui.api.models.access import (
        MethodAccess,
        MethodGroup,
        PayableService,
        PayableServices,
        ResumeLimits,
        ResumeViews,
    )
    from hh_tui.api.models.chat import Chat, ChatMessage, FileLimits, ListedChat, Participant, Sent
    from hh_tui.api.models.dictionary import Area, Dictionaries, Entry, Locale
    from hh_tui.api.models.full_resume import Contact, FullJob, FullResume, MetVacancy, ResumeHistory
    from hh_tui.api.models.letter import FilledTemplate, Letter, MailTemplate
    from hh_tui.api.models.message import Assessment, Message
    from hh_tui.api.models.paid import PaidService
    from hh_tui.api.models.solution import Solution, SolutionAnswer
    from hh_tui.api.models.statistics import EmployerStatistics, ManagerStatistics, Politeness, Statistics

__all__ = [
    "PRIMARY_ACCOUNT",
    "Account",
    "Action",
    "Address",
    "Area",
    "Argument",
    "Assessment",
    "Board",
    "Chat",
    "ChatMessage",
    "Collection",
    "Comment",
    "Contact",
    "Counters",
    "Dictionaries",
    "Education",
    "Employer",
    "EmployerManager",
    "EmployerStatistics",
    "Entry",
    "File",
    "FileLimits",
    "FilledTemplate",
    "FullJob",
    "FullResume",
    "Invitable",
    "Job",
    "Letter",
    "Line",
    "ListedChat",
    "Locale",
    "MailTemplate",
    "Manager",
    "ManagerAccount",
    "ManagerAccounts",
    "ManagerStatistics",
    "Message",
    "MessageCounters",
    "MetVacancy",
    "MethodAccess",
    "MethodGroup",
    "Model",
    "Named",
    "Negotiation",
    "OrderType",
    "Owner",
    "Page",
    "PaidService",
    "PartialTuple",
    "Participant",
    "Pay",
    "PayRange",
    "PayableService",
    "PayableServices",
    "Politeness",
    "PreferredOrder",
    "Resume",
    "ResumeHistory",
    "ResumeLimits",
    "ResumeViews",
    "Sent",
    "Solution",
    "SolutionAnswer",
    "Statistics",
    "SubAction",
    "Template",
    "TestResult",
    "Text",
    "Time",
    "Url",
    "Vacancy",
    "VacancyCounters",
    "VacancyDay",
    "VacancyStats",
    "broken_in",
    "untold_in",
]

_LATER: Final = {
    "MethodAccess": "access",
    "MethodGroup": "access",
    "PayableService": "access",
    "PayableServices": "access",
    "ResumeLimits": "access",
    "ResumeViews": "access",
    "Chat": "chat",
    "ChatMessage": "chat",
    "FileLimits": "chat",
    "ListedChat": "chat",
    "Participant": "chat",
    "Sent": "chat",
    "Area": "dictionary",
    "Dictionaries": "dictionary",
    "Entry": "dictionary",
    "Locale": "dictionary",
    "Contact": "full_resume",
    "FullJob": "full_resume",
    "FullResume": "full_resume",
    "MetVacancy": "full_resume",
    "ResumeHistory": "full_resume",
    "FilledTemplate": "letter",
    "Letter": "letter",
    "MailTemplate": "letter",
    "Assessment": "message",
    "Message": "message",
    "PaidService": "paid",
    "Solution": "solution",
    "SolutionAnswer": "solution",
    "EmployerStatistics": "statistics",
    "ManagerStatistics": "statistics",
    "Politeness": "statistics",
    "Statistics": "statistics",
}
"""Modules of models that are imported later, by the names in them."""


def __getattr__(name: str) -> object:
    if (module := _LATER.get(name)) is None:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{module}"), name)
