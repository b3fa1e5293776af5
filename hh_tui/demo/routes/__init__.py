"""The operations the stand-in knows: one table of methods and path patterns."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from hh_tui.demo.call import Answer, Call
from hh_tui.demo.routes import (
    account,
    actions,
    addresses,
    areas,
    calls,
    chat_files,
    chat_messages,
    chats,
    comments,
    dictionaries,
    employer,
    invitations,
    messages,
    negotiations,
    oauth,
    resumes,
    templates,
    test_solutions,
    vacancies,
)


@dataclass(frozen=True, slots=True)
class Route:
    """One operation: who answers a method on a path."""

    method: str
    pattern: re.Pattern[str]
    answer: Callable[[Call], Answer]


def _route(method: str, path: str, answer: Callable[[Call], Answer]) -> Route:
    """Make a route of a path in which ``{name}`` stands for one segment."""
    return Route(method, re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", path)), answer)


def _lazy(module: str, name: str) -> Callable[[Call], Answer]:
    """Answer by a function of a module of routes that is read in by the first who asks for it."""

    def answer(call: Call) -> Answer:
        operation: Callable[[Call], Answer] = getattr(import_module(f"{__name__}.{module}"), name)
        return operation(call)

    return answer


ROUTES = (
    _route("GET", "/me", account.get_me),
    _route("GET", "/manager_accounts/mine", account.get_manager_accounts),
    _route("GET", "/employers/{employer_id}/vacancies/active", vacancies.get_active),
    _route("GET", "/employers/{employer_id}/vacancies/archived", vacancies.get_archived),
    _route("GET", "/vacancies/{vacancy_id}", vacancies.get_vacancy),
    _route("GET", "/vacancies/{vacancy_id}/stats", vacancies.get_stats),
    _route("GET", "/vacancies/{vacancy_id}/preferred_negotiations_order", vacancies.get_order),
    _route("PUT", "/vacancies/{vacancy_id}/preferred_negotiations_order", vacancies.put_order),
    _route("GET", "/negotiations", negotiations.get_collections),
    _route("POST", "/negotiations/read", messages.post_read),
    _route("POST", "/negotiations/phone_interview", invitations.post_invitation),
    _route("GET", "/negotiations/{collection}", negotiations.get_list),
    _route("PUT", "/negotiations/{collection}", actions.put_bulk),
    _route("GET", "/negotiations/{nid}/messages", messages.get_messages),
    _route("POST", "/negotiations/{nid}/messages", messages.post_message),
    _route("PUT", "/negotiations/{collection}/{nid}", actions.put_action),
    _route("GET", "/message_templates/{template}", templates.get_template),
    _route("GET", "/employers/{employer_id}/mail_templates", templates.get_mail_templates),
    _route("PUT", "/employers/{employer_id}/mail_templates/{template_id}", templates.put_mail_template),
    _route("GET", "/employers/{employer_id}/addresses", addresses.get_addresses),
    _route("GET", "/employers/{employer_id}/addresses/{address_id}", addresses.get_address),
    _route("GET", "/resumes", _lazy("found_resumes", "get_resumes")),
    _route("GET", "/saved_searches/resumes", _lazy("found_resumes", "get_saved_list")),
    _route("POST", "/saved_searches/resumes", _lazy("found_resumes", "post_saved")),
    _route("GET", "/saved_searches/resumes/{search_id}", _lazy("found_resumes", "get_saved")),
    _route("PUT", "/saved_searches/resumes/{search_id}", _lazy("found_resumes", "put_saved")),
    _route("DELETE", "/saved_searches/resumes/{search_id}", _lazy("found_resumes", "delete_saved")),
    _route("GET", "/suggests/resume_search_keyword", _lazy("suggests", "get_keywords")),
    _route("GET", "/suggests/skill_set", _lazy("suggests", "get_skills")),
    _route("GET", "/suggests/areas", _lazy("suggests", "get_areas")),
    _route("GET", "/suggests/positions", _lazy("suggests", "get_positions")),
    _route("GET", "/suggests/professional_roles", _lazy("suggests", "get_roles")),
    _route("GET", "/professional_roles", _lazy("suggests", "get_all_roles")),
    _route("GET", "/skills", _lazy("suggests", "get_named_skills")),
    _route("GET", "/educational_institutions", _lazy("suggests", "get_named_schools")),
    _route("GET", "/suggests/educational_institutions", _lazy("suggests", "get_schools")),
    _route("GET", "/resumes/{resume_id}", resumes.get_resume),
    _route("GET", "/resumes/{resume_id}/negotiations_history", resumes.get_history),
    _route("GET", "/resumes/{resume_id}/download/{file}", resumes.get_file),
    _route("GET", "/applicant_comments/{owner_id}", comments.get_comments),
    _route("POST", "/applicant_comments/{owner_id}", comments.post_comment),
    _route("PUT", "/applicant_comments/{owner_id}/{comment_id}", comments.put_comment),
    _route("DELETE", "/applicant_comments/{owner_id}/{comment_id}", comments.delete_comment),
    _route("GET", "/negotiations/{nid}/test/solution", test_solutions.get_solution),
    _route("GET", "/employers/{employer_id}/departments", employer.get_departments),
    _route("GET", "/employers/{employer_id}/managers", employer.get_managers),
    _route("GET", "/employers/{employer_id}/managers/{manager_id}", employer.get_manager),
    _route("GET", "/employers/{employer_id}/managers/{manager_id}/limits/resume", employer.get_limits),
    _route("GET", "/employers/{employer_id}/managers/{manager_id}/method_access", employer.get_method_access),
    _route("GET", "/employers/{employer_id}/services/payable_api_actions/active", employer.get_services),
    _route("GET", "/employers/{employer_id}/negotiations_statistics", employer.get_employer_statistics),
    _route(
        "GET",
        "/employers/{employer_id}/managers/{manager_id}/negotiations_statistics",
        employer.get_manager_statistics,
    ),
    _route("GET", "/common/chats", chats.get_chats),
    _route("GET", "/common/chats/counters/unread", chats.get_unread),
    _route("GET", "/common/chats/files/conditions", chat_files.get_conditions),
    _route("POST", "/common/chats/files/upload_links", chat_files.post_link),
    _route("POST", "/common/chats/without_vacancy", chats.post_without_vacancy),
    _route("POST", f"{chat_files.UPLOADS}{{link_id}}", chat_files.post_file),
    _route("GET", "/chat/{chat_id}/file/{file}", chat_files.get_file),
    _route("GET", "/common/chats/{chat_id}/messages", chat_messages.get_messages),
    _route("POST", "/common/chats/{chat_id}/messages", chat_messages.post_message),
    _route("PUT", "/common/chats/{chat_id}/messages/{message_id}", chat_messages.put_message),
    _route("DELETE", "/common/chats/{chat_id}/messages/{message_id}", chat_messages.delete_message),
    _route("PUT", "/common/chats/{chat_id}/message/{message_id}/read", chat_messages.put_read),
    _route("GET", "/common/chats/{chat_id}/participants", chats.get_participants),
    _route("PUT", "/common/chats/{chat_id}/participants", chats.put_participant),
    _route("PUT", "/common/chats/{chat_id}/leave", chats.put_leave),
    _route("PUT", "/common/chats/{chat_id}/write_possibility", chats.put_possibility),
    _route("GET", "/calls/history", calls.get_history),
    _route("GET", "/calls/link", calls.get_link),
    _route("POST", "/calls/transcripts/search", calls.post_transcripts),
    _route("GET", "/areas", areas.get_areas),
    _route("GET", "/areas/countries", areas.get_countries),
    _route("GET", "/areas/{area_id}", areas.get_area),
    _route("GET", "/languages", dictionaries.get_languages),
    _route("GET", "/metro", _lazy("places", "get_metro")),
    _route("GET", "/metro/{city_id}", _lazy("places", "get_metro_of_town")),
    _route("GET", "/districts", _lazy("places", "get_districts")),
    _route("GET", "/industries", _lazy("places", "get_industries")),
    _route("GET", "/dictionaries", dictionaries.get_dictionaries),
    _route("GET", "/locales", dictionaries.get_locales),
    _route("GET", "/oauth/authorize", oauth.get_authorize),
    _route("POST", "/token", oauth.post_token),
    _route("DELETE", "/token", oauth.delete_token),
)


def find(method: str, path: str) -> tuple[Callable[[Call], Answer], dict[str, str]] | None:
    """Return who answers a request and the named parts of its path."""
    for route in ROUTES:
        match = route.pattern.fullmatch(path)
        if match is not None and route.method == method:
            return route.answer, match.groupdict()
    return None
