"""The options of `hh-tui search` as a request."""

import argparse

from hh_tui.cli.search.command import PAGES_AT_MOST, SearchRequest
from hh_tui.cli.search.wish import SearchWish
from hh_tui.i18n.text import one_line
from hh_tui.inbox.rules.resume_link import resume_id_in


def request_of(options: argparse.Namespace) -> SearchRequest:
    """What was typed, on one line each; somebody to be like is named by a link or an id."""

    def lines(name: str) -> tuple[str, ...]:
        return tuple(one_line(one) for one in getattr(options, name) if one.strip())

    wish = SearchWish(
        text=one_line(options.text),
        where=lines("in"),
        how=one_line(options.words),
        years=one_line(options.years),
        order_by=one_line(options.order),
        area=lines("area"),
        relocation=one_line(options.relocation),
        metro=lines("metro"),
        district=lines("district"),
        salary_from=options.salary_from,
        salary_to=options.salary_to,
        currency=one_line(options.currency),
        experience=lines("experience"),
        filter_exp_industry=lines("industry"),
        filter_exp_period=one_line(options.industry_years),
        professional_role=lines("role"),
        skill=lines("skill"),
        language=lines("language"),
        employment_form=lines("employment"),
        work_format=lines("work_format"),
        business_trip_readiness=lines("trips"),
        job_search_status=lines("status"),
        education_levels=lines("education"),
        educational_institution=lines("school"),
        gender=one_line(options.gender),
        driver_license_types=lines("licence"),
        citizenship=lines("citizenship"),
        work_ticket=lines("work_permit"),
        label=lines("only"),
        age_from=options.age_from,
        age_to=options.age_to,
        period=options.days,
        search_in_responses=options.responded,
        include_all_folders=options.favourites,
        folder=tuple(str(one) for one in options.folder),
        vacancy_id=one_line(options.for_vacancy),
        resume=resume_id_in(options.similar) or one_line(options.similar),
    )
    pages = PAGES_AT_MOST if options.all else max(1, options.pages)
    return SearchRequest(wish, pages, options.count, options.form, options.bom)
